package tinygo

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// edit is a change of one of TinyGo's files: old, which is there once, becomes new.
type edit struct{ file, old, new string }

// applyEdits makes the changes in a folder. It fails where TinyGo isn't what they expect.
func applyEdits(dir string, edits []edit) error {
	for _, e := range edits {
		name := filepath.Join(dir, e.file)
		data, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if strings.Count(string(data), e.old) != 1 {
			return fmt.Errorf("%s isn't that of TinyGo 0.42: no %q", name, e.old)
		}
		if err := os.WriteFile(name, []byte(strings.Replace(string(data), e.old, e.new, 1)), 0o666); err != nil {
			return err
		}
	}
	return nil
}
