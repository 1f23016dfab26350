package test

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"image/png"
	"net/http"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"salla-profile/web/lab/site"
)

// recipe is a page of web/docs/recipes.md with a person at it.
type recipe struct {
	account
	query string // what asks for the SDK
}

// onRecipe opens a recipe's page by its heading, with the SDK and without it.
func onRecipe(t *testing.T, heading string, queries []string, test func(recipe)) {
	all, err := site.Examples("../../..", "en")
	require.NoError(t, err)
	number := -1
	for i, example := range all {
		if example.Section == heading {
			number = i
		}
	}
	require.GreaterOrEqual(t, number, 0, heading)
	onBuilds(t, func(t *testing.T, b build) {
		for _, query := range queries {
			t.Run("page"+query, func(t *testing.T) {
				t.Parallel()
				if query != "" {
					needSDK(t)
				}
				s := newShop(t, b)
				p := open(t, s, fmt.Sprintf("/example/%d.html?lang=en%s", number, query))
				p.run("await salla.profile.ready")
				test(recipe{account{p, s}, query})
				p.clean()
			})
		}
	})
}

var (
	alone = []string{""}
	both  = []string{"", "&sdk"}
)

// notice waits for one of the page's own notices.
func (r recipe) notice(text string) { r.t.Helper(); r.text("#notices", text) }

// lastCode waits for the message that is the count-th to the page's customer, and returns its code.
func (r recipe) lastCode(count int) string {
	r.t.Helper()
	return waitFor[string](r.tab, fmt.Sprintf(`(() => {
		const token = document.querySelector("script[data-token]")?.dataset.token ?? JSON.parse(localStorage.getItem("token"));
		const request = new XMLHttpRequest();
		request.open("GET", "/dev/phone?token=" + encodeURIComponent(token), false);
		request.send();
		const messages = JSON.parse(request.responseText);
		return messages.length === %d && messages.at(-1).code;
	})()`, count))
}

func TestRecipeFields(t *testing.T) {
	onRecipe(t, "Messages at the fields", both, func(r recipe) {
		r.fill("[name=last_name]", "Al Harbi")
		r.click("button")
		r.text("#first-name-problem", "This field is required.")
		r.wait(`document.querySelector("[name=first_name]").getAttribute("aria-invalid") === "true"`)
		r.wait(`document.querySelector("[name=last_name]").getAttribute("aria-invalid") === "false"`)
		r.fill("[name=first_name]", "Haifa")
		r.click("button")
		r.text("output", "Saved, Haifa.")
		r.wait(`!document.querySelector("#first-name-problem").textContent && !document.querySelector("[aria-invalid=true]")`)
	})
}

func TestRecipeQuiet(t *testing.T) {
	onRecipe(t, "A save without notices", both, func(r recipe) {
		r.fill("[name=first_name]", "Haifa")
		r.click("#quietly")
		r.text("output", "Saved.")
		require.False(t, eval[bool](r.tab, `Boolean(document.querySelector("#notices"))`))
		r.click("button:not([id])")
		r.notice("Your profile has been saved.")
		require.Equal(t, 2, r.shop.count("POST profile/update"))
	})
}

func TestRecipeContact(t *testing.T) {
	onRecipe(t, "A contact, shown safely", both, func(r recipe) {
		r.wait(`/^\+966 •••\d\d$/.test(document.querySelector("#my-phone").textContent)`)
		r.wait(`/^.•••@example\.com$/.test(document.querySelector("#my-email").textContent)`)
		r.click("#in-full")
		r.wait(`/^\+966 5\d{8}$/.test(document.querySelector("#my-phone").textContent)`)
		r.wait(`/^\w+@example\.com$/.test(document.querySelector("#my-email").textContent)`)
		// In an Arabic sentence the plus stays on the left.
		r.run(`document.documentElement.dir = "rtl"`)
		require.True(t, eval[bool](r.tab, `(() => {
			const range = document.createRange();
			const text = document.querySelector("#my-phone").firstChild;
			const left = (at) => { range.setStart(text, at); range.setEnd(text, at + 1); return range.getBoundingClientRect().left; };
			return left(0) < left(1) && left(1) < left(6);
		})()`))
		r.click("#in-full")
		r.wait(`/•/.test(document.querySelector("#my-phone").textContent)`)
	})
}

func TestRecipeSettings(t *testing.T) {
	onRecipe(t, "Settings", both, func(r recipe) {
		r.wait(`document.querySelector("[name=is_notifiable]").checked`)
		r.click("[name=is_notifiable]")
		r.text("output", "Off.")
		r.click("[name=is_hidden_name]")
		r.text("output", "On.")
		r.follow(func() { r.run("location.reload()") })
		r.wait(`document.querySelector("[name=is_hidden_name]").checked`)
		require.False(t, eval[bool](r.tab, `document.querySelector("[name=is_notifiable]").checked`))
		r.shop.serve("/store/v1/profile/settings", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(http.StatusUnprocessableEntity)
			_, _ = w.Write([]byte(`{"status":422,"success":false,"error":{"message":"Not today.","fields":{}}}`))
		})
		r.click("[name=is_notifiable]")
		r.text("output", "Not today.")
		require.False(t, eval[bool](r.tab, `document.querySelector("[name=is_notifiable]").checked`))
	})
}

func TestRecipePicture(t *testing.T) {
	var large bytes.Buffer
	require.NoError(t, png.Encode(&large, image.NewRGBA(image.Rect(0, 0, 1600, 1200))))
	folder := t.TempDir()
	file, text := filepath.Join(folder, "large.png"), filepath.Join(folder, "text.png")
	require.NoError(t, os.WriteFile(file, large.Bytes(), 0o600))
	require.NoError(t, os.WriteFile(text, []byte("no picture"), 0o600))
	onRecipe(t, "Profile picture", both, func(r recipe) {
		r.upload("[type=file]", text)
		r.text("output", "This file isn't a picture.")
		r.upload("[type=file]", file)
		r.wait(`document.querySelector("img").naturalWidth === 512 && document.querySelector("img").naturalHeight === 384`)
		r.text("output", "KB")
		r.click("button")
		r.text("output", "Saved.")
		response, err := http.Get(eval[string](r.tab, `salla.profile.info().then(({ data }) => data.avatar)`))
		require.NoError(t, err)
		defer func() { _ = response.Body.Close() }()
		picture, err := jpeg.DecodeConfig(response.Body)
		require.NoError(t, err)
		require.Equal(t, 512, picture.Width)
	})
}

func TestRecipeDeletion(t *testing.T) {
	onRecipe(t, "Deletion of the account", both, func(r recipe) {
		r.click("[value=start]")
		r.wait(`!document.querySelector("[data-status=unverified]").hidden`)
		code := r.lastCode(1)
		r.fill("[name=code]", wrong(code))
		r.click("[value=verify]")
		r.text("output", "The verification code is wrong.")
		r.fill("[name=code]", code)
		r.click("[value=verify]")
		r.wait(`!document.querySelector("[data-status=pending]").hidden && /\d{4}$/.test(document.querySelector("time").textContent)`)
		r.click("[data-status=pending] [value=cancel]")
		r.wait(`!document.querySelector("[data-status=none]").hidden`)
	})
}

func TestRecipeSigning(t *testing.T) {
	onRecipe(t, "Signing in and out", alone, func(r recipe) {
		r.click("[value=in]")
		r.wait(`!["nobody", ""].includes(document.querySelector("#who").textContent)`)
		first := eval[string](r.tab, `document.querySelector("#who").textContent`)
		r.fill("[name=token]", "customer-of-the-recipe")
		r.click("[value=in]")
		r.wait(`!["nobody", ` + quote(first) + `].includes(document.querySelector("#who").textContent)`)
		r.click("[value=out]")
		r.text("#who", "nobody")
	})
}
