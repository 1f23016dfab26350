package test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const dialogScript = "salla-profile.verification.js"

// A customer changes the phone in the theme's own form by keys alone, in both languages, with our dialog in the place of Salla's.
// The theme is the one of web/prove/theme, which is built as SallaApp/theme-raed is, with Salla's components; of that theme's style
// sheet, 716 kB, there is no copy here. THEME_CSS names one (its repository has public/app.css), which the page then uses; SHOTS a folder for
// pictures.
func TestThemeVerification(t *testing.T) {
	t.Parallel()
	needSDK(t)
	th := newDialogTheme(t)
	for lang, dir := range map[string]string{"en": "ltr", "ar": "rtl"} {
		t.Run(lang, func(t *testing.T) {
			t.Parallel()
			f := th.visit(t, serveAssets(t, th, true), "fetch", inLanguage(lang, dir))
			f.run(`await salla.profile.ready`)
			f.run(string(readTestFile(t, "verification/hands.js")))
			k := keyboard{wholeChange{codeDialog{f.tab, f.shop}}, lang}
			styled := eval[bool](k.tab, `[...document.styleSheets].some(({ href, cssRules }) => href?.endsWith("/app.css") && cssRules.length)`)
			require.Equal(t, os.Getenv("THEME_CSS") != "", styled)

			const phone = ".s-tel-input-control"
			k.tabTo(phone)
			k.write("507654321")
			k.press(kb.Enter)
			k.waitOpen()
			assert.Equal(t, map[string]any{"dir": dir, "modal": true, "pending": "mobile"}, eval[map[string]any](k.tab, `({
				dir: getComputedStyle(part("dialog")).direction,
				modal: part("dialog").matches(":modal"),
				pending: salla.profile.pendingVerification.type,
			})`))
			for _, control := range []string{"::input", "::submit", "::resend", "::cancel", "::close"} {
				k.point(control) // it is seen, and nothing of the theme covers it
			}

			for _, width := range []int64{320, 1280} {
				k.width(width)
				k.picture(fmt.Sprint(width))
			}
			code := f.code(1)
			k.write(k.typed(wrong(code)))
			k.refused()
			k.write(k.typed(code))
			k.waitClosed()
			assert.True(t, eval[bool](k.tab, isFocused(phone)), "where the customer was")
			assert.Equal(t, "507654321", f.info("phone.number"))
			assert.Equal(t, 2, k.shop.count("POST profile/verify"))
			k.clean()
		})
	}
}

// newDialogTheme builds the theme with both scripts, the second one as the guide says of the first.
func newDialogTheme(t *testing.T) theme {
	th, g := newTheme(t), guideOf(t, "en")
	script, err := os.ReadFile(filepath.Join(builds[0].dist, dialogScript))
	require.NoError(t, err, "`make test` builds it")
	require.NoError(t, os.WriteFile(filepath.Join(filepath.Dir(th.folder), "dist", dialogScript), script, 0o644))
	th.follow(t, g)
	of := func(code string) string { return strings.ReplaceAll(code, themeScript, dialogScript) }
	th.follow(t, guide{file: of(g.file), copy: of(g.copy), tag: of(g.tag)})
	th.edit(t, "src/views/pages/customer/profile.twig", "<salla-verify></salla-verify>", verificationElt)
	css := os.Getenv("THEME_CSS")
	if css != "" {
		th.edit(t, masterPage, "{% block styles %}", `<link rel="stylesheet" crossorigin="anonymous" href="{{ 'app.css'|asset }}">{% block styles %}`)
	}
	th.build(t)
	if css != "" {
		require.NoError(t, os.WriteFile(filepath.Join(th.folder, "public", "app.css"), readTestFile(t, css), 0o644))
	}
	return th
}

// inLanguage makes the page one that the server has rendered in a language.
func inLanguage(lang, dir string) func(page string) string {
	here := strings.NewReplacer(
		`<html lang="en" dir="ltr">`, `<html lang="`+lang+`" dir="`+dir+`">`,
		`<script src="/storefront.js"></script>`,
		`<script>`+strings.Replace(storefrontScript, `language_code: "en"`, `language_code: "`+lang+`"`, 1)+`</script>`)
	return here.Replace
}
