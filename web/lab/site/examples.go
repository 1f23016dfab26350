package site

import (
	"bytes"
	"encoding/json"
	"html/template"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Documents are what authors read that has examples, by language: examples.html shows those, in this order.
var Documents = map[string][]string{
	"en": {
		"README.md", "web/docs/recipes.md", "web/docs/methods.md", "web/docs/verification.md", "web/docs/forms-and-errors.md",
		"web/docs/events.md", "web/docs/standalone.md", "web/docs/theme.md",
	},
	"ar": {
		"web/docs/README.ar.md", "web/docs/recipes.ar.md", "web/docs/methods.ar.md", "web/docs/verification.ar.md",
		"web/docs/forms-and-errors.ar.md", "web/docs/theme.ar.md",
	},
}

// Example is a block of code that runs: JavaScript, or HTML with a module's script, which is a page of its own.
type Example struct {
	Kind    string `json:"kind"`    // js or html
	Section string `json:"section"` // the heading above, without the lower one
	Title   string `json:"title"`   // the lower heading, where there is one
	Prose   string `json:"prose"`   // the last line before it, in Markdown
	Code    string `json:"code"`
}

// Examples are those of the documents in a language, in their order.
func Examples(folder, lang string) (all []Example, err error) {
	for _, name := range Documents[lang] {
		text, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return nil, err
		}
		all = append(all, examplesIn(string(text))...)
	}
	return all, nil
}

func examplesIn(text string) (all []Example) {
	var next Example
	var code []string
	inside := false
	for line := range strings.SplitSeq(text, "\n") {
		kind, fence := strings.CutPrefix(line, "```")
		switch {
		case fence && !inside:
			inside, code, next.Kind = true, nil, kind
		case fence:
			inside, next.Code = false, strings.Join(code, "\n")
			if next.Kind == "js" || next.Kind == "html" && strings.Contains(next.Code, `<script type="module"`) {
				all = append(all, next)
			}
			next.Prose = ""
		case inside:
			code = append(code, line)
		case strings.HasPrefix(line, "# "):
			next = Example{Section: line[2:]}
		case strings.HasPrefix(line, "## "):
			next = Example{Section: line[3:]}
		case strings.HasPrefix(line, "### "):
			next.Title, next.Prose = line[4:], ""
		case line != "" && !strings.ContainsAny(line[:1], "|<-"):
			next.Prose = line
		}
	}
	return all
}

// serveExamples answers with the examples of a language as JSON.
func (o Options) serveExamples(w http.ResponseWriter, r *http.Request) {
	examples, err := Examples(o.Docs, strings.TrimSuffix(r.PathValue("file"), ".json"))
	if err != nil || len(examples) == 0 {
		http.Error(w, "404 page not found", http.StatusNotFound)
		return
	}
	text, _ := json.Marshal(examples)
	serveText(w, r, ".json", text)
}

// libraries are what recipes import, each a module at /lib/NAME.js.
var libraries = map[string]string{
	"vue": "vue", "react": "react", "react-dom/client": "react", "@hotwired/turbo": "turbo",
}

var imported = regexp.MustCompile(`(?m)^\s*import (?:.* from )?"([^"]+)";$`)

// examplePage is the page of an example, as a theme's would be: in its head the tags, with the SDK or without it.
var examplePage = template.Must(template.New("example").Parse(`<!doctype html>
<html lang="{{.Lang}}" dir="{{.Dir}}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>{{.Title}}</title>
  <link rel="icon" href="/icon.svg">
  <link rel="stylesheet" href="/example.css">
  {{- if .SDK}}
  <script src="/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"></script>
  <script src="/sdk-init.js"></script>
  <script src="/dist/salla-profile.twilight.js"></script>
  {{- else}}
  <script src="/dist/salla-profile.js" data-api="/store/v1" data-store-id="1" data-token="{{.Token}}" data-language="{{.Lang}}"></script>
  {{- end}}
  {{- if .HasDialog}}
  <script src="/dist/salla-profile.verification.js"></script>
  {{- end}}
  <script src="/example.js"></script>
  {{- with .Imports}}
  <script type="importmap">{{.}}</script>
  {{- end}}
</head>
<body>
{{.Code}}
</body>
</html>
`))

// serveExample answers with the page of an example: /example/N.html?lang=, the N-th from 0; `token` names the customer, and
// with `sdk` the SDK is on it.
func (o Options) serveExample(w http.ResponseWriter, r *http.Request) {
	query := r.URL.Query()
	lang, dir := "ar", "rtl"
	if query.Get("lang") == "en" {
		lang, dir = "en", "ltr"
	}
	examples, err := Examples(o.Docs, lang)
	number, notNumber := strconv.Atoi(strings.TrimSuffix(r.PathValue("file"), ".html"))
	if err != nil || notNumber != nil || number < 0 || number >= len(examples) || examples[number].Kind != "html" {
		http.Error(w, "404 page not found", http.StatusNotFound)
		return
	}
	example := examples[number]
	title := example.Title
	if title == "" {
		title = example.Section
	}
	token := query.Get("token")
	if token == "" {
		token = "demo-customer"
	}
	imports := map[string]string{}
	for _, found := range imported.FindAllStringSubmatch(example.Code, -1) {
		imports[found[1]] = "/lib/" + libraries[found[1]] + ".js"
	}
	var importMap template.HTML
	if len(imports) > 0 {
		text, _ := json.Marshal(map[string]any{"imports": imports}) // it escapes < and >
		importMap = template.HTML(text)
	}
	var page bytes.Buffer
	_ = examplePage.Execute(&page, map[string]any{
		"Lang": lang, "Dir": dir, "Title": title, "Token": token, "SDK": query.Has("sdk"), "Imports": importMap,
		"HasDialog": strings.Contains(example.Code, "<salla-profile-verification"),
		"Code":      template.HTML(example.Code), //nolint:gosec // the project's own document
	})
	serveText(w, r, ".html", page.Bytes())
}

// serveText answers with a text that was made for this request.
func serveText(w http.ResponseWriter, r *http.Request, ext string, text []byte) {
	h := w.Header()
	h.Set("Content-Type", contentType(ext))
	h.Set("Cache-Control", "no-cache")
	h.Set("X-Content-Type-Options", "nosniff")
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(text))
}
