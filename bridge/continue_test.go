//go:build js && wasm

package bridge

import (
	"runtime"
	"testing"
	"time"

	"salla-profile/bridge/js"
)

// After any number of calls, however they ended, nothing of them is left: no continuation that waits, no place in the
// page's table, and nothing in Go's memory.
func TestNothingIsLeft(t *testing.T) {
	const calls = `
		const hangs = (url, {signal}) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
		const fetches = [
			async () => new Response('{"data":{"phone":{"code":"1"},"message":"m"},"success":true,"events":{"a":1}}'),
			async () => new Response('{"error":{"fields":{"a":["b"]}}}', {status: 422}),
			async () => new Response(null, {status: 204}),
			async () => { throw new Error("no") },
			() => { throw new Error("no") },
			() => "no promise",
			() => ({then(resolve) { const response = new Response("{}"); resolve(response); resolve(response) }}),
			() => ({get then() { throw new Error("no") }}),
			async () => ({text: () => "no promise"}),
			async () => new Response(new ReadableStream({start: (controller) => controller.error(new Error("cut"))})),
		];
		// A call names its fetch: the SDK's axios calls it later.
		window.fetch = (url, init) => ({hangs, ...fetches})[init.headers["X-Fetch"] || 0](url, init);
		const allMethods = ["info", "getFields", "update", "updateContacts", "verify", "verifyDeleteRequest", "getDeleteRequest"];
		for (let i = 0; i < ROUNDS; i++) {
			const all = [], methods = allMethods.filter((_, n) => n % 2 == i % 2);
			for (const fetch in fetches) for (const method of methods) {
				const args = [{code: "1", email: "a@b", n: all.length % 3, file: all.length % 5 == 0 ? new Blob : undefined}];
				if (/^(info|get)/.test(method)) args.pop();
				all.push(call(method, ...args, {headers: {"X-Fetch": fetch, "X-A": "1"}}), call(method, ...args, {headers: {"X-Fetch": fetch}}));
			}
			const controller = new AbortController();
			for (const method of methods) {
				const args = /^(info|get)/.test(method) ? [] : [{code: "1", email: "a@b"}];
				const headers = {"X-Fetch": "hangs"};
				all.push(call(method, ...args, {signal: controller.signal, timeout: 10000, headers}), call(method, ...args, {timeout: 1, headers}));
			}
			for (const name in hostile) all.push(call("update", hostile[name](), hostile[name]()));
			controller.abort();
			await Promise.all(all.map(outcome));
		}
	`
	for _, page := range []string{`window.salla = {event: {emit() {}, profile: {}}, notify: {fire() {}}, api: {profile: {}}}`, `sdk()`} {
		b := newBridge()
		run(t, page)
		result := run(t, "const ROUNDS = 2;"+calls)
		equal(t, "calls", result, "undefined")
		over(t)
		taken, before := places(), live(t)
		run(t, "const ROUNDS = 4;"+calls)
		over(t)
		// Four rounds make some 350 calls. What stays of six rounds, such as a table that has grown, is little.
		after := live(t)
		t.Logf("%d things are in Go's memory after 2 rounds, %d after 6", before, after)
		if after > before+50 {
			t.Error("Go's memory grows with calls")
		}

		equal(t, "continuations that wait", waiting(), 0)
		equal(t, "bytes that outlive the page", b.outliving, 0)
		if more := places() - taken - probe; more > 10 {
			t.Errorf("%d more places are taken after 4 rounds", more)
		}
	}
}

// probe is more values than the page's table has free places.
const probe = 5_000

// places is how many places of the page's table are taken, once another probe's are.
func places() (highest int) {
	for range probe {
		highest = max(highest, int(js.String("")>>3))
	}
	return highest
}

// over waits until no slot waits any more: the last timers of calls that are settled go after them. Only a slot that
// stays takes so long.
func over(t *testing.T) {
	t.Helper()
	for start := time.Now(); waiting() > 0 && time.Since(start) < time.Minute; {
		run(t, "await new Promise((resolve) => setTimeout(resolve))")
	}
}

// live is how many things are in Go's memory.
func live(t *testing.T) int {
	t.Helper()
	for range 3 { // what a finalizer lets go of is collected the next time
		runtime.GC()
		run(t, "await new Promise((resolve) => setTimeout(resolve))")
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapObjects)
}

// A program's continuations may come while it waits for others, and in any order.
func TestCallsDontMix(t *testing.T) {
	newBridge()
	equal(t, "answers", run(t, `
		const answers = [];
		window.fetch = (url, {body}) => new Promise((resolve) => answers.push(() => resolve(new Response(body))));
		const all = [];
		for (let n = 0; n < 20; n++) all.push(call("updateSettings", {n, text: "x".repeat(n)}));
		while (answers.length < all.length) await null;
		answers.sort(() => Math.random() - 0.5).forEach((answer) => answer());
		return (await Promise.all(all)).map(({n, text}) => n == text.length ? n : "mixed");
	`), "[0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19]")
}

// Values that a call brought are there until it is settled, also if listeners call in between.
func TestCallsInsideCalls(t *testing.T) {
	newBridge()
	equal(t, "answers", run(t, `
		const seen = [], all = [];
		let depth = 0;
		window.fetch = async (url, {body}) => new Response(body);
		window.salla = {event: {emit() {}, profile: {settingsUpdated(body) {
			seen.push(body.n);
			if (depth++ < 5) for (let i = 0; i < 3; i++) all.push(call("updateSettings", {n: depth * 10 + i}).then(({n}) => seen.push(n)));
		}}}};
		await call("updateSettings", {n: 0});
		while (all.length) await all.pop();
		return [seen.length, seen.filter((n) => typeof n != "number").length];
	`), "[31,0]")
}
