package site

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const document = "# A\n\n```js\nawait zero();\n```\n\n## First\n\nWhat it `does`.\n\n```js\nawait one();\n```\n\n### Lower\n\n| a | b |\n|---|---|\n\n```sh\nmake\n```\n\n" +
	"## Second\n\nIt says so.\n\n```html\n<p>x</p>\n```\n\nA page:\n\n```html\n<p>y</p>\n<script type=\"module\">\n  import { ref } from \"vue\";\n</script>\n```\n"

func TestExamplesIn(t *testing.T) {
	assert.Equal(t, []Example{
		{Kind: "js", Section: "A", Code: "await zero();"},
		{Kind: "js", Section: "First", Prose: "What it `does`.", Code: "await one();"},
		{Kind: "html", Section: "Second", Prose: "A page:", Code: "<p>y</p>\n<script type=\"module\">\n  import { ref } from \"vue\";\n</script>"},
	}, examplesIn(document))
}

// The project's own documents: each example of a page has one, with the tags of a page with the SDK or without it.
func TestExamplePages(t *testing.T) {
	server := httptest.NewServer(Handler(Options{Docs: "../../..", NPM: "../../node_modules"}))
	t.Cleanup(server.Close)
	for lang := range Documents {
		_, text := get(t, server.URL+"/docs/"+lang+".json")
		var examples []Example
		require.NoError(t, json.Unmarshal([]byte(text), &examples))
		for i, example := range examples {
			response, page := get(t, fmt.Sprintf("%s/example/%d.html?lang=%s&token=%%22%%3E", server.URL, i, lang))
			if example.Kind != "html" {
				assert.Equal(t, 404, response.StatusCode)
				continue
			}
			assert.Equal(t, "text/html; charset=utf-8", response.Header.Get("Content-Type"))
			assert.Contains(t, page, `<html lang="`+lang)
			assert.Contains(t, page, example.Code)
			assert.Contains(t, page, `/dist/salla-profile.js" data-api="/store/v1" data-store-id="1" data-token="&#34;&gt;"`)
			_, page = get(t, fmt.Sprintf("%s/example/%d.html?sdk", server.URL, i))
			assert.Contains(t, page, "/dist/salla-profile.twilight.js")
			if example.Section == "React" {
				assert.Contains(t, page, `<script type="importmap">{"imports":{"react":"/lib/react.js","react-dom/client":"/lib/react.js"}}</script>`)
			}
		}
	}
	for name, part := range map[string]string{"vue": "createApp", "turbo": "Turbo", "react": "createRoot"} {
		response, module := get(t, server.URL+"/lib/"+name+".js")
		assert.Equal(t, 200, response.StatusCode, name)
		assert.Contains(t, module, part)
	}
	for _, path := range []string{"/docs/fr.json", "/example/9999.html", "/example/-1.html", "/example/x.html", "/lib/axios.js"} {
		response, _ := get(t, server.URL+path)
		assert.Equal(t, 404, response.StatusCode, path)
	}
}
