package budget

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// verification is what a theme adds for the dialog: at brotli 11 no more than most, aim is where we would like to be.
const (
	verification                          = "salla-profile.verification.js"
	mostOfVerification, aimOfVerification = 4_000, 3_200
)

func TestBytesOfVerification(t *testing.T) {
	var manifest struct{ Files map[string]size }
	readJSON(t, filepath.Join(dist(), "manifest.json"), &manifest)
	is := manifest.Files[verification]
	require.NotZero(t, is.Brotli)
	t.Logf("%s %d bytes, brotli %d; at most %d, aim %d", verification, is.Bytes, is.Brotli, mostOfVerification, aimOfVerification)
	assert.LessOrEqual(t, is.Brotli, mostOfVerification)
}
