//go:build js && wasm

package bridge

import (
	"strconv"
	"testing"
)

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
