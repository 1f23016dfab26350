// Runs the program in main under Node with the real glue, and compares what crosses both ways.
import assert from "node:assert/strict";
import { start } from "./host.js";

const tests = {};

const TEXTS = {
  empty: "",
  ASCII: "plain text",
  nul: "a\0b\0",
  Latin: "é",
  Arabic: "ملف العميل",
  mixed: "اسم name 😀 ﷽",
  "U+FEFF in front": "\ufeffa",
  "U+FEFF everywhere": "a\ufeffb\ufeff\ufeff",
  "noncharacters, and the ends of each length": "\x7f\x80\u07ff\u0800\uffff\u{10000}\u{10ffff}",
  percent: "100%25 %u0041 %zz",
  "40 KB": "0123456789".repeat(4096),
  "40 KB of Arabic": "ملف العميل ".repeat(4096),
  "300 KB, so that memory grows": "x".repeat(300_000),
};
const BROKEN = { "\ud800": "\ufffd", "a\udfffb": "a\ufffdb", "😀\ud83d": "😀\ufffd", "\ude00\ud83d": "\ufffd\ufffd", "\ud83dé\ud83d\ude00": "\ufffdé😀" };

tests["texts"] = (page) => {
  for (const [name, text] of Object.entries(TEXTS)) {
    page.returns = [text];
    assert.deepEqual(page.call(0), ["", text], name);
  }
};

tests["lone surrogates become U+FFFD"] = (page) => {
  for (const [text, read] of Object.entries(BROKEN)) {
    page.returns = [text];
    assert.deepEqual(page.call(0), ["", read], JSON.stringify(text));
  }
};

tests["what is no text is empty"] = (page) => {
  for (const value of [undefined, null, 7, {}, Symbol()]) {
    page.returns = [value];
    assert.deepEqual(page.call(0), ["", ""]);
  }
};

tests["constants, and parts of them"] = (page) => {
  for (let i = 0; i < 3; i++) assert.deepEqual(page.call(18), ["constant ش", "onstant ش", "constant \ufffd"]);
};

tests["booleans"] = (page) => {
  for (const [given, want] of [[true, true], [false, false], [1, true], ["", false], [undefined, false], [null, false]]) {
    page.returns = [given];
    assert.deepEqual(page.call(1), [false, want]);
  }
};

const NUMBERS = [[0, 0], [1, 1], [-1, -1], [1.9, 1], [2 ** 31 - 1, 2 ** 31 - 1], [-(2 ** 31), -(2 ** 31)], [1e12, 2 ** 31 - 1],
  [-Infinity, -(2 ** 31)], [NaN, 0], ["7", 0], [undefined, 0], [null, 0], [{ valueOf: () => { throw new Error("it runs the page's code") } }, 0]];
tests["numbers, as far as 32 bits go"] = (page) => {
  for (const method of [2, 3]) {
    for (const [given, want] of NUMBERS) {
      page.returns = [given];
      assert.deepEqual(page.call(method), [0, want]);
    }
  }
};

tests["values are themselves"] = (page) => {
  for (const value of [undefined, null, 0, "", NaN, {}, [], () => {}, Symbol(), 7n, page.global]) {
    page.returns = [value];
    const [first, second] = page.call(4);
    assert.equal(first, undefined);
    assert.ok(Object.is(second, value));
  }
};

const LISTS = {
  5: [["a", "", "ب", "x".repeat(5000)], ["z"]],
  6: [[1, 2, 3], [-1]],
  7: [[true, false, true, true, false], [true]],
  8: [[undefined, null, {}, "x"], [7]],
  9: [[{ name: "a", value: "" }, { name: "", value: "ب" }], [{ name: "n", value: "v" }]],
  19: [[{ on: true, name: "a" }, { on: false, name: "ب".repeat(5000) }, { on: true, name: "" }], [{ on: true, name: "n" }]],
};
tests["slices"] = (page) => {
  for (const [method, lists] of Object.entries(LISTS)) {
    for (const list of [...lists, []]) {
      page.returns = [list];
      assert.deepEqual(page.call(+method), [[], list]);
    }
    for (const nothing of [undefined, null]) {
      page.returns = [nothing];
      assert.deepEqual(page.call(+method), [[], []]);
    }
  }
};

const entry = { on: true, url: "https://a.b/ج", off: false, texts: ["1", "", "3"], fields: [{ name: "n", value: "v" }] };
const nothing = { on: false, url: "", off: false, texts: [], fields: [] };
const EMPTY = {
  on: false, text: "", off: false, countryCode: false, number: 0, kind: 0, value: undefined, problem: "", texts: [], flags: [],
  numbers: [], values: [], entries: [], last: false,
};
const FULL = {
  on: true, text: "نص", off: false, countryCode: true, number: -7, kind: 3, value: { a: 1 }, problem: "why", texts: ["a", "b"],
  flags: [true, false, true], numbers: [1, -2], values: [null, "v"], entries: [entry, nothing, entry], last: true,
};
tests["structs by value, and by pointer"] = (page) => {
  for (const made of [FULL, EMPTY, FULL]) {
    page.returns = [made];
    assert.deepEqual(page.call(10), [undefined, made]);
  }
};

tests["members that are missing are zero"] = (page) => {
  page.returns = [FULL];
  page.call(10); // what it left must not show
  page.returns = [{ text: "only", entries: [{}, undefined] }];
  assert.deepEqual(page.call(10), [undefined, { ...EMPTY, text: "only", entries: [nothing, nothing] }]);
  for (const made of [undefined, null]) {
    page.returns = [made];
    assert.deepEqual(page.call(10), [undefined, EMPTY]);
  }
};

tests["memory grows in the middle of a struct"] = (page) => {
  for (let i = 0; i < 12; i++) {
    const large = { ...FULL, text: "t".repeat(90_000 * i), texts: ["ش".repeat(70_000), "end"], problem: "p".repeat(200_000), entries: Array(999).fill(entry) };
    page.returns = [large];
    assert.deepEqual(page.call(10), [undefined, large]);
  }
};

tests["parameters of one word and of two"] = (page) => {
  const v = {};
  page.returns = ["a problem"];
  assert.deepEqual(page.call(13, v), [[true, "a constant", v, ["a", ""], { name: "n", value: "v" }, 7], "a problem"]);
};

tests["no parameters"] = (page) => assert.deepEqual(page.call(11), [[]]);

tests["an interface with a constraint"] = (page) => {
  page.returns = [[{ kinds: [1, 2] }]];
  assert.deepEqual(page.call(14), [["", undefined], ["{}", { kinds: [2] }]]);
};

tests["callbacks, once each and in any order"] = (page) => {
  for (const order of [[1, 2], [2, 1]]) {
    const [args] = page.call(12);
    assert.equal(args[0], "a question");
    for (const i of order) {
      page.seen.length = 0;
      args[i]({ ok: i == 1, text: "t".repeat(i * 3000), value: page, entries: [entry] });
      args[i]({ text: "not again" });
      assert.deepEqual(page.seen, [{ ...EMPTY, on: i == 1, text: (i == 1 ? "done " : "failed ") + "t".repeat(i * 3000), value: page, entries: [entry] }]);
    }
  }
};

tests["a callback at once, and with nothing"] = async () => {
  const page = await start({ ask: (name, done, failed) => { done(undefined); failed({ text: "now" }); } });
  assert.deepEqual(page.call(12), [{ ...EMPTY, text: "done " }, { ...EMPTY, text: "failed now" }]);
};

tests["a page's function that throws: its callbacks are called later"] = async () => {
  const page = await start({ ask: () => { throw new Error("broken"); }, text: () => { throw new Error("broken"); } });
  assert.deepEqual(page.call(12), []);
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.deepEqual(page.seen, [{ ...EMPTY, text: "done " }, { ...EMPTY, text: "failed " }]);
  assert.deepEqual(page.call(0), []);
  assert.deepEqual(page.asks.slice(-2), ["text", "text"]);
  page.returns = [["it", "goes", "on"]];
  assert.deepEqual(page.call(5), [[], ["it", "goes", "on"]]);
};

tests["what Go keeps stays as it is"] = (page) => {
  const kept = [];
  for (let i = 0; i < 300; i++) {
    kept.push(`text ${i} ${"ب".repeat(i % 50)}`);
    page.returns = [kept[i]];
    const seen = page.call(15);
    if (i % 50 == 0) assert.deepEqual(seen, ["", kept]);
    page.returns = [FULL];
    page.call(10);
  }
  page.returns = [""];
  assert.deepEqual(page.call(15), ["", [...kept, ""]]);
};

tests["members of values"] = (page) => {
  assert.equal(page.global.started, 7);
  const object = { one: "a" };
  assert.deepEqual(page.call(16, object), [true, false, undefined]);
  assert.equal(object.copy, "a");
  const throwing = { get one() { throw new Error("a getter"); }, copy: 1 };
  assert.deepEqual(page.call(16, throwing), [true, false, undefined]);
  assert.ok("copy" in throwing && throwing.copy === undefined, "a getter that throws has no value");
  assert.deepEqual(page.call(16, Object.freeze({ one: 1 })), [false, false, undefined]);
};

tests["attach"] = (page) => {
  page.seen.length = 0;
  page.program.call(0, 0);
  assert.deepEqual(page.seen, ["attached"]);
};

tests["Go's death throws out of the entry"] = async () => {
  const page = await start();
  const { warn, log } = console;
  console.warn = console.log = () => {};
  assert.throws(() => page.call(17));
  Object.assign(console, { warn, log });
};

tests["a dead page ends the program"] = async () => {
  const page = await start();
  page.dead = true;
  if (process.env.COMPILER == "tinygo") assert.throws(() => page.call(0), /dead/);
};

tests["a trap while a result is written ends the program"] = async () => {
  if (process.env.COMPILER != "tinygo") return;
  const page = await start({}, (instance) => ({
    exports: { ...instance.exports, room() { throw new WebAssembly.RuntimeError("no room"); } },
  }));
  page.returns = ["a text"];
  assert.throws(() => page.call(0), /no room/);
};

tests["globals that the page replaces later"] = async () => {
  const names = ["TextEncoder", "TextDecoder", "escape", "unescape", "encodeURIComponent", "decodeURIComponent"];
  const page = await start();
  const before = names.map((name) => globalThis[name]);
  for (const name of names) globalThis[name] = () => { throw new Error(name); };
  try {
    page.returns = ["\ufeffنص"];
    assert.deepEqual(page.call(0), ["", "\ufeffنص"]);
  } finally {
    names.forEach((name, i) => (globalThis[name] = before[i]));
  }
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test(test.length ? await start() : undefined);
  } catch (error) {
    failed++;
    console.error(`${name}: ${error.stack}`);
  }
}
console.log(`${Object.keys(tests).length - failed} passed`);
process.exit(failed ? 1 : 0);
