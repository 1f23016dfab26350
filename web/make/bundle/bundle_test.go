package bundle

import (
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A server may import what it renders pages of: the ES module asks for no page before load() is called.
func TestImportedOnAServer(t *testing.T) {
	root, err := ProjectRoot()
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "salla-profile.mjs")
	require.NoError(t, Parts{Root: root, Module: []byte("\x00asm\x01\x00\x00\x00")}.ESModule(out))
	const program = `
		const { load } = await import(process.argv[1]);
		const message = await load().then(() => "it runs", (error) => error.message);
		if (!message.includes("needs a browser")) throw new Error(message);`
	said, err := exec.CommandContext(t.Context(), "node", "--input-type=module", "-e", program, out).CombinedOutput()
	require.NoError(t, err, "%s", said)
}

// The element's ES module defines nothing there, and does no harm.
func TestVerificationImportedOnAServer(t *testing.T) {
	root, err := ProjectRoot()
	require.NoError(t, err)
	out := filepath.Join(t.TempDir(), "salla-profile.verification.mjs")
	require.NoError(t, VerificationModule(root, out))
	said, err := exec.CommandContext(t.Context(), "node", "--input-type=module", "-e", "await import(process.argv[1])", out).CombinedOutput()
	require.NoError(t, err, "%s", said)
}
