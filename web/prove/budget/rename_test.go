package budget

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/scanner"
	"go/token"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// tree has the sources that renaming may touch, by path.
type tree map[string][]byte

var word = regexp.MustCompile(`[A-Za-z_$][\w$]*`)

// exported are the names that Go packages and JavaScript modules export to others of ours, and that nothing but
// identifiers mentions: to rename one changes no program.
type exported struct{ inGo, inJS []string }

// exportedNames finds them by what a file says, without types. A name that means something outside of the language too (a
// string, a property, another module's member) is left out: rather too many than one too few.
func exportedNames(t *testing.T, sources tree) exported {
	declared, taken := map[string]bool{}, map[string]bool{"String": true, "Error": true} // these two are fmt's
	jsDeclared, jsTaken := map[string]bool{}, map[string]bool{}
	take := func(text string) {
		for _, name := range word.FindAllString(text, -1) {
			taken[upper(name)], jsTaken[name] = true, true
		}
	}
	for path, content := range sources {
		switch filepath.Ext(path) {
		case ".go":
			if strings.HasPrefix(path, "web/") { // tools, whose files are left as they are
				take(string(content))
				continue
			}
			goNames(t, path, content, declared, taken, take)
		case ".js":
			for _, name := range word.FindAllString(string(content), -1) {
				taken[upper(name)] = true // it may be Go's name, seen from the page
			}
			for _, found := range jsExport.FindAllSubmatch(content, -1) {
				jsDeclared[string(found[1])] = true
			}
			for _, found := range jsElsewhere.FindAllSubmatch(content, -1) {
				take(string(bytes.Join(found[1:], []byte(" "))))
			}
		}
	}
	rest := func(declared, taken map[string]bool) []string {
		maps.DeleteFunc(declared, func(name string, _ bool) bool { return taken[name] })
		return slices.Sorted(maps.Keys(declared))
	}
	return exported{rest(declared, taken), rest(jsDeclared, jsTaken)}
}

// jsExport declares an exported name. jsElsewhere has texts, properties read and properties written.
var (
	jsExport    = regexp.MustCompile(`(?m)^export (?:async )?(?:const|let|function|class) ([\w$]+)`)
	jsElsewhere = regexp.MustCompile("\"([^\"\n]*)\"|`([^`]*)`|\\.([A-Za-z_$][\\w$]*)|([A-Za-z_$][\\w$]*):")
)

func upper(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

// goNames notes what a file declares, the members of other modules that it uses, and hands texts to take.
func goNames(t *testing.T, path string, content []byte, declared, taken map[string]bool, take func(string)) {
	file, err := parser.ParseFile(token.NewFileSet(), path, content, parser.ParseComments)
	require.NoError(t, err)
	others := map[string]bool{}
	for _, i := range file.Imports {
		imported, _ := strconv.Unquote(i.Path.Value)
		others[filepath.Base(imported)] = !strings.HasPrefix(imported, "salla-profile/")
	}
	for _, group := range file.Comments {
		for _, comment := range group.List {
			if strings.HasPrefix(comment.Text, "//go:") || strings.HasPrefix(comment.Text, "//export ") {
				take(comment.Text)
			}
		}
	}
	ast.Inspect(file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.BasicLit:
			take(strings.NewReplacer(`\t`, " ", `\n`, " ").Replace(node.Value))
		case *ast.SelectorExpr:
			if x, ok := node.X.(*ast.Ident); ok && others[x.Name] {
				taken[node.Sel.Name] = true
			}
		}
		return true
	})
	for name := range file.Scope.Objects {
		declared[name] = ast.IsExported(name)
	}
	for _, declaration := range file.Decls {
		if method, ok := declaration.(*ast.FuncDecl); ok && method.Recv != nil {
			declared[method.Name.Name] = method.Name.IsExported()
		}
	}
	maps.DeleteFunc(declared, func(_ string, exported bool) bool { return !exported })
}

// renamed returns the files in which names have other names now, by the old ones.
func (sources tree) renamed(inGo, inJS map[string]string) tree {
	changed := tree{}
	for path, content := range sources {
		var next []byte
		if strings.HasPrefix(path, "web/make/") {
			continue
		}
		if filepath.Ext(path) == ".go" {
			next = renameGo(content, inGo)
		} else {
			next = word.ReplaceAllFunc(content, func(name []byte) []byte {
				if to, ok := inJS[string(name)]; ok {
					return []byte(to)
				}
				return name
			})
		}
		if !bytes.Equal(content, next) {
			changed[path] = next
		}
	}
	return changed
}

// renameGo renames identifiers, and leaves texts and comments.
func renameGo(content []byte, names map[string]string) []byte {
	var s scanner.Scanner
	files := token.NewFileSet()
	s.Init(files.AddFile("", files.Base(), len(content)), content, nil, 0)
	var next []byte
	from := 0
	for {
		position, kind, text := s.Scan()
		if kind == token.EOF {
			return append(next, content[from:]...)
		}
		if to, ok := names[text]; ok && kind == token.IDENT {
			at := files.Position(position).Offset
			next = append(append(next, content[from:at]...), to...)
			from = at + len(text)
		}
	}
}

// someNames chooses count names, and a new one of chance for each, of 3 to 14 letters.
func someNames(random *rand.Rand, names []string, count int, isExported bool) map[string]string {
	chosen := map[string]string{}
	for _, i := range random.Perm(len(names))[:min(count, len(names))] {
		letters := make([]byte, 3+random.IntN(12))
		for at := range letters {
			letters[at] = 'a' + byte(random.IntN(26))
		}
		next := string(letters) + strconv.Itoa(i) // so that no two are alike, and none is a keyword
		if isExported {
			next = upper(next)
		}
		chosen[names[i]] = next
	}
	return chosen
}
