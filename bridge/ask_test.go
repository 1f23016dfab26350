//go:build js && wasm

package bridge

import (
	"testing"
)

// What the SDK's axios is given: the payload as a theme knows it, mended, and with the call's options.
func TestAskedOfAxios(t *testing.T) {
	newBridge()
	equalJSON(t, "requests", run(t, `
		sdk();
		answer(200, "{}");
		const form = new FormData();
		form.append("a", "1");
		const file = new File(["abc"], "a.png");
		await call("info");
		await call("getDeleteRequest", {timeout: 5000});
		salla.auth.api.appendIframeAndLogout = async () => {};
		await call("delete", {headers: {"X-A": "1"}});
		await call("update", {a: 1, b: undefined});
		await call("updateContacts", {phone: "٠٥"});
		await call("update", form);
		await call("update", {file, d: new Date(0)});
		await call("update", new URLSearchParams("a=1"));
		await call("update", "a=1");
		await call("updateContacts", "phone=٠٥&country_code=SA");
		await call("verify", "1234");
		await call("update");
		await call("cancelDeleteRequest");
		return asked.map(({method, url, data, adapter, params, timeout, headers, ...more}) =>
			[method, url.replace("https://store.test/api/", ""), describe(data), typeof adapter, params ?? 0, timeout ?? 0, headers, Object.keys(more)]);
	`), `[["get","auth/user","undefined","function",0,0,{},[]],`+
		`["get","account/data-request","undefined","function",{"request_type":"delete_account"},5000,{},[]],`+
		`["delete","profile","undefined","function",0,0,{"X-A":"1"},[]],`+
		`["post","profile/update","{\"a\":1}","function",0,0,{},[]],`+
		`["post","profile/contacts/update","{\"phone\":\"05\",\"country_code\":\"SA\"}","function",0,0,{},[]],`+
		`["post","profile/update","form [[\"a\",\"1\"]]","function",0,0,{},[]],`+
		`["post","profile/update","form [[\"file\",\"file a.png 3\"],[\"d\",\"1970-01-01T00:00:00.000Z\"]]","function",0,0,{},[]],`+
		`["post","profile/update","URLSearchParams [[\"a\",\"1\"]]","function",0,0,{},[]],`+
		`["post","profile/update","\"a=1\"","function",0,0,{},[]],`+
		`["post","profile/contacts/update","URLSearchParams [[\"phone\",\"05\"],[\"country_code\",\"SA\"]]","function",0,0,{},[]],`+
		`["post","profile/verify","{\"code\":\"1234\"}","function",0,0,{},[]],`+
		`["post","profile/update","undefined","function",0,0,{},[]],`+
		`["post","account/data-request/cancel","{\"request_type\":\"delete_account\"}","function",0,0,{},[]]]`)
	equalJSON(t, "the theme's own object, and its signal", run(t, `
		sdk();
		answer(200, "{}");
		const payload = {a: 1}, {signal} = new AbortController();
		await call("update", payload, {signal});
		return [asked[0].data === payload, asked[0].signal === signal];
	`), `[true,true]`)
	equalJSON(t, "an address with lines", run(t, `
		sdk();
		answer(200, "{}");
		salla.url.api = (path) => "https://store.test/\n" + path;
		await call("info");
		return asked[0].url;
	`), `"https://store.test/\rauth/user"`)
}

// A wrapper of the SDK's request may call it with another this: what is ours goes as its arguments.
func TestBoundRequest(t *testing.T) {
	newBridge()
	equalJSON(t, "requests", run(t, `
		sdk();
		salla.api.request = salla.api.request.bind(salla.api);
		salla.api.axios.defaults.adapter = "xhr";
		await call("updateContacts", {phone: "\u0660\u0665", country_code: "SA"}, {headers: {"X-A": "1"}});
		await call("update", {file: new File(["abc"], "a.png")});
		await call("info");
		return asked.map(({method, data, headers}) => [method, describe(data), headers]);
	`), `[["post","{\"phone\":\"05\",\"country_code\":\"SA\"}",{"X-A":"1"}],["post","form [[\"file\",\"file a.png 3\"]]",{}],["get","undefined",{}]]`)
}

// It goes by our adapter where the instance has the standard ones; what else it has is somebody's.
func TestAdapters(t *testing.T) {
	newBridge()
	for _, test := range []struct{ adapter, want string }{
		{`["xhr", "http", "fetch"]`, `["ours",{"n":1}]`},
		{`["fetch"]`, `[null,{"by":"fetch"}]`},
		{`[async (config) => ({status: 200, data: {mock: 1}, config, request: {}}), "xhr", "http", "fetch"]`, `[null,{"by":"async (config) => ({status: 200, data: {mock: 1}, config, request: {}}),xhr,http,fetch"}]`},
		{`["xhr", "http"]`, `[null,{"by":"xhr,http"}]`}, // an axios that has no fetch
		{`"xhr"`, `[null,{"by":"xhr"}]`},
		{`"fetch"`, `[null,{"by":"fetch"}]`},
		{`undefined`, `[null,{"by":"undefined"}]`},
		{`(config) => Promise.resolve({status: 200, data: {mock: config.url}, config, request: {}})`, `[null,{"mock":"https://store.test/api/profile/update"}]`},
		{`async (config) => { throw new AxiosError("Request failed with status code 404", "ERR_BAD_REQUEST", config, {}, {status: 404, data: {}}) }`,
			`[null,"Request failed with status code 404"]`},
	} {
		for _, leaving := range []string{"false", "true"} {
			equalJSON(t, test.adapter, run(t, `
				sdk();
				wasmtest.lent.leaving = `+leaving+`;
				answer(200, '{"n":1}');
				salla.api.axios.defaults.adapter = `+test.adapter+`;
				const {value, error} = await outcome(call("update", {a: 1}));
				wasmtest.lent.leaving = false;
				return [asked[0].adapter ? "ours" : null, error ? error.message : value];
			`), test.want)
		}
	}
}

// What is sent while the page is being left outlives it, as far as the browser allows.
func TestKeepaliveWithTheSDK(t *testing.T) {
	newBridge()
	for _, test := range []struct{ name, fetch, calls, want string }{
		{"a page that stays", ``, `wasmtest.lent.leaving = false; [call("update", {a: 1})]`, `[[false],["ok"]]`},
		{"saves", ``, `[call("update", {a: 1}), call("info"), call("update", "a=1"), call("update", new URLSearchParams("a=1"))]`,
			`[[true,false,true,true],["ok","ok","ok","ok"]]`},
		{"a file", ``, `[call("update", {file: new Blob(["x"])})]`, `[[false],["ok"]]`},
		{"large ones", ``, `[call("update", {n: 1, text: "x".repeat(20000)}), call("update", {n: 2, text: "x".repeat(20000)})]`,
			`[[true,false],["ok","ok"]]`},
		{"refused by the browser", `if (keepalive) throw new TypeError("Failed to fetch");`, `[call("update", {a: 1})]`, `[[true,false],["ok"]]`},
		{"refused twice", `throw new TypeError("Failed to fetch");`, `[call("update", {a: 1})]`, `[[true,false],["ERR_NETWORK"]]`},
		{"the network, later", `await hop(); await hop(); throw new TypeError("Failed to fetch");`, `[call("update", {a: 1})]`, `[[true],["ERR_NETWORK"]]`},
		{"an answer", `return new Response("{}", {status: 500});`, `[call("update", {a: 1})]`, `[[true],["ERR_BAD_RESPONSE"]]`},
		{"given up", `throw signal.reason;`, `[call("update", {a: 1}, {signal: AbortSignal.abort()})]`, `[[],["ERR_CANCELED"]]`},
	} {
		for range 2 { // what is over doesn't count any more
			equalJSON(t, test.name, run(t, `
				sdk();
				wasmtest.lent.leaving = true;
				const sent = [];
				window.fetch = async (url, {keepalive, signal}) => {
					sent.push(!!keepalive);
					`+test.fetch+`
					return new Response("{}");
				};
				const calls = eval(`+"`"+test.calls+"`"+`);
				const outcomes = (await Promise.all(calls.map(outcome))).map(({error}) => error ? error.code : "ok");
				wasmtest.lent.leaving = false;
				return [sent, outcomes];
			`), test.want)
		}
	}
}
