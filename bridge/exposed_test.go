//go:build js && wasm

package bridge

import (
	"strings"
	"testing"

	"salla-profile/profile"
)

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
