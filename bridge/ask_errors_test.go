//go:build js && wasm

package bridge

import (
	"testing"
)

// Asked again is only what the browser refused: another's refusal is an answer.
func TestRefusedByAnother(t *testing.T) {
	newBridge()
	for _, refuses := range []string{
		`salla.api.axios.defaults.adapter = refuse("ERR_NETWORK")`, // a mock's
		`salla.api.axios.post = refuse("ERR_BAD_REQUEST")`,         // an interceptor's
		`salla.api.axios.post = refuse(undefined)`,
	} {
		equal(t, refuses, run(t, `
			sdk();
			wasmtest.lent.leaving = true;
			let n = 0;
			const refuse = (code) => async (config) => { n++; throw new AxiosError("no", code, config) };
			`+refuses+`;
			const {error} = await outcome(call("update", {a: 1}));
			wasmtest.lent.leaving = false;
			return [n, error.message];
		`), `[1,"no"]`)
	}
}

// axiosErrors is what goes wrong, and what its error says: name, message, code, status, and the name of its cause.
var axiosErrors = []struct{ name, script, want string }{
	{"an answer", `
		answer(422, '{"error":{"message":"Invalid"}}');
		return shape(await outcome(call("update", {a: 1})));
	`, `["AxiosError","Request failed with status code 422","ERR_BAD_REQUEST",422,null]`},
	{"no answer", `
		window.fetch = async () => { throw new TypeError("Failed to fetch") };
		return shape(await outcome(call("update", {a: 1})));
	`, `["AxiosError","Network Error","ERR_NETWORK",null,"TypeError"]`},
	{"what fetch refuses", `
		window.fetch = (url, init) => { new Request(url, init); return Promise.resolve(new Response("{}")) };
		return shape(await outcome(call("update", {}, {headers: {"X-A": "1\n2"}})));
	`, `["AxiosError","Network Error","ERR_NETWORK",null,"TypeError"]`},
	{"an answer that breaks off", `
		window.fetch = async () => new Response(new ReadableStream({start: (controller) => controller.error(new TypeError("network error"))}));
		return shape(await outcome(call("info")));
	`, `["AxiosError","Network Error","ERR_NETWORK",null,"TypeError"]`},
	{"another script's fetch", `
		window.fetch = async () => { throw new Error("no") };
		return shape(await outcome(call("info")));
	`, `["AxiosError","Network Error","ERR_NETWORK",null,"Error"]`},
	{"too late", `
		window.fetch = hangs;
		return shape(await outcome(call("info", {timeout: 1})));
	`, `["AxiosError","timeout of 1ms exceeded","ECONNABORTED",null,null]`},
	{"too late for the instance", `
		window.fetch = hangs;
		salla.api.axios.defaults.timeout = 2;
		return shape(await outcome(call("info")));
	`, `["AxiosError","timeout of 2ms exceeded","ECONNABORTED",null,null]`},
	{"too late, and its name is asked for", `
		window.fetch = hangs;
		salla.api.axios.defaults.transitional = {clarifyTimeoutError: true};
		return shape(await outcome(call("info", {timeout: 1})));
	`, `["AxiosError","timeout of 1ms exceeded","ETIMEDOUT",null,null]`},
	{"an interceptor's own error", `
		salla.api.axios.get = async () => { throw new AxiosError("mine") };
		return shape(await outcome(call("info")));
	`, `["AxiosError","mine",null,null,null]`},
	{"an interceptor's other errors", `
		const outcomes = [];
		for (const thrown of [undefined, null, 0, "text", new Error("mine"), Object.freeze({code: "mine"})]) {
			salla.api.axios.get = async () => { throw thrown };
			const {error, ...more} = await call("info").then((value) => ({value}), (error) => ({error}));
			outcomes.push(error === thrown && !("value" in more));
		}
		return [...new Set(outcomes)];
	`, `[true]`},
	{"an interceptor that throws at once", `
		salla.api.axios.get = () => { throw new Error("mine") };
		return shape(await outcome(call("info")));
	`, `["Error","mine",null,null,null]`},
}

// The SDK's errors are as they are by XMLHttpRequest, and show no token.
func TestErrorsOfAxios(t *testing.T) {
	newBridge()
	const setUp = `
		sdk();
		const hangs = (url, {signal}) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
		const shape = ({error}) => [error.name, error.message, error.code ?? null, error.status ?? null, error.cause?.name ?? null];
	`
	for _, test := range axiosErrors {
		t.Run(test.name, func(t *testing.T) {
			equalJSON(t, "error", run(t, setUp+test.script), test.want)
		})
	}
}

// The SDK spreads answers and errors into dataLayer: what they tell of the request has no token.
func TestAxiosTellsNoToken(t *testing.T) {
	newBridge()
	equalJSON(t, "outcomes", run(t, `
		sdk();
		const shown = [];
		const look = ({config, request, response}) => {
			shown.push(JSON.stringify([config, request, response?.config, response?.request]).includes("secret"), Object.keys(config.headers), request);
		};
		window.fetch = async (url, {headers}) => {
			shown.push(headers.get("authorization"));
			return new Response("{}", {status: 500});
		};
		const config = {headers: {"X-A": "1", AUTHORIZATION: "Bearer secret"}};
		look((await outcome(call("update", {a: 1}, config))).error);
		window.fetch = async () => new Response(null, {status: 204}); // resolves to the answer itself
		look(await call("update", {a: 1}));
		window.fetch = async () => { throw new TypeError("Failed to fetch") };
		look((await outcome(call("info"))).error);
		// Another's objects may not be changed.
		const frozen = Object.freeze({headers: Object.freeze({Authorization: "Bearer theirs"})});
		salla.api.axios.post = async () => Object.freeze({status: 200, data: {n: 1}, request: Object.freeze({headers: {}}), config: frozen});
		return [shown, await call("update", {a: 1}), config.headers.AUTHORIZATION];
	`), `[["Bearer secret",false,["X-A"],{"responseURL":"https://store.test/api/profile/update"},`+
		`false,[],{"responseURL":"https://store.test/api/profile/update"},`+
		`false,[],{"responseURL":"https://store.test/api/auth/user"}],{"n":1},"Bearer secret"]`)
}

// Listeners hear of an answer while the SDK reacts to it: by then it has landed.
func TestListenersOfTheSDK(t *testing.T) {
	newBridge()
	equalJSON(t, "a listener that calls again", run(t, `
		sdk();
		let n = 0, again;
		window.fetch = async () => new Response(JSON.stringify({n: ++n}));
		salla.api.handleAfterResponseActions = () => { again = again || call("info") };
		const first = await call("info");
		return [first, await again, n];
	`), `[{"n":1},{"n":2},2]`)
	equalJSON(t, "one of a failure", run(t, `
		sdk();
		let n = 0, again;
		window.fetch = async () => new Response(JSON.stringify({n: ++n}), {status: n == 1 ? 500 : 200});
		salla.event.document.requestFailed = () => { again = again || call("info") };
		const {error} = await outcome(call("info"));
		return [error.response.data, await again, n];
	`), `[{"n":1},{"n":2},2]`)
	equalJSON(t, "the verification is pending by then, and over", run(t, `
		sdk();
		const seen = [];
		salla.event.profile.verificationCodeSent = () => {};
		salla.api.handleAfterResponseActions = () => seen.push(salla.api.profile.pendingVerification);
		salla.api.handleErrorResponse = function (error) { this.handleAfterResponseActions(error.response.data) };
		answer(200, '{"data":{"verification":{"status":"pending","type":"mobile"}}}');
		await call("updateContacts", {phone: "5"});
		answer(422, '{"data":{"verification":{"status":"pending","type":"email"}}}'); // a failure changes nothing
		await outcome(call("verify", "1"));
		answer(200, "{}");
		await call("verify", "1");
		return seen;
	`), `[{"type":"mobile","phone":"5","country_code":"SA"},{"type":"mobile","phone":"5","country_code":"SA"},null]`)
	equalJSON(t, "a failure's after-actions", run(t, `
		sdk();
		salla.api.handleErrorResponse = function (error) { this.handleAfterResponseActions(error.response.data) };
		answer(422, '{"error":{"message":"Invalid"}}');
		const {error} = await outcome(call("verify", "1"));
		return [error.status, log.map(([name]) => name)];
	`), `[422,["event.document.requestFailed","api.handleAfterResponseActions"]]`)
}

// What listeners throw changes no outcome.
func TestThrowingListenersOfTheSDK(t *testing.T) {
	newBridge()
	for _, test := range []struct{ breaks, want string }{
		{`salla.api.handleAfterResponseActions`, `[["info",{"n":1}],["updateFailed",500]]`},
		{`salla.event.document.requestFailed`, `[["info",{"n":1}],["updateFailed",500]]`},
		{`salla.api.handleErrorResponse`, `[["info",{"n":1}],["updateFailed",500]]`},
	} {
		equalJSON(t, test.breaks, run(t, `
			sdk();
			`+test.breaks+` = () => { throw new Error("broken") };
			salla.api.handleErrorResponse = ((handle) => function (error) {
				handle(error);
				this.handleAfterResponseActions(error.response.data);
			})(salla.api.handleErrorResponse);
			const heard = [];
			salla.event.profile.infoFetched = (body) => heard.push(["info", body]);
			salla.event.profile.updateFailed = (error) => heard.push(["updateFailed", error.status]);
			salla.event.profile.infoNotFetched = salla.event.profile.updated = () => heard.push("wrong");
			answer(200, '{"n":1}');
			const body = await call("info");
			answer(500, "{}");
			const {error} = await outcome(call("update", {}));
			return body.n == 1 && error.status == 500 && heard;
		`), test.want)
	}
}

// A theme's own signal may call its listeners with anything.
func TestOddSignals(t *testing.T) {
	newBridge()
	equalJSON(t, "outcomes", run(t, `
		const outcomes = [];
		window.fetch = () => new Promise(() => {});
		for (const event of [1n, Symbol("abort"), {valueOf() { throw new Error("no") }}, hostile.proxy()]) {
			const signal = {aborted: false, addEventListener: (name, fn) => setTimeout(fn, 0, event), removeEventListener() {}};
			const {error} = await outcome(call("update", {}, {signal}));
			outcomes.push(error.code);
		}
		return outcomes;
	`), `["ERR_CANCELED","ERR_CANCELED","ERR_CANCELED","ERR_CANCELED"]`)
}

// An app may have put its own in place of the SDK's request: what comes of that is the call's outcome.
func TestAnotherRequest(t *testing.T) {
	newBridge()
	for _, test := range []struct{ request, want string }{
		{`async () => ({n: 1})`, `[{"n":1},["event.profile.settingsUpdated"]]`},
		{`() => ({n: 1})`, `[{"n":1},["event.profile.settingsUpdated"]]`},
		{`() => undefined`, `[null,["event.profile.settingsUpdated"]]`},
		{`async () => { throw new Error("no") }`, `["no",["event.profile.updateSettingsFailed"]]`},
		{`() => { throw new Error("no") }`, `["no",["event.profile.updateSettingsFailed"]]`},
		{`undefined`, `["error",["event.profile.updateSettingsFailed"]]`},
		{`function () { return own.apply(this, arguments).then((body) => ({...body, wrapped: true})) }`,
			`[{"n":2,"wrapped":true},["api.handleAfterResponseActions","event.profile.settingsUpdated"]]`},
	} {
		equalJSON(t, test.request, run(t, `
			sdk();
			salla.event.profile.updateSettingsFailed = () => log.push(["event.profile.updateSettingsFailed"]);
			answer(200, '{"n":2}');
			const own = salla.api.request;
			salla.api.request = `+test.request+`;
			// Twice: the first has landed.
			await outcome(call("updateSettings", {a: 1}));
			log = [];
			const {value, error} = await outcome(call("updateSettings", {a: 1}));
			return [error ? error instanceof TypeError ? "error" : error.message : value ?? null, log.map(([name]) => name)];
		`), test.want)
	}
	equal(t, "continuations that wait", waiting(), 0)
}
