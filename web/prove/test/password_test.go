package test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"

	"salla-profile/web/prove/api"
	"salla-profile/web/prove/browser"
)

// A page whose address has a user and a password saves all the same, with the SDK and without.
func TestPageAddressWithPassword(t *testing.T) {
	for mode, page := range modes("password", "password.js") {
		t.Run(mode, func(t *testing.T) {
			navigate(t, wanted(), "/password", func(t *testing.T, _ build, mux *http.ServeMux, _ *api.API, open func() *browser.Browser) {
				mux.HandleFunc("/password", page)
				type told struct{ Page, Module string }
				r := heard(t, open(), browser.Told[told](mux, "/told"))
				t.Logf("a fetch of the page's own is %s", r.Page)
				assert.Equal(t, "resolved", r.Module)
			})
		})
	}
}
