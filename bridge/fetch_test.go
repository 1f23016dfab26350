//go:build js && wasm

package bridge

import (
	"fmt"
	"strconv"
	"testing"
)

func TestAnswers(t *testing.T) {
	newBridge()
	for _, test := range []struct {
		status     int
		body, want string
	}{
		{200, `'{"a":[1,null]}'`, `{"a":[1,null]}`},
		{201, `'"text"'`, `"text"`},
		{202, `'plain'`, `"plain"`},
		{200, `'7'`, `7`},
		{200, `'true'`, `true`},
		{200, `'[]'`, `[]`},
		{299, `'{"success":false}'`, `{"success":false}`},
	} {
		equal(t, test.body, run(t, fmt.Sprintf(`
			answer(%d, %s);
			return call("updateSettings", {});
		`, test.status, test.body)), test.want)
	}
	// Without a body: the response, as axios shows it.
	for _, test := range []struct {
		status     int
		body, data string
	}{
		{204, `null`, `""`}, {200, `""`, `""`}, {200, `"null"`, `null`}, {200, `"0"`, `0`}, {200, `"false"`, `false`},
	} {
		equal(t, test.body, run(t, fmt.Sprintf(`
			answer(%d, %s, {headers: {"X-A": "1"}, statusText: "Fine"});
			const {data, status, statusText, headers, config, request} = await call("updateSettings", {a: 1});
			return [data, status, statusText, headers["x-a"], config.url, config.method, config.data, request.status];
		`, test.status, test.body)), fmt.Sprintf(`[%s,%d,"Fine","1","https://api.test/profile/settings","post","{\"a\":1}",%[2]d]`, test.data, test.status))
	}
}

// fails is a call whose error is described.
const fails = `
	const describeError = async (promise) => {
		const {error, value} = await outcome(promise);
		if (!error) return ["resolved", value];
		return [error instanceof Error, error.name, error.message, error.code, error.status ?? null, error.response ?? null, JSON.stringify(error.request)];
	};
`

func TestFetchFailures(t *testing.T) {
	for _, test := range []struct{ name, script, want string }{
		{"no server", `
			reset();
			wasmtest.lent.config = {api: "http://127.0.0.1:9"}; wasmtest.program.attach();
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"no URL", `
			reset();
			wasmtest.lent.config = {api: "https://"}; wasmtest.program.attach();
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"fetch throws", `
			window.fetch = () => { throw new Error("no") };
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"fetch rejects with nothing", `
			window.fetch = () => Promise.reject();
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"no fetch", `
			window.fetch = undefined;
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"a header that can't be sent", `
			window.fetch = (url, init) => { new Request(url, init); return Promise.resolve(new Response("{}")) };
			return describeError(call("update", {}, {headers: {"X-A": "1\n2"}}));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"body fails midway", `
			window.fetch = async () => new Response(new ReadableStream({
				start(controller) {
					controller.enqueue(new TextEncoder().encode('{"a":'));
					setTimeout(() => controller.error(new Error("cut")), 5);
				},
			}));
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"body was read", `
			window.fetch = async () => { const response = new Response("{}"); await response.text(); return response };
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"no response", `
			window.fetch = async () => undefined;
			return describeError(call("info"));
		`, `[true,"AxiosError","Network Error","ERR_NETWORK",null,null,"{}"]`},
		{"timeout", `
			window.fetch = hangs;
			return describeError(call("info", {timeout: 30}));
		`, `[true,"AxiosError","timeout of 30ms exceeded","ECONNABORTED",null,null,"{}"]`},
		{"timeout midway", `
			window.fetch = async (url, {signal}) => new Response(new ReadableStream({
				start: (controller) => signal.addEventListener("abort", () => controller.error(signal.reason)),
			}));
			return describeError(call("info", {timeout: 30}));
		`, `[true,"AxiosError","timeout of 30ms exceeded","ECONNABORTED",null,null,"{}"]`},
		{"abort", `
			window.fetch = hangs;
			const controller = new AbortController();
			setTimeout(() => controller.abort(), 5);
			return describeError(call("info", {signal: controller.signal, timeout: 5000}));
		`, `[true,"CanceledError","canceled","ERR_CANCELED",null,null,"{}"]`},
		{"abort before", `
			answer(200, "{}");
			const result = await describeError(call("update", {}, {signal: AbortSignal.abort()}));
			return requests.length ? "sent" : result;
		`, `[true,"CanceledError","canceled","ERR_CANCELED",null,null,"{}"]`},
		{"abort at once", `
			window.fetch = hangs;
			const controller = new AbortController();
			const result = describeError(call("update", {}, {signal: controller.signal}));
			controller.abort();
			return result;
		`, `[true,"CanceledError","canceled","ERR_CANCELED",null,null,"{}"]`},
		{"abort too late", `
			answer(200, '"good"');
			const controller = new AbortController();
			const {setTimeout, clearTimeout} = window;
			let late;
			window.setTimeout = (fn, ms) => (ms == 20 ? ((late = fn), -1) : setTimeout(fn, ms));
			window.clearTimeout = (id) => id == -1 || clearTimeout(id); // so it comes too late, and comes
			const result = await describeError(call("update", {}, {signal: controller.signal, timeout: 20}));
			Object.assign(window, {setTimeout, clearTimeout});
			controller.abort();
			late();
			await new Promise((resolve) => setTimeout(resolve));
			return result;
		`, `["resolved","good"]`},
		{"another frame's signal", `
			window.fetch = hangs;
			const controller = new (frame().AbortController)();
			setTimeout(() => controller.abort(), 5);
			return describeError(call("info", {signal: controller.signal}));
		`, `[true,"CanceledError","canceled","ERR_CANCELED",null,null,"{}"]`},
		{"no signal, no timeout", `
			answer(200, '"good"');
			return describeError(call("info", {signal: "x", timeout: -1}));
		`, `["resolved","good"]`},
	} {
		t.Run(test.name, func(t *testing.T) {
			newBridge()
			equalJSON(t, "error", run(t, fails+`
				const hangs = (url, {signal}) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
			`+test.script), test.want)
		})
	}
}

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

func TestRequest(t *testing.T) {
	newBridge()
	equalJSON(t, "request", run(t, `
		answer(200, "{}");
		wasmtest.lent.config = {api: "https://api.test/v1", storeId: "42", token: "t\n1", language: "ar", currency: "SAR", userId: 7, country: "SA", headers: {"X-A": "b"}}; wasmtest.program.attach();
		await call("getDeleteRequest", {headers: {CURRENCY: "AED"}});
		const {url, method, headers, body, signal} = requests[0];
		return {url, method, headers, body, signal};
	`), `{"url":"https://api.test/v1/account/data-request?request_type=delete_account","method":"GET","headers":{`+
		`"Accept":"application/json, text/plain, */*","X-Requested-With":"XMLHttpRequest","S-SOURCE":"twilight","S-APP-VERSION":"1.2.3",`+
		`"S-APP-OS":"browser","cache-control":"no-cache","Store-Identifier":"42","CURRENCY":"AED","accept-language":"ar","s-user-id":"7",`+
		`"s-country":"SA","Authorization":"Bearer t\r1","X-A":"b"}}`)
}

// A small save made on leaving the page outlives it, as far as a browser allows.
func TestKeepalive(t *testing.T) {
	newBridge()
	equal(t, "on a page that stays", run(t, `
		answer(200, "{}");
		await call("update", {a: 1});
		return Boolean(requests[0].keepalive);
	`), "false")
	run(t, `wasmtest.lent.leaving = true`)
	for _, test := range []struct{ calls, want string }{
		{`[["update", {a: 1}], ["info"], ["getDeleteRequest"]]`, `[true,false,false]`},
		{`[["update", {text: "x".repeat(40000)}], ["update", {text: "x".repeat(20000)}]]`, `[false,true]`},
		{`[["update", {text: "\u0661".repeat(20000)}]]`, `[false]`}, // bytes, not characters
		{`[["update", {n: 1, text: "x".repeat(15000)}], ["update", {n: 2, text: "x".repeat(15000)}], ["update", {n: 3, text: "x".repeat(15000)}]]`, `[true,true,false]`},
		{`[["update", {file: new Blob(["x"])}]]`, `[false]`},
		{`[["update", {a: 1}, {timeout: 1000}]]`, `[true]`},
		{`[["update", Object.entries({a: "1", b: "\u0661"}).reduce((form, entry) => (form.append(...entry), form), new FormData)]]`, `[true]`},
		{`[["update", Array(400).fill("").reduce((form, text) => (form.append("", text), form), new FormData)]]`, `[false]`}, // 40 KB of multipart
		{`[["update", (() => { const form = new FormData; form.append("a", new Blob(["x"])); return form })()]]`, `[false]`},
	} {
		for range 2 { // what is over doesn't count any more
			equal(t, test.calls, run(t, `
				answer(200, "{}");
				await Promise.all(`+test.calls+`.map((args) => call(...args)));
				return requests.map(({keepalive}) => Boolean(keepalive));
			`), test.want)
		}
	}
	// The browser takes what it is given.
	equal(t, "many fields", run(t, `
		const form = new FormData();
		for (let i = 0; i < 2000; i++) form.append("f" + i, "1");
		window.fetch = realFetch;
		wasmtest.lent.config = {api: location.origin}; wasmtest.program.attach();
		const {error} = await outcome(call("update", form));
		return error.code;
	`), `"ERR_BAD_REQUEST"`) // the test's server has no such thing
}

// A request that is refused before it is sent goes once more without keepalive; one that has failed later doesn't.
func TestKeepaliveRefused(t *testing.T) {
	newBridge()
	run(t, `wasmtest.lent.leaving = true`)
	for _, test := range []struct{ failure, want string }{
		{`throw new TypeError("quota")`, `[[true,false],"{}"]`},
		{`await hop(); await hop(); throw new TypeError("network")`, `[[true],"ERR_NETWORK"]`},
		{`throw new TypeError("both")`, `[[true,false],"ERR_NETWORK"]`},
	} {
		for range 2 {
			equal(t, test.failure, run(t, `
				const sent = [];
				const hop = () => new Promise((resolve) => {
					const {port1, port2} = new MessageChannel();
					port1.onmessage = () => resolve(port1.close());
					port2.postMessage(0);
				});
				window.fetch = async (url, {keepalive}) => {
					sent.push(keepalive);
					if (keepalive || `+strconv.Quote(test.failure)+`.includes("both")) { `+test.failure+` }
					return new Response("{}");
				};
				const {value, error} = await outcome(call("update", {a: 1}));
				return [sent, error ? error.code : JSON.stringify(value)];
			`), test.want)
		}
	}
}
