//go:build js && wasm

package bridge

import (
	"testing"
)

// Why a request was aborted is the theme's to say, and to hear again.
func TestAbortsReason(t *testing.T) {
	newBridge()
	const hangs = `window.fetch = (url, {signal}) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));`
	for _, sdk := range []string{``, `sdk();`} {
		equalJSON(t, sdk, run(t, sdk+hangs+`
			const causes = [];
			for (const reason of [undefined, "no", 0, {why: "left"}, null]) for (const when of ["before", "at once", "later"]) {
				const controller = new AbortController();
				if (when == "before") controller.abort(reason);
				const promise = outcome(call("update", {a: 1}, {signal: controller.signal}));
				if (when == "later") await new Promise((resolve) => setTimeout(resolve));
				controller.abort(reason);
				const {error} = await promise;
				const same = error.cause === controller.signal.reason;
				causes.push(error.name == "CanceledError" && error.code == "ERR_CANCELED" && error.message == "canceled" && same || [reason, when, error.cause]);
			}
			const {error} = await outcome(call("info", {signal: AbortSignal.timeout(1)}));
			return [[...new Set(causes)], error.name, error.cause.name];
		`), `[[true],"CanceledError","TimeoutError"]`)
	}
}

// What handlers use of axios's errors.
func TestErrorsAsAxiosHasThem(t *testing.T) {
	newBridge()
	equalJSON(t, "error", run(t, `
		answer(429, "{}", {headers: {"Retry-After": "7", "X-Empty": ""}});
		const {error} = await outcome(call("update", {a: 1}));
		const {headers} = error.response;
		const {stack, config, ...json} = error.toJSON();
		return [
			["retry-after", "Retry-After", "x-empty", "x-none"].map((name) => [headers.get(name) ?? null, headers.has(name)]),
			Object.keys(headers).sort(), headers["retry-after"],
			typeof stack, config.url, "Authorization" in config.headers, json, JSON.stringify(error) == JSON.stringify(error.toJSON()),
			Object.keys(error).includes("toJSON"),
		];
	`), `[[["7",true],["7",true],["",true],[null,false]],["content-type","retry-after","x-empty"],"7",`+
		`"string","https://api.test/profile/update",false,{"name":"AxiosError","message":"Request failed with status code 429","code":"ERR_BAD_REQUEST","status":429},true,false]`)
	equalJSON(t, "a refusal", run(t, `
		const {error} = await outcome(call("verify"));
		return [error.toJSON().code, error.response.headers.has("a"), error.response.headers.get("a") ?? null];
	`), `["ERR_VALIDATION",false,null]`)
	equalJSON(t, "without an answer", run(t, `
		window.fetch = async () => { throw new TypeError("no") };
		const {error} = await outcome(call("info"));
		return error.toJSON().message;
	`), `"Network Error"`)
}

// A type that was set by hand goes with a body that has one; of a header named twice the last counts.
func TestTypesByHand(t *testing.T) {
	newBridge()
	equalJSON(t, "headers", run(t, `
		const form = new FormData();
		form.append("a", "1");
		const types = [];
		for (const configured of [{}, {"content-type": "text/x"}]) {
			wasmtest.lent.config = {api: "https://api.test", headers: configured};
			wasmtest.program.attach();
			for (const [name, ...args] of [["update", form], ["update"], ["info"], ["update", {a: 1}], ["update", "a=1"]]) {
				for (const headers of [{}, {"Content-Type": "multipart/form-data"}, {"Content-type": "text/y", "CONTENT-TYPE": "text/z"}]) {
					answer(200, "{}");
					await call(name, ...(name == "update" ? [args[0], {headers}] : [{headers}]));
					types.push(Object.entries(requests[0].headers).filter(([name]) => /content-type/i.test(name)).flat()[1] ?? "");
				}
			}
		}
		return types;
	`), `["","","","","","","","","","application/json","multipart/form-data","text/z","application/x-www-form-urlencoded","multipart/form-data","text/z",`+
		`"","","","","","","","","","text/x","multipart/form-data","text/z","text/x","multipart/form-data","text/z"]`)
}

func TestServerErrors(t *testing.T) {
	newBridge()
	equalJSON(t, "error", run(t, `
		answer(422, '{"error":{"message":"Invalid"}}', {headers: {"X-Request-Id": "7"}, statusText: "Unprocessable"});
		wasmtest.lent.config.headers = {"X-Theme": "raed"}; wasmtest.program.attach();
		const {error} = await outcome(call("update", {a: 1}, {headers: {"X-A": 1, "X-No": null}}));
		// What the SDK spreads into dataLayer.
		const own = {...error};
		own.config.headers = Object.keys(own.config.headers).sort();
		return {instance: error instanceof Error, stack: typeof error.stack, json: JSON.stringify(error).includes("secret"), own};
	`), `{"instance":true,"stack":"string","json":false,"own":{"name":"AxiosError","isAxiosError":true,"code":"ERR_BAD_REQUEST",`+
		`"message":"Request failed with status code 422","config":{"url":"https://api.test/profile/update","method":"post",`+
		`"headers":["Accept","Content-Type","S-APP-OS","S-APP-VERSION","S-SOURCE","X-A","X-Requested-With","X-Theme","cache-control"],"data":"{\"a\":1}"},`+
		`"response":{"data":{"error":{"message":"Invalid"}},"status":422,"statusText":"Unprocessable","headers":{"content-type":"text/plain;charset=UTF-8","x-request-id":"7"},`+
		`"config":{"url":"https://api.test/profile/update","method":"post","headers":{"Accept":"application/json, text/plain, */*","Content-Type":"application/json",`+
		`"X-Requested-With":"XMLHttpRequest","S-SOURCE":"twilight","S-APP-VERSION":"1.2.3","S-APP-OS":"browser","cache-control":"no-cache","X-Theme":"raed","X-A":"1"},"data":"{\"a\":1}"},`+
		`"request":{"responseURL":"","status":422}},"request":{"responseURL":"","status":422},"status":422}}`)

	for _, test := range []struct{ status, body, data string }{
		{"500", `"<html>"`, `"<html>"`}, {"500", `""`, `""`}, {"404", `null`, `""`}, {"304", `null`, `""`}, {"500", `"null"`, `null`},
	} {
		equal(t, test.status+" "+test.body, run(t, `
			answer(`+test.status+`, `+test.body+`);
			const {error} = await outcome(call("info"));
			return [error.status, error.response.status, error.response.data];
		`), `[`+test.status+`,`+test.status+`,`+test.data+`]`)
	}
}

// Another script's fetch may change what it is given: the next request is as it should be.
func TestRequestIsFresh(t *testing.T) {
	newBridge()
	equalJSON(t, "requests", run(t, `
		const seen = [];
		window.fetch = async (url, init) => {
			seen.push([{...init.headers}, init.body]);
			init.headers.Authorization = "Bearer other";
			init.headers["X-More"] = "1";
			init.body = init.method = "x";
			return new Response("{}");
		};
		for (let i = 0; i < 2; i++) await call("update", {a: 1});
		return seen.map(([headers, body]) => [headers.Authorization, "X-More" in headers, body]);
	`), `[["Bearer secret",false,"{\"a\":1}"],["Bearer secret",false,"{\"a\":1}"]]`)
}

// A page may have made of fetch what it likes.
func TestBrokenFetch(t *testing.T) {
	newBridge()
	equalJSON(t, "outcomes", run(t, `
		const outcomes = [];
		const own = Object.getOwnPropertyDescriptor(window, "fetch");
		for (const broken of [{get() { throw new Error("no") }}, {value: undefined}, {value: 7}]) {
			Object.defineProperty(window, "fetch", {configurable: true, ...broken});
			const {error} = await outcome(call("update", {}));
			outcomes.push(error.code);
		}
		Object.defineProperty(window, "fetch", own);
		return outcomes;
	`), `["ERR_NETWORK","ERR_NETWORK","ERR_NETWORK"]`)
	equal(t, "continuations that wait", waiting(), 0)
}

// Whatever throws on the way to fetch, the promise is settled.
func TestNothingIsAsked(t *testing.T) {
	newBridge()
	equal(t, "outcome", run(t, `
		answer(200, "{}");
		Object.defineProperty(wasmtest.lent, "leaving", {get() { throw new Error("no") }, configurable: true});
		const {error} = await outcome(call("update", {}));
		delete wasmtest.lent.leaving;
		return error.code + requests.length;
	`), `"ERR_NETWORK0"`)
	equal(t, "continuations that wait", waiting(), 0)
}

// Another script's fetch may answer with something like a Response.
func TestOddStatus(t *testing.T) {
	newBridge()
	equalJSON(t, "outcomes", run(t, `
		const outcomes = [];
		for (const status of [200, "200", 200.5, undefined, null, NaN, {}, -1]) {
			window.fetch = async () => ({status, text: async () => '{"a":1}'});
			const {value, error} = await outcome(call("update", {}));
			outcomes.push(value ? value.a : error.status);
		}
		return outcomes;
	`), `[1,1,1,0,0,0,0,-1]`)
}

func TestRefusedErrors(t *testing.T) {
	newBridge()
	equalJSON(t, "error", run(t, `
		answer(200, "{}");
		const {error} = await outcome(call("verify"));
		const {name, isAxiosError, message, code, local, status, response, config} = {...error};
		return {sent: requests.length, name, isAxiosError, message, code, local, status, response, url: config.url, method: config.method, token: "Authorization" in config.headers};
	`), `{"sent":0,"name":"AxiosError","isAxiosError":true,"message":"Enter the verification code.","code":"ERR_VALIDATION","local":true,"status":422,`+
		`"response":{"statusText":"Unprocessable Entity","status":422,"data":{"status":422,"success":false,`+
		`"error":{"message":"Enter the verification code.","code":422,"fields":{"code":["Enter the verification code."]}}},"headers":{}},`+
		`"url":"https://api.test/profile/verify","method":"post","token":false}`)
	equalJSON(t, "in Arabic", run(t, `
		document.documentElement.lang = "ar";
		const {error} = await outcome(call("verify"));
		return [error.message, error.response.data.error.fields];
	`), `["أدخل رمز التحقق.",{"code":["أدخل رمز التحقق."]}]`)
}
