//go:build js && wasm

package bridge

import (
	"fmt"
	"strconv"
	"testing"

	"salla-profile/profile"
)

func TestContextWithoutTheSDK(t *testing.T) {
	b := newBridge()
	run(t, `
		wasmtest.lent.config = {
			api: "https://api.test/v1", storeId: 42, token: "t1", language: "ar", currency: "SAR", userId: "7", country: "SA",
			headers: {"X-A": "1", "X-No": null}, features: ["mada", "sso-login"],
		};
	`)
	context := b.Context("profile/update")
	equal(t, "URL", context.URL, "https://api.test/v1/profile/update")
	equal(t, "headers", fmt.Sprint(context.Headers), "[{X-Requested-With XMLHttpRequest} {S-SOURCE twilight} {S-APP-VERSION 1.2.3} "+
		"{S-APP-OS browser} {cache-control no-cache} {Store-Identifier 42} {currency SAR} {accept-language ar} {s-user-id 7} {s-country SA} "+
		"{X-A 1}]")
	context.Headers, context.URL = nil, ""
	equal(t, "context", fmt.Sprintf("%+v", context), fmt.Sprintf("%+v", profile.Context{SSO: true, Language: "ar"}))

	run(t, `wasmtest.lent.config = {api: "https://api.test", features: "mada"}; wasmtest.program.attach(); document.documentElement.lang = "ar-SA"`)
	context = b.Context("x")
	equal(t, "headers", len(context.Headers), 5)
	equal(t, "language of the page", context.Language, "ar-SA")
	equal(t, "features", context.SSO, false)
	// salla without an SDK in it, such as a theme's own.
	for _, salla := range []string{`{}`, `{api: {}}`, `{api: {profile: {}}, config: {get: 7}}`, `7`, `null`, `{api: {getHeaders() { throw 1 }}}`} {
		run(t, `window.salla = `+salla)
		equal(t, salla, b.Context("x").URL, "https://api.test/x")
	}

	// The cookie, where the API is on the page's own origin: the page says what it is.
	run(t, `delete window.salla`)
	for answer, want := range map[string]string{
		`() => "abc=="`: "[{X-XSRF-TOKEN abc==}]", `() => ""`: "[]", `() => false`: "[]", `() => { throw new Error("malformed") }`: "[]",
	} {
		run(t, `wasmtest.lent.xsrf = `+answer)
		equal(t, answer, fmt.Sprint(b.Context("x").Headers[5:]), want)
	}
}

func TestToken(t *testing.T) {
	newBridge()
	for _, test := range []struct{ token, want string }{
		{`"t1"`, `Bearer t1`},
		{`7`, `Bearer 7`},
		{`undefined`, ``},
		{`null`, ``},
		{`""`, ``},
		{`false`, ``}, // of loggedIn && token
		{`0`, ``},
		{`() => "t2"`, `Bearer t2`},
		{`async () => "t3"`, `Bearer t3`},
		{`Promise.resolve("t4")`, `Bearer t4`},
		{`{then(resolve) { setTimeout(resolve, 1, "t5") }}`, `Bearer t5`},
		{`() => undefined`, ``},
		{`async () => false`, ``},
		{`() => ({})`, ``},
		{`() => "t\n6"`, "Bearer t\r6"},
		{`"t\n7"`, "Bearer t\r7"},
	} {
		equal(t, test.token, run(t, `
			wasmtest.lent.config = {api: "https://api.test", token: `+test.token+`};
			wasmtest.program.attach();
			answer(200, "{}");
			await call("info");
			return requests[0].headers.Authorization ?? "";
		`), strconv.Quote(test.want))
	}
	equalJSON(t, "asked for at each request", run(t, `
		let n = 0;
		wasmtest.lent.config = {api: "https://api.test", token: () => "t" + ++n};
		wasmtest.program.attach();
		answer(200, "{}");
		await call("info");
		await call("update", {});
		await outcome(call("verify")); // which isn't sent
		return [n, requests.map(({headers}) => headers.Authorization)];
	`), `[2,["Bearer t1","Bearer t2"]]`)
	equalJSON(t, "a failing one", run(t, `
		const outcomes = [];
		const log = [];
		window.salla = {
			event: {emit: (name, info, error) => log.push(name), profile: {infoNotFetched: (error) => log.push("infoNotFetched")}},
			notify: {fire: () => log.push("fire")},
		};
		for (const token of [() => { throw new Error("no token") }, () => Promise.reject(new Error("no token")), Promise.reject(new Error("no token"))]) {
			wasmtest.lent.config = {api: "https://api.test", token};
			wasmtest.program.attach();
			answer(200, "{}");
			const {error} = await outcome(call("info"));
			outcomes.push(error.name, error.message, error.code, error.cause.message, error.config.url, requests.length, ...log.splice(0));
		}
		return [...new Set(outcomes)];
	`), `["AxiosError","Network Error","ERR_NETWORK","no token","https://api.test/auth/user",0,"document::request.failed","infoNotFetched"]`)
	// Nothing remembers it.
	equal(t, "continuations that wait", waiting(), 0)
}

func TestContextWithTheSDK(t *testing.T) {
	b := newBridge()
	run(t, `sdk()`)
	context := b.Context("auth/user")
	equal(t, "the visitor", b.Same(context.Visitor, b.given(t, `{currency: "SAR", Authorization: "Bearer secret"}`)), true)
	equal(t, "another", b.Same(context.Visitor, b.given(t, `{currency: "SAR", Authorization: "Bearer 2"}`)), false)
	context.Visitor = profile.Undefined
	equal(t, "context", fmt.Sprintf("%+v", context), fmt.Sprintf("%+v", profile.Context{
		SDK: true, URL: "https://store.test/api/auth/user", Language: "ar",
	}))
	for _, test := range []struct {
		change string
		want   func(*profile.Context)
	}{
		{`settings["store.features"] = ["sso-login"]`, func(c *profile.Context) { c.SSO = true }},
		{`settings["store.features"] = ["sso-login-2"]`, func(*profile.Context) {}},
		{`settings["store.features"] = undefined`, func(*profile.Context) {}},
		{`salla.api.isFastRequestsAllowed = () => false`, func(c *profile.Context) { c.Slow = true }},
		{`salla.api.isFastRequestsAllowed = () => 0`, func(c *profile.Context) { c.Slow = true }},
		{`salla.api.isFastRequestsAllowed = () => 1`, func(*profile.Context) {}},
		{`salla.lang = undefined`, func(c *profile.Context) { c.Language = "" }},
		{`salla.api.getHeaders = () => { throw 1 }`, func(*profile.Context) {}},
	} {
		run(t, `sdk(); `+test.change)
		want := context
		test.want(&want)
		got := b.Context("auth/user")
		got.Visitor = profile.Undefined
		equal(t, test.change, fmt.Sprintf("%+v", got), fmt.Sprintf("%+v", want))
	}
}
