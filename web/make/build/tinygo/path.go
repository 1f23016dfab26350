package tinygo

import (
	"cmp"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// onPath answers the path and the version of a TinyGo that is new enough, if one is on PATH. TINYGO names another;
// TINYGO=none means: none, build our own.
func onPath() (path, version string) {
	name := cmp.Or(os.Getenv("TINYGO"), "tinygo")
	if name == "none" {
		return "", ""
	}
	path, err := exec.LookPath(name)
	if err != nil {
		return "", ""
	}
	if path, err = filepath.Abs(path); err != nil {
		return "", ""
	}
	out, err := exec.Command(path, "version").Output()
	if err != nil {
		return "", ""
	}
	version, ok := readVersion(string(out))
	if !ok {
		return "", ""
	}
	return path, version + OnPath
}

// OnPath ends the version of a compiler that was found on PATH: its modules are larger (-gc precise), and so are the
// ceilings of web/prove/budget.
const OnPath = " on PATH"

var versionLine = regexp.MustCompile(`^tinygo version ((\d+)\.(\d+)\S*)(?:.*go version (\S+) and LLVM version (\d+))?`)

// readVersion reads what `tinygo version` says, and answers it in the form of Compiler.Version; ok: it is 0.42 or newer.
//
//	tinygo version 0.42.0 linux/amd64 (using go version go1.26.8 and LLVM version 20.1.1)
func readVersion(line string) (version string, ok bool) {
	found := versionLine.FindStringSubmatch(line)
	if found == nil {
		return "", false
	}
	major, _ := strconv.Atoi(found[2])
	minor, _ := strconv.Atoi(found[3])
	version = "tinygo " + found[1]
	if found[4] != "" {
		version += fmt.Sprintf(" (%s, llvm %s)", found[4], found[5])
	}
	return version, major > 0 || minor >= 42
}
