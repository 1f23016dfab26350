package main

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"salla-profile/web/prove/browser"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRun(t *testing.T) {
	if err := browser.Available(browser.Chromium); err != nil {
		t.Skip(err)
	}
	program := filepath.Join(t.TempDir(), "program.wasm")
	build := exec.Command("go", "build", "-o", program, "./testdata/program")
	build.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm")
	out, err := build.CombinedOutput()
	require.NoError(t, err, "%s", out)
	t.Setenv("GODEBUG", "x=1")
	defer func(was time.Duration) { grace = was }(grace)
	grace = time.Second

	for _, test := range []struct {
		flags          []string
		code           int
		stdout, stderr string // a part of them
		err            string // a part of it; "" for none
	}{
		{[]string{"exit", "-test.v", "-x=a b"}, 7, "arguments [exit -test.v -x=a b] GODEBUG x=1\n" + strings.Repeat("x", 1<<20), "to stderr\n", ""},
		{[]string{"panic"}, 2, "arguments", "panic: the program panics", ""},
		{[]string{"hang", "-test.timeout=1s"}, 0, "", "", "longer than 2s"},
	} {
		t.Run(test.flags[0], func(t *testing.T) {
			var stdout, stderr bytes.Buffer
			code, err := run(t.Context(), program, test.flags, &stdout, &stderr)
			if test.err == "" {
				require.NoError(t, err)
			} else {
				require.ErrorContains(t, err, test.err)
			}
			assert.Equal(t, test.code, code)
			assert.Contains(t, stdout.String(), test.stdout)
			assert.Contains(t, stderr.String(), test.stderr)
		})
	}
	t.Run("ended from outside", func(t *testing.T) {
		ctx, cancel := context.WithTimeout(t.Context(), 2*time.Second)
		defer cancel()
		_, err := run(ctx, program, []string{"wait"}, os.Stdout, os.Stderr)
		require.ErrorIs(t, err, context.DeadlineExceeded)
	})
	t.Run("not a program", func(t *testing.T) {
		var stderr bytes.Buffer
		code, err := run(t.Context(), "main.go", nil, os.Stdout, &stderr)
		require.NoError(t, err)
		assert.Equal(t, 1, code)
		assert.Contains(t, stderr.String(), "wasmtest: CompileError")
	})
}

func TestTimeout(t *testing.T) {
	for _, test := range []struct {
		flags []string
		want  time.Duration
	}{
		{nil, 0},
		{[]string{"-test.v", "-test.run=x"}, 0},
		{[]string{"-test.timeout=10m0s", "-test.v"}, 10*time.Minute + grace},
		{[]string{"--test.timeout=1s"}, time.Second + grace},
		{[]string{"-test.timeout", "2s"}, 2*time.Second + grace},
		{[]string{"-test.timeout=0s"}, 0},
	} {
		got, err := timeout(test.flags)
		require.NoError(t, err)
		assert.Equal(t, test.want, got, "%v", test.flags)
	}
	_, err := timeout([]string{"-test.timeout=soon"})
	require.Error(t, err)
}
