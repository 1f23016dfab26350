package release

import (
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
)

// cdn serves the unpacked package on an origin of its own, and answers the integrity of its files.
func cdn(t *testing.T) (url string, integrity func(name string) string) {
	files := unpack(t, tarball(t))
	folder := t.TempDir()
	for name, data := range files {
		path := filepath.Join(folder, "salla-profile", name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, data, 0o600))
	}
	server := httptest.NewServer(site.Handler(site.Options{Demo: folder}))
	t.Cleanup(server.Close)
	var manifest struct {
		Files map[string]struct{ Integrity string }
	}
	require.NoError(t, json.Unmarshal(files["manifest.json"], &manifest))
	return server.URL + "/salla-profile", func(name string) string { return manifest.Files[name].Integrity }
}

// visitor is the theme's own script: it uses salla.profile and tells the test.
const visitor = `
	const result = { error: "", heard: [] };
	for (const name of ["salla-profile::ready", "salla-profile::error", "profile::updated"]) {
		document.addEventListener(name, (event) => result.heard.push(event.type));
	}
	addEventListener("load", async () => {
		try {
			await window.salla?.onReady?.();
			Object.assign(result, await window.salla?.profile?.ready);
			const body = await salla.profile.update({ first_name: "Haifa" });
			result.name = body.data.first_name;
			result.same = salla.profile.update === salla.api.profile.update;
		} catch (error) {
			result.error = String(error);
		}
		result.wasm = performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => /wasm/.test(name)).join();
		await fetch("/result", { method: "POST", body: JSON.stringify(result) });
	});
`

func page(tags ...string) string {
	return `<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:">
		<script src="/visitor.js"></script>` + strings.Join(tags, "\n")
}

// A theme takes the script from a CDN on another origin, with integrity, which covers all that is run, and under a policy.
func TestCDN(t *testing.T) {
	url, integrity := cdn(t)
	tag := func(hash, more string) string {
		return fmt.Sprintf(`<script src="%s/salla-profile.js" integrity="%s" crossorigin="anonymous" %s></script>`, url, hash, more)
	}
	const store = `data-api="/store/v1" data-store-id="1" data-token="someone"`
	const sdk = `<script src="/npm/@salla.sa/twilight/dist/@salla.sa/twilight.min.js"></script><script src="/sdk-init.js"></script>`
	right := integrity("salla-profile.js")
	wrong := integrity("salla-profile.wasm") // somebody else's

	visit := func(t *testing.T, policy string, tags ...string) result {
		s := newShop(t, t.TempDir())
		s.text("/visitor.js", "text/javascript", visitor)
		s.text("/page.html", "text/html; charset=utf-8", page(tags...), "Content-Security-Policy", policy)
		return s.visit(t, s.url+"/page.html")
	}

	t.Run("tag", func(t *testing.T) {
		visit(t, "", tag(right, store)).check(t, "standalone")
	})
	t.Run("tag beside the SDK", func(t *testing.T) {
		visit(t, "", sdk, tag(right, "async")).check(t, "sdk")
	})
	t.Run("tag under a policy", func(t *testing.T) {
		// The CDN gives a script and nothing else: connect-src needn't name it.
		visit(t, "default-src 'self'; script-src 'self' "+url+"/ 'wasm-unsafe-eval'", tag(right, store)).check(t, "standalone")
	})
	t.Run("module", func(t *testing.T) {
		visit(t, "", fmt.Sprintf(`<link rel="modulepreload" href="%[1]s/salla-profile.mjs" integrity="%[2]s" crossorigin="anonymous">
			<script type="module">
				import { load } from "%[1]s/salla-profile.mjs";
				window.loaded = await load({ api: "/store/v1", storeId: 1, token: "someone" });
			</script>`, url, integrity("salla-profile.mjs"))).check(t, "standalone")
	})
	t.Run("another script than the one meant", func(t *testing.T) {
		r := visit(t, "", sdk, tag(wrong, ""))
		assert.Empty(t, r.Error)
		assert.Empty(t, r.Mode, "the browser refuses it")
		assert.Equal(t, "Haifa", r.Name, "the SDK's own methods serve")
		assert.Empty(t, r.Wasm)
	})
}
