//go:build js && wasm

package bridge

import (
	"testing"

	"salla-profile/profile"
)

const aForm = `Object.assign(document.createElement("form"), {innerHTML: '<input name="phone" value="5"><input name="off" disabled value="x">'})`

func TestPayloadKinds(t *testing.T) {
	b := newBridge()
	b.eval(t, "window.other = frame()")
	for value, want := range map[string]profile.Kind{
		`undefined`:                            profile.None,
		`null`:                                 profile.None,
		`{}`:                                   profile.Object,
		`Object.create(null)`:                  profile.Object,
		`new (class A {})`:                     profile.Object,
		`new Proxy({}, {})`:                    profile.Object,
		`new FormData`:                         profile.Form,
		aForm:                                  profile.Form,
		`new URLSearchParams`:                  profile.Params,
		`"1234"`:                               profile.Text,
		`"a=1"`:                                profile.Params, // jQuery's serialize
		`"="`:                                  profile.Params,
		`"a&b"`:                                profile.Text,
		`""`:                                   profile.Text,
		`7`:                                    profile.Number,
		`7n`:                                   profile.Other,
		`true`:                                 profile.Other,
		`false`:                                profile.Other,
		`Symbol()`:                             profile.Other,
		`[]`:                                   profile.Other,
		`() => 1`:                              profile.Other,
		`new Date`:                             profile.Other,
		`new Map`:                              profile.Other,
		`new Blob`:                             profile.Other,
		`new Error`:                            profile.Other,
		`Promise.resolve({})`:                  profile.Other,
		`new Uint8Array`:                       profile.Other,
		`new String("x")`:                      profile.Other,
		`document.body`:                        profile.Other,
		`hostile.tag()`:                        profile.Other,
		`hostile.revoked()`:                    profile.Other,
		`new other.Object`:                     profile.Object,
		`new other.FormData`:                   profile.Form,
		`new other.Array`:                      profile.Other,
		`new other.Blob`:                       profile.Other,
		`new other.String("12")`:               profile.Other,
		`other.eval("({a: 1})")`:               profile.Object,
		`other.eval("undefined")`:              profile.None,
		`new other.URLSearchParams`:            profile.Params,
		`other.document.createElement("form")`: profile.Form,
		`document.adoptNode(` + aForm + `)`:    profile.Form,
		`{__proto__: FormData.prototype}`:      profile.Form, // by its tag; Encode can't
		`Object.assign(new FormData, {phone: "ignore"})`: profile.Form,
	} {
		equal(t, value, b.Payload(b.given(t, value)).Kind, want)
	}
}

func TestMember(t *testing.T) {
	b := newBridge()
	b.eval(t, "window.other = frame()")
	for _, test := range []struct{ value, member, want string }{
		{`{phone: "٠٥"}`, "phone", "٠٥"},
		{`{phone: 966555555555}`, "phone", "966555555555"},
		{`{phone: 0}`, "phone", "0"},
		{`{phone: ""}`, "phone", ""},
		{`{phone: null}`, "phone", ""},
		{`{phone: {}}`, "phone", ""},
		{`{}`, "phone", ""},
		{`{__proto__: {phone: "1"}}`, "phone", "1"},
		{`hostile.getter()`, "phone", ""},
		{`Object.entries({phone: "1"}).reduce((f, e) => (f.append(...e), f), new FormData)`, "phone", "1"},
		{`new FormData`, "phone", ""},
		{`(() => { const f = new FormData; f.append("phone", new Blob(["x"])); return f })()`, "phone", ""},
		{aForm, "phone", "5"},
		{aForm, "off", ""},
		{`new URLSearchParams("phone=+1&phone=2")`, "phone", " 1"},
		{`(() => { const f = new other.FormData; f.append("phone", "1"); return f })()`, "phone", "1"},
		{`new other.URLSearchParams("phone=1")`, "phone", "1"},
		{`"1234"`, "code", "1234"},
		{`"phone=%2B5&code=12+34"`, "code", "12 34"},
		{`"phone=%2B5&code=12"`, "phone", "+5"},
		{`"phone=٠٥"`, "phone", "٠٥"},
		{`"phone"`, "phone", ""},
		{`"1234"`, "length", ""},
		{`undefined`, "phone", ""},
	} {
		equal(t, test.value, b.Member(b.Payload(b.given(t, test.value)), test.member), test.want)
	}
}
