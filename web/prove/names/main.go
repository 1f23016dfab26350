// Command names fails where a test or a scenario of an earlier tree is gone and names.txt doesn't say what became of it.
//
//	go -C web run ./prove/names -old b7cc170
//
// A name is package.TestX for a Go test, suite/… for a test of a page (web/prove/test/*/run.js, web/prove/page/run.js), and parity/… for a scenario of
// parity's and for each of its cases. names.txt has a line for each name that has changed: "old => new", or
// "old => removed: reason".
package main

import (
	"bytes"
	_ "embed"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
)

//go:embed names.txt
var became string

//go:embed list.js
var lister []byte

func main() {
	log.SetFlags(0)
	old := flag.String("old", "b7cc170", "the commit whose names must not get lost")
	list := flag.Bool("list", false, "print the names of the working tree")
	flag.Parse()
	lost, err := run(*old, *list)
	if err != nil {
		log.Fatalf("names: %v", err)
	}
	for _, one := range lost {
		fmt.Println(one)
	}
	if len(lost) > 0 {
		os.Exit(1)
	}
}

func run(old string, list bool) (lost []string, err error) {
	// The working tree, with what isn't committed yet.
	now, err := namesOf("git ls-files -coz --exclude-standard --deduplicate | tar -c --null --ignore-failed-read -T -")
	if err != nil {
		return nil, err
	}
	if list {
		fmt.Println(strings.Join(now, "\n"))
		return nil, nil
	}
	before, err := namesOf("git archive " + old)
	if err != nil {
		return nil, err
	}
	lost, renamed, removed := compare(before, now, became)
	fmt.Printf("%d names in %s, %d now: %d renamed, %d removed, %d lost\n", len(before), old, len(now), renamed, removed, len(lost))
	return lost, nil
}

// compare returns what is wrong with the names of now, and with the lines that say what became of those before.
func compare(before, now []string, became string) (wrong []string, renamed, removed int) {
	known, next := set(before), map[string]string{}
	for line := range strings.Lines(became) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		from, to, ok := strings.Cut(line, " => ")
		if !ok || !known[from] {
			wrong = append(wrong, "names.txt: no such name: "+line)
		}
		next[from] = to
	}
	current := set(now)
	for _, name := range before {
		to, changed := next[name]
		reason, gone := strings.CutPrefix(to, "removed: ")
		switch {
		case !changed && !current[name]:
			wrong = append(wrong, "lost: "+name)
		case gone && strings.TrimSpace(reason) != "":
			removed++
		case changed && !current[to]:
			wrong = append(wrong, "lost: "+name+" => "+to)
		case changed:
			renamed++
		}
	}
	return wrong, renamed, removed
}

func set(names []string) map[string]bool {
	all := map[string]bool{}
	for _, name := range names {
		all[name] = true
	}
	return all
}

// namesOf are the names of the tree that a shell command, run in the project's folder, archives.
func namesOf(archive string) ([]string, error) {
	tree, err := os.MkdirTemp("", "names-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(tree)
	if err := shell("cd .. && "+archive+" | tar -x -C "+tree, nil); err != nil {
		return nil, err
	}
	modules, err := filepath.Abs("node_modules")
	if err != nil {
		return nil, err
	}
	names, err := goTests(tree)
	err = errors.Join(err,
		forNode(tree),
		os.Symlink(modules, filepath.Join(tree, "node_modules")),
		os.WriteFile(filepath.Join(tree, "web", "package.json"), []byte(`{"type": "module"}`), 0o600),
		os.WriteFile(filepath.Join(tree, "list.js"), lister, 0o600))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	err = shell("node "+filepath.Join(tree, "list.js")+" "+tree, &out)
	return append(names, strings.Split(strings.TrimSpace(out.String()), "\n")...), err
}

func shell(command string, out *bytes.Buffer) error {
	var problems bytes.Buffer
	cmd := exec.Command("bash", "-o", "pipefail", "-c", command)
	cmd.Stderr = &problems
	if out != nil {
		cmd.Stdout = out
	}
	if err := cmd.Run(); err != nil {
		return fmt.Errorf("%s: %w\n%s", command, err, problems.String())
	}
	return nil
}

var goTest = regexp.MustCompile(`(?m)^func ((?:Test|Fuzz|Benchmark|Example)\w*)\(`)

// goTests are the tests of the Go packages below a folder. Packages have moved, but kept the last part of their paths.
func goTests(tree string) (names []string, err error) {
	err = filepath.WalkDir(tree, func(path string, _ fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, "_test.go") {
			return err
		}
		text, err := os.ReadFile(path)
		for _, test := range goTest.FindAllSubmatch(text, -1) {
			if name := string(test[1]); name != "TestMain" {
				names = append(names, filepath.Base(filepath.Dir(path))+"."+name)
			}
		}
		return err
	})
	return names, err
}

// forNode changes what Node can't import: addresses on the tests' server, the page's parts, and b7cc170's own harness, whose list was its own.
func forNode(tree string) error {
	files, err := filepath.Glob(filepath.Join(tree, "web", "*", "*", "*.js"))
	more, err2 := filepath.Glob(filepath.Join(tree, "web", "*", "*", "*", "*.js"))
	err = errors.Join(err, err2)
	for _, file := range append(files, more...) {
		text, read := os.ReadFile(file)
		changed := strings.NewReplacer(`"/faults/`, `"../faults/`, "import(`/units/", "anything(`/units/", "tests.push({ name, fn });", "it(name);").Replace(string(text))
		err = errors.Join(err, read, os.WriteFile(file, []byte(changed), 0o600))
	}
	return err
}
