//go:build js && wasm

package bridge

import (
	"fmt"
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

// fetchFailures is what becomes of a request, and how fails describes the call.
var fetchFailures = []struct{ name, script, want string }{
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
}

func TestFetchFailures(t *testing.T) {
	for _, test := range fetchFailures {
		t.Run(test.name, func(t *testing.T) {
			newBridge()
			equalJSON(t, "error", run(t, fails+`
				const hangs = (url, {signal}) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
			`+test.script), test.want)
		})
	}
}
