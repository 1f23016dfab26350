//go:build js && wasm

package bridge

import (
	"testing"
)

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
