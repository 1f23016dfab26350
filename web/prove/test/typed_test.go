package test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/profile/profiletest"
	"salla-profile/web/make/bundle"
)

// inNode runs a program in Node, with normalize of bridge/page/normalize.js, and reads what it writes as JSON. input is its `input`.
func inNode[T any](t *testing.T, program string, input any) (output T) {
	root, err := bundle.ProjectRoot()
	require.NoError(t, err)
	module, err := bundle.Parts{Root: root}.Units(filepath.Join(root, "bridge", "page", "normalize.js"), nil)
	require.NoError(t, err)
	file := filepath.Join(t.TempDir(), "typed.mjs")
	program = "var DEV = false, VERSION = \"\", COMPILER = \"\";\n" + string(module) + "\nconst typed = normalize;\nimport { readFileSync } from 'node:fs';\nconst input = JSON.parse(readFileSync(0, 'utf8'));\n" + program
	require.NoError(t, os.WriteFile(file, []byte(program), 0o600))
	cmd := exec.CommandContext(t.Context(), "node", file)
	given, err := json.Marshal(input)
	require.NoError(t, err)
	cmd.Stdin = bytes.NewReader(given)
	cmd.Stderr = os.Stderr
	written, err := cmd.Output()
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(written, &output))
	return output
}

// Every character that Unicode has, between two letters and around one: what the page's tables make of it is what package
// unicode's do. (Of characters that Go doesn't know yet, a browser may.)
func TestTypedOfEveryCharacter(t *testing.T) {
	type changed struct {
		Character rune
		Code      bool
		Typed     [2]string
	}
	list := inNode[[]changed](t, `
		const changed = [];
		for (let character = 0; character <= 0x10ffff; character++) {
			if (character >= 0xd800 && character < 0xe000) continue;
			const c = String.fromCodePoint(character);
			for (const code of [false, true]) {
				const texts = ["a" + c + "b", c + "a" + c];
				const result = texts.map((text) => typed(text, code));
				if (result.some((text, i) => text !== texts[i])) changed.push({ character, code, typed: result });
			}
		}
		process.stdout.write(JSON.stringify(changed));`, nil)
	type key struct {
		r    rune
		code bool
	}
	found := map[key][2]string{}
	for _, c := range list {
		found[key{c.Character, c.Code}] = c.Typed
	}
	count := 0
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) || !profiletest.Assigned(r) {
			continue
		}
		for _, code := range []bool{false, true} {
			texts := [2]string{"a" + string(r) + "b", string(r) + "a" + string(r)}
			got, ok := found[key{r, code}]
			if !ok {
				got = texts
			}
			want := [2]string{profiletest.Typed(texts[0], code), profiletest.Typed(texts[1], code)}
			if got != want {
				t.Fatalf("U+%04X, code %v: %q, want %q", r, code, got, want)
			}
			if ok {
				count++
			}
		}
	}
	assert.Greater(t, count, 2*600, "characters that are mended")
}

// Random texts of all that is mended and of what is not: as package unicode has it; and put in again, it stays.
func TestTypedAtRandom(t *testing.T) {
	var mended []rune
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if utf8.ValidRune(r) && profiletest.Assigned(r) && profiletest.Typed("a"+string(r)+"a", true) != "a"+string(r)+"a" {
			mended = append(mended, r)
		}
	}
	r := rand.New(rand.NewPCG(15, 0))
	type text struct {
		Text string
		Code bool
	}
	var texts []text
	for range 20_000 {
		var runes []rune
		for range r.IntN(12) {
			switch r.IntN(4) {
			case 0:
				runes = append(runes, []rune("a@+.é٫ॐ😀𝕒\x00\u0301")[r.IntN(11)])
			case 1:
				runes = append(runes, rune(r.IntN(0x3000)))
			default:
				runes = append(runes, mended[r.IntN(len(mended))])
			}
		}
		for i, one := range runes {
			if !profiletest.Assigned(one) {
				runes[i] = 'é'
			}
		}
		texts = append(texts, text{string(runes), r.IntN(2) == 0})
	}
	results := inNode[[][2]string](t, `process.stdout.write(JSON.stringify(input.map(({ Text, Code }) => {
		const once = typed(Text, Code);
		return [once, typed(once, Code)];
	})));`, texts)
	require.Len(t, results, len(texts))
	for i, result := range results {
		require.Equal(t, profiletest.Typed(texts[i].Text, texts[i].Code), result[0], "%q", texts[i].Text)
		require.Equal(t, result[0], result[1], "put in again: %q", texts[i].Text)
	}
}
