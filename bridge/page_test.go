//go:build js && wasm

package bridge

import (
	"fmt"
	"strconv"
	"strings"
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
	equal(t, "context", fmt.Sprintf("%+v", context), fmt.Sprintf("%+v", profile.Context{
		SDK: true, URL: "https://store.test/api/auth/user", Language: "ar", Visitor: "currency\nSAR\nAuthorization\nBearer secret",
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
		{`salla.api.getHeaders = () => ({a: 1, b: true, c: null, d: undefined, e: "x\ny\0z"})`, func(c *profile.Context) {
			c.Visitor = "a\n1\nb\ntrue\ne\nx\ry\rz"
		}},
		{`salla.api.getHeaders = () => { throw 1 }`, func(c *profile.Context) { c.Visitor = "" }},
	} {
		run(t, `sdk(); `+test.change)
		want := context
		test.want(&want)
		equal(t, test.change, fmt.Sprintf("%+v", b.Context("auth/user")), fmt.Sprintf("%+v", want))
	}
}

// What the SDK is asked to do around a request, with what, and in which order.
func TestAroundARequestWithTheSDK(t *testing.T) {
	newBridge()
	equalJSON(t, "success", run(t, `
		sdk();
		answer(200, '{"data":{"id":7}}');
		const value = await call("update", {a: 1});
		return [log, value];
	`), `[[["api.handleAfterResponseActions",{"data":{"id":7}}],["api.profile.syncUserData",{"id":7}],["event.profile.updated",{"data":{"id":7}}]],{"data":{"id":7}}]`)
	equalJSON(t, "failure", run(t, `
		sdk();
		answer(500, "{}");
		const {error} = await outcome(call("update", {a: 1}));
		return log.map(([name, ...args]) => [name, ...args.map((arg) => arg === error ? "the error" : arg)]);
	`), `[["event.document.requestFailed",{"endPoint":"https://store.test/api/profile/update","method":"post","payload":{"a":1},"options":{}},"the error"],`+
		`["api.handleErrorResponse","the error"],["event.profile.updateFailed","the error"]]`)
	equalJSON(t, "nothing passed", run(t, `
		sdk();
		answer(500, "{}");
		for (const name of ["info", "updateSettings", "getDeleteRequest"]) await outcome(call(name));
		return log.filter(([name]) => name == "event.document.requestFailed").map(([name, info]) => info);
	`), `[{"endPoint":"https://store.test/api/auth/user","method":"get","payload":null,"options":{}},`+
		`{"endPoint":"https://store.test/api/profile/settings","method":"post","options":{}},`+
		`{"endPoint":"https://store.test/api/account/data-request","method":"get","payload":{"params":{"request_type":"delete_account"}},"options":{}}]`)
	equalJSON(t, "everything throws", run(t, `
		sdk();
		for (const target of [salla.api, salla.api.profile, salla.event.profile, salla.event.document, salla.notify, salla.logger]) {
			for (const name in target) if (!/getHeaders|isFast|^request$/.test(name) && typeof target[name] == "function") {
				target[name] = () => { log.push(name); throw new Error("broken " + name) };
			}
		}
		answer(200, '{"data":1}');
		const good = await call("update", {});
		answer(500, '{}');
		const {error} = await outcome(call("update", {}));
		return [good, error.status, log];
	`), `[{"data":1},500,["handleAfterResponseActions","syncUserData","updated","requestFailed","updateFailed"]]`)
	equalJSON(t, "getFields", run(t, `
		sdk();
		answer(500, "{}");
		return [await call("getFields"), log.at(-1)];
	`), `[[],["logger.warn","[profile.getFields] failed"]]`)
	equalJSON(t, "SSO", run(t, `
		sdk();
		settings["store.features"] = ["sso-login"];
		answer(200, "{}");
		const {error} = await outcome(call("update", {}));
		return [log, error instanceof Error, error.message, Object.keys(error), requests.length];
	`), `[[["notify.fire","SSO login is enabled. You cannot update your profile.","error"]],true,"SSO login is enabled. You cannot update your profile.",[],0]`)
	equalJSON(t, "data request", run(t, `
		sdk();
		wasmtest.lent.hush = () => { log.push(["hush"]); return {release: () => log.push(["release"])} };
		answer(200, "{}");
		await call("cancelDeleteRequest");
		return log.map(([name]) => name);
	`), `["hush","api.handleAfterResponseActions","release"]`)
}

func TestDeleteWithTheSDK(t *testing.T) {
	for _, test := range []struct{ out, want string }{
		{`Promise.resolve()`, `["api.handleAfterResponseActions","storage.clearAll","cookie.clearAll","logout","resolved","event.profile.deleted","url.get","#bye"]`},
		{`Promise.reject(new Error)`, `["api.handleAfterResponseActions","storage.clearAll","cookie.clearAll","logout","resolved",""]`},
	} {
		newBridge()
		equal(t, test.out, run(t, `
			sdk();
			location.hash = "";
			let out;
			salla.auth.api.appendIframeAndLogout = () => {
				log.push(["logout"]);
				const promise = new Promise((resolve) => setTimeout(resolve, 5)).then(() => `+test.out+`);
				out = outcome(promise);
				return promise;
			};
			answer(200, "{}");
			await call("delete");
			log.push(["resolved"]);
			await out;
			await new Promise((resolve) => setTimeout(resolve));
			return [...log.map(([name]) => name), location.hash];
		`), test.want)
	}
}

// Without the SDK the module does these steps itself.
func TestAroundARequestAlone(t *testing.T) {
	const alone = `
		const log = [];
		const logged = (name) => (...args) => { log.push([name, ...args]) };
		window.dataLayer = [];
		window.salla = {
			event: {emit: logged("emit"), profile: {updated: logged("updated"), updateFailed: logged("updateFailed"), deleted: logged("deleted")}},
			notify: {fire: logged("fire")},
		};
	`
	newBridge()
	equalJSON(t, "success", run(t, alone+`
		answer(200, '{"success":true,"googleTags":[1],"events":{"a::b":{"x":1},"c":null},"data":{"message":"Saved"}}');
		const body = await call("update", {});
		return [dataLayer, log.map((entry) => entry.map((arg) => arg == body ? "the body" : arg))];
	`), `[[[1]],[["emit","a::b",{"x":1}],["emit","c",null],["fire","Saved","success","the body"],["updated","the body"]]]`)
	equalJSON(t, "failure", run(t, alone+`
		answer(422, '{"error":{"fields":{"b":["one","two"],"a":"three"}}}');
		const {error} = await outcome(call("update", {a: 1}));
		return log.map((entry) => entry.map((arg) => arg == error ? "the error" : arg));
	`), `[["emit","document::request.failed",{"endPoint":"https://api.test/profile/update","method":"post","payload":{"a":1},"options":{}},"the error"],`+
		`["fire","* one\n* two\n* three","error","the error"],["updateFailed","the error"]]`)
	equalJSON(t, "nothing there", run(t, `
		window.salla = undefined;
		answer(422, '{"error":{"message":"x","events":{"a":1},"fields":{"a":"b"}},"googleTags":1}');
		const {error} = await outcome(call("update", {}));
		answer(200, '{"success":true,"data":{"message":"x","phone":{}},"googleTags":1,"events":{"a":1}}');
		return [error.status, (await call("update", {})).success];
	`), `[422,true]`)
	equalJSON(t, "delete", run(t, alone+`
		localStorage.user = localStorage.token = "x";
		localStorage.other = "y";
		answer(200, "{}");
		await call("delete");
		return [log, {...localStorage}];
	`), `[[["deleted",{}]],{"other":"y"}]`)
}

func TestStoredUser(t *testing.T) {
	const body = `'{"data":{"id":7,"email":"n@a.sa","first_name":"Nora","phone":{"code":"+966","number":555,"country":"SA"},"language":"ar","currency":"SAR","pending_orders":0,"is_notifiable":false}}'`
	const want = `{"type":"user","id":7,"email":"n@a.sa","mobile":"+966555","country_code":"SA","language_code":"ar","currency_code":"SAR",` +
		`"pending_orders":0,"first_name":"Nora","is_notifiable":false,"can_comment":true,"fetched_at":1}`
	newBridge()
	const look = `
		const fix = (user) => { const now = Date.now() - user.fetched_at; return {...user, fetched_at: now >= 0 && now < 5000 ? 1 : now} };
		localStorage.user = '{"id":7,"can_comment":true,"gone":1}';
		answer(200, ` + body + `);
	`
	equalJSON(t, "in localStorage", run(t, look+`
		await call("info");
		return fix(JSON.parse(localStorage.user));
	`), want)
	equalJSON(t, "in the page's config and storage", run(t, look+`
		const stored = {};
		window.salla = {config: {set: (key, user) => stored["config " + key] = fix(user)}, storage: {set: (key, user) => stored["storage " + key] = fix(user)}};
		await call("info");
		return [stored, localStorage.user];
	`), `[{"config user":`+want+`,"storage user":`+want+`},"{\"id\":7,\"can_comment\":true,\"gone\":1}"]`)
	equalJSON(t, "nothing before, and no storage to keep it", run(t, look+`
		localStorage.user = "{broken";
		const own = Object.getOwnPropertyDescriptor(window, "localStorage");
		Object.defineProperty(window, "localStorage", {get() { throw new Error("denied") }, configurable: true});
		try { return await call("info").then(({data}) => data.id) } finally { Object.defineProperty(window, "localStorage", own) }
	`), `7`)
}

func TestPending(t *testing.T) {
	const page = `const profile = {}; window.salla = {api: {profile}, profile};`
	newBridge()
	equalJSON(t, "shown", run(t, page+`
		answer(200, '{"data":{"verification":{"status":"pending","type":"mobile"}}}');
		await call("updateContacts", {phone: "٠٥"});
		const shown = profile.pendingVerification;
		answer(200, "{}");
		await call("verify", "١٢");
		return [shown, JSON.parse(requests[0].body), profile.pendingVerification];
	`), `[{"type":"mobile","phone":"05","country_code":"SA"},{"code":"12","type":"mobile","phone":"05","country_code":"SA"},null]`)

	// A fresh instance after a crash takes it from the page.
	run(t, page+`wasmtest.kept = ["", {type: "email", email: "a@b"}, null]`)
	connect("1.2.3", "test")
	equalJSON(t, "kept", run(t, `
		answer(200, "{}");
		await call("verify", "1");
		return [JSON.parse(requests[0].body), salla.profile.pendingVerification];
	`), `[{"code":"1","type":"email","email":"a@b"},null]`)
}

func TestExposed(t *testing.T) {
	const page = `
		const log = [];
		const methods = new Proxy({}, {get: (_, name) => name});
		Object.assign(wasmtest.lent, {
			methods, take: (target) => log.push("take") > 0, refused: () => log.push("refused"), ready: (...args) => log.push(args.join()),
		});
		wasmtest.program.attach();
	`
	var names []string
	for _, m := range profile.Methods {
		names = append(names, m.Name)
	}
	all := strings.Join(names, " ") + " updateContact"
	for _, test := range []struct{ salla, log, members string }{
		{``, ``, ``},
		{`window.salla = {}`, ``, ``},
		{`window.salla = {api: {profile: 7}}`, ``, ``},
		{`window.salla = {api: {profile: {}}}`, `take standalone,1.2.3,test`, all},
		{`sdk()`, `take sdk,1.2.3,test`, all},
		{`sdk(); salla.api.profile = Object.create({update: "the SDK's"})`, `take sdk,1.2.3,test`, all},
		{`window.salla = {api: {profile: Object.freeze({})}}`, `take refused standalone,1.2.3,test`, ``},
	} {
		newBridge()
		equal(t, test.salla, run(t, test.salla+`;`+page+`return log.join(" ") + ";" + Object.keys(window.salla?.api?.profile ?? {}).filter((name) => name != "syncUserData").join(" ")`),
			`"`+test.log+`;`+test.members+`"`)
	}
	newBridge()
	equal(t, "a wrapper stays", run(t, `window.salla = {api: {profile: {updateContacts: "a wrapper"}}};`+page+`
		const {update, updateContacts, updateContact} = salla.api.profile;
		return [update, updateContacts, updateContact]`), `["update","a wrapper","a wrapper"]`)
	newBridge()
	equal(t, "once", run(t, page+`wasmtest.lent.take = () => false; window.salla = {api: {profile: {}}}; wasmtest.program.attach();
		return Object.keys(salla.api.profile)`), `[]`)
}

func TestDebounce(t *testing.T) {
	newBridge()
	equalJSON(t, "slow store", run(t, `
		sdk();
		salla.api.isFastRequestsAllowed = () => false;
		answer(200, '{"n":1}');
		const all = [call("info"), call("updateSettings", {n: 1}), call("updateSettings", {n: 2})];
		const before = requests.length;
		const values = await Promise.all(all);
		return [before, requests.map(({body}) => body), values, log.map(([name]) => name)];
	`), `[0,["{\"n\":2}"],[{"n":1},{"n":1},{"n":1}],["api.handleAfterResponseActions","event.profile.infoFetched","event.profile.settingsUpdated","event.profile.settingsUpdated"]]`)
}

func TestSharedCalls(t *testing.T) {
	newBridge()
	equalJSON(t, "a double click", run(t, `
		sdk();
		answer(200, '{"n":1}');
		const form = () => { const form = new FormData(); form.append("a", "1"); return form };
		const file = () => { const it = form(); it.append("b", new Blob); return it };
		const values = await Promise.all([{a: 1}, {a: 1}, form(), form(), file(), file(), new URLSearchParams("a=1"), new URLSearchParams("a=1")]
			.map((payload) => call("updateSettings", payload)));
		return [requests.length, values.length, log.filter(([name]) => name == "event.profile.settingsUpdated").length, values[0] === values[1]];
	`), `[5,8,5,true]`)
}
