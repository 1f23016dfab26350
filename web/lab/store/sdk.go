package store

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strconv"
	"strings"
)

// What the SDK and its components ask for around the profile, answered so that they neither fail nor go to Salla.

// storeSettings is GET store/settings, which the SDK asks where salla.init was given no settings: they are the whole
// configuration, and their store's id must be the page's own.
func storeSettings(c *call) answer {
	var id any = 1
	if text := c.request.Header.Get("Store-Identifier"); text != "" {
		id = text
		if number, err := strconv.ParseInt(text, 10, 64); err == nil {
			id = number
		}
	}
	here := origin(c.request)
	return success(map[string]any{
		"store": map[string]any{
			"id": id, "name": "هيل", "username": "hayl", "url": here, "api": here + APIPath,
			"features": []string{}, "settings": map[string]any{},
		},
	})
}

func emptyList(*call) answer { return success([]any{}) }

func languages(*call) answer {
	return success([]map[string]any{
		{"code": "ar", "iso_code": "ar", "name": "العربية", "is_rtl": true},
		{"code": "en", "iso_code": "en", "name": "English", "is_rtl": false},
	})
}

func currencies(*call) answer {
	return success([]map[string]any{
		{"code": "SAR", "name": "ريال سعودي", "symbol": "ر.س", "amount": 1, "country_code": "sa"},
	})
}

// latestCart is GET cart/latest of the storefront, which the SDK asks on every page of a signed-in customer.
func latestCart(*call) answer {
	cart := map[string]any{"id": 1, "count": 0, "total": 0, "sub_total": 0, "discount": 0, "tax_amount": 0,
		"total_discount": 0, "real_shipping_cost": 0, "shipping_cost": 0}
	return success(map[string]any{"cart": cart})
}

// translations that <salla-verify>, <salla-user-profile> and <salla-user-settings> show; the rest shows as its key.
var translations = map[string]text{
	"common.elements.mobile":                         {"الجوال", "mobile"},
	"common.elements.email":                          {"البريد الإلكتروني", "email"},
	"common.elements.save":                           {"حفظ", "Save"},
	"common.errors.error_occurred":                   {"حدث خطأ ما.", "Something went wrong."},
	"pages.profile.verify_title":                     {"التحقق من ", "Verify your "},
	"pages.profile.verify_message":                   {"أدخل رمز التحقق الذي أرسلناه إليك.", "Enter the code that we sent you."},
	"pages.profile.verify":                           {"تحقق", "Verify"},
	"pages.profile.first_name":                       {"الاسم الأول", "First name"},
	"pages.profile.last_name":                        {"اسم العائلة", "Last name"},
	"pages.profile.birthday":                         {"تاريخ الميلاد", "Date of birth"},
	"pages.profile.gender":                           {"الجنس", "Gender"},
	"pages.profile.male":                             {"ذكر", "Male"},
	"pages.profile.female":                           {"أنثى", "Female"},
	"pages.profile.gender_placeholder":               {"اختر الجنس", "Choose"},
	"pages.profile.hide_my_name":                     {"إخفاء اسمي", "Hide my name"},
	"pages.profile.hide_my_name_desc":                {"لا يظهر اسمك مع تقييماتك.", "Your reviews don't show your name."},
	"pages.profile.promotional_messages":             {"الرسائل الترويجية", "Promotional messages"},
	"pages.profile.promotional_messages_description": {"عروض المتجر وجديده.", "The store's offers and news."},
	"blocks.header.resend_after":                     {"يمكنك طلب رمز جديد بعد ", "Ask for a new code in "},
	"blocks.comments.submit":                         {"إرسال", "Send"},
}

// serveTranslations is GET languages/assets/….js, on the storefront or under the API: a script that sets
// window.translations. On a 404 the SDK would load Salla's own from its CDN.
func serveTranslations(w http.ResponseWriter, _ *http.Request) {
	messages := map[string]any{}
	for _, lang := range []language{arabic, english} {
		tree := map[string]any{}
		for key, value := range translations {
			nest(tree, key, value.in(lang))
		}
		messages[lang.code()+".trans"] = tree
	}
	script, _ := json.Marshal(messages)
	w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = fmt.Fprintf(w, "window.translations = %s;\n", script)
}

// serveLogout is where the SDK goes after a deleted account.
func serveLogout(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, "/", http.StatusSeeOther)
}

// serveAccountsLogout is the page that the SDK loads in a hidden frame before it announces profile::deleted: with
// salla.config `login.url` set to …/dev/accounts it says that the customer is signed out, as Salla's accounts page does.
func serveAccountsLogout(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	_, _ = fmt.Fprint(w, `<!doctype html><title>Signed out</title>`+
		`<script>parent.postMessage({source: "login", type: "iframe::logged-out"}, "*")</script>`)
}

// nest sets a value at a dotted path.
func nest(tree map[string]any, path, value string) {
	names := strings.Split(path, ".")
	for _, name := range names[:len(names)-1] {
		if _, ok := tree[name]; !ok {
			tree[name] = map[string]any{}
		}
		tree = tree[name].(map[string]any)
	}
	tree[names[len(names)-1]] = value
}
