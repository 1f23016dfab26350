package test

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The guide to Salla's themes, followed to the letter: a theme with the module works, on two origins, whatever a CDN
// does to its tags.
func TestTheme(t *testing.T) {
	t.Parallel()
	needSDK(t)
	g := guideOf(t, "en")
	require.Equal(t, g, guideOf(t, "ar"), "one guide in two languages")
	th := newTheme(t)
	th.follow(t, g)
	th.build(t)
	th.build(t) // what was in public/ is gone then
	served, err := os.ReadFile(filepath.Join(th.folder, "public", themeScript))
	require.NoError(t, err)
	require.True(t, bytes.Equal(th.script, served), "the file that was downloaded")

	t.Run("as the guide says", func(t *testing.T) {
		t.Parallel()
		a := serveAssets(t, th, true)
		f := th.visit(t, a, "fetch", unchanged)
		f.runs(g, a)
		f.uses()
		f.silent()
	})
	t.Run("without CORS, and without crossorigin", func(t *testing.T) { testThemeWithoutCrossorigin(t, th, g) })
	t.Run("without CORS", func(t *testing.T) { testThemeWithoutCORS(t, th) })
	for name, way := range map[string]string{
		"inserts it again": `const another = document.createElement("script");
			await new Promise((onload) => tag.replaceWith(Object.assign(another, { src: tag.src, onload })));`,
		"fetches it": `Function(await (await fetch(tag.src)).text())();`,
		"imports it": `await import(tag.src);`,
	} {
		t.Run("an optimiser "+name, func(t *testing.T) { testOptimiser(t, th, g, way) })
	}
	t.Run("an optimiser that data-cfasync keeps off", func(t *testing.T) { testOptimiserKeptOff(t, th, g) })
	t.Run("taken out again", func(t *testing.T) { testTakenOut(t, th, g) })
}

func testThemeWithoutCrossorigin(t *testing.T, th theme, g guide) {
	t.Parallel()
	a := serveAssets(t, th, false)
	f := th.visit(t, a, "fetch", func(page string) string { return strings.ReplaceAll(page, ` crossorigin="anonymous"`, "") })
	f.runs(g, a)
	f.uses()
	f.silent()
}

// Without CORS no script with crossorigin runs, the theme's own neither.
func testThemeWithoutCORS(t *testing.T, th theme) {
	t.Parallel()
	a := serveAssets(t, th, false)
	f := th.visit(t, a, "xhr", unchanged)
	require.True(t, eval[bool](f.tab, "salla.profile.ready === undefined"))
	f.run(`await salla.profile.update({ first_name: "Haifa" })`)
	f.sent("profile/update") // by the SDK
	f.clean()
}

// optimiser is a CDN's: it takes scripts with an address out of the page's start, and runs them when all is loaded, in
// a way of its own. Tags with data-cfasync="false" it leaves alone.
func optimiser(way string) func(page string) string {
	script := regexp.MustCompile(`<script\b[^>]*\bsrc="http[^>]*>`)
	return func(page string) string {
		page = script.ReplaceAllStringFunc(page, func(tag string) string {
			if strings.Contains(tag, `data-cfasync="false"`) {
				return tag
			}
			return strings.Replace(tag, "<script", `<script type="text/later"`, 1)
		})
		return strings.Replace(page, "</body>", `<script data-cfasync="false">
			window.late = [];
			addEventListener("load", async () => {
				for (const tag of document.querySelectorAll('script[type="text/later"]')) {
					late.push(tag.src.split("/").pop());
					`+way+`
				}
			});
		</script></body>`, 1)
	}
}

// testOptimiser visits the theme behind one that takes the module's tag as well, which has no data-cfasync here.
func testOptimiser(t *testing.T, th theme, g guide, way string) {
	t.Parallel()
	a := serveAssets(t, th, true)
	f := th.visit(t, a, "fetch", func(page string) string {
		without := strings.Replace(g.tag, ` data-cfasync="false"`, "", 1)
		require.NotEqual(t, g.tag, without)
		tag := strings.Replace(g.tag, "{{ '"+themeScript+"'|asset }}", a.url+"/"+themeScript, 1)
		require.Contains(t, page, tag)
		late := strings.Replace(tag, ` data-cfasync="false"`, "", 1)
		return optimiser(way)(strings.Replace(page, tag, late, 1))
	})
	f.wait(`late.join() === "` + themeScript + `,app.js" && document.documentElement.dataset.app`)
	f.runs(g, a)
	f.uses()
	f.silent()
}

func testOptimiserKeptOff(t *testing.T, th theme, g guide) {
	t.Parallel()
	a := serveAssets(t, th, true)
	f := th.visit(t, a, "fetch", optimiser(`await import(tag.src);`))
	f.wait(`late.join() === "app.js" && document.documentElement.dataset.app`)
	f.runs(g, a)
	f.run(`await salla.profile.update({ first_name: "Haifa" })`)
	f.sent("profile/update")
	f.silent()
}

func testTakenOut(t *testing.T, th theme, g guide) {
	t.Parallel()
	th = th.copy(t)
	require.FileExists(t, filepath.Join(th.folder, "public", themeScript))
	th.takeOut(t, g)
	th.build(t)
	differ := exec.CommandContext(t.Context(), "diff", "-r", "-x", "public", "../theme", th.folder)
	require.NoError(t, differ.Run(), "nothing is left")
	require.NoFileExists(t, filepath.Join(th.folder, "public", themeScript))
	f := th.visit(t, serveAssets(t, th, true), "xhr", unchanged)
	require.True(t, eval[bool](f.tab, "salla.profile.ready === undefined"))
	f.uses()
	f.silent()
}
