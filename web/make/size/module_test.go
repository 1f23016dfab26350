package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tiny is a module with an imported function and memory, two functions of 2 and 3 bytes, and names for two of three.
var tiny = []byte("\x00asm\x01\x00\x00\x00" +
	"\x01\x04\x01\x60\x00\x00" + // type: () -> ()
	"\x02\x0e\x02\x01m\x01f\x00\x00\x01m\x01g\x02\x00\x01" + // import m.f, m.g
	"\x03\x03\x02\x00\x00" + // two functions
	"\x0a\x08\x02\x02\x00\x0b\x03\x00\x01\x0b" + // their code
	"\x00\x12\x04name\x01\x0b\x02\x00\x01f\x01\x05a/b.c")

func TestParse(t *testing.T) {
	m, err := parse(tiny)
	require.NoError(t, err)
	assert.Equal(t, []function{{"a/b.c", 2}, {"function 2", 3}}, m.functions)
	assert.Equal(t, 8, m.sections["code"])
	assert.Equal(t, len(tiny), m.size)
}

func TestParseBroken(t *testing.T) {
	for n := range tiny {
		m, err := parse(tiny[:n])
		if err == nil { // it may end after each section
			assert.LessOrEqual(t, len(m.functions), 2)
		}
	}
	_, err := parse([]byte("#!/bin/sh\n"))
	require.ErrorIs(t, err, errBroken)
	_, err = parse([]byte("\x00asm\x01\x00\x00\x00\x0a\xff\xff\xff\xff\xff"))
	require.ErrorIs(t, err, errBroken)
}

func TestPackageOf(t *testing.T) {
	for name, want := range map[string]string{
		"salla-profile/bridge.split":            "salla-profile/bridge",
		"(*salla-profile/bridge.Bridge).Send":   "salla-profile/bridge",
		"(*salla-profile/bridge.Bridge).Send$1": "salla-profile/bridge",
		"runtime.alloc":                         "runtime",
		"memmove":                               "C, and what the compiler adds",
		"_initialize.command_export":            "C, and what the compiler adds",
		"interface:{Get:func:{basic:string}{basic:string}}.Get$invoke": "calls through interfaces",
		"function 7": "C, and what the compiler adds",
		"slices.Sort[salla-profile/bridge.Thing]": "slices",
	} {
		assert.Equal(t, want, packageOf(name), name)
	}
}
