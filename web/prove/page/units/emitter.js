// salla.event on a page without the SDK: bridge/page/standalone/emitter.js.
import { assert, fresh, listening, test, thrown } from "../tools.js";

/** The emitter that a page without the SDK gets. */
const emitterOf = async (actionOf = () => {}) => {
  const { emitter } = await fresh();
  return emitter.createEmitter(actionOf);
};
const PATTERNS = [
  ["profile::updated", true], ["profile::*", true], ["*::updated", true], ["**", true], ["*", false], ["profile", false], ["profile::**", true], ["**::updated", true],
  ["profile::update", false], ["profile::*::more", false], ["**::*", true], ["*::*", true],
];
test("patterns match by whole segments", async () => {
  for (const [pattern, matches] of PATTERNS) {
    const emitter = await emitterOf();
    let count = 0;
    emitter.on(pattern, () => count++);
    emitter.emit("profile::updated");
    assert.strictEqual(count, +matches, pattern);
  }
});

test("listeners: on twice is twice, once is once, off takes one away, and what one throws stops no other", async () => {
  const emitter = await emitterOf();
  const own = window.reportError;
  const reported = [];
  window.reportError = (error) => reported.push(error.message);
  let count = 0;
  const add = () => count++;
  emitter.on("a", add).on("a", add).once("a", add).on("a", () => { throw new Error("broken"); });
  emitter.emit("a");
  emitter.emit("a");
  emitter.off("a", add);
  emitter.emit("a");
  window.reportError = own;
  assert.deepEqual([count, reported], [6, ["broken", "broken", "broken"]]);
});

// The real one says in which order listeners hear.
test("listeners hear in the order of EventEmitter2, and off takes the first of equal ones", async () => {
  await import("/npm/eventemitter2/lib/eventemitter2.js"); // the SDK's, as a global
  const own = await emitterOf();
  const theirs = new window.EventEmitter2({ wildcard: true, delimiter: "::" });
  const heard = [own, theirs].map((emitter) => {
    const log = [];
    const add = (pattern, name) => emitter.on(pattern, () => log.push(name || pattern));
    for (const pattern of ["**", "profile::**", "*::updated", "profile::*", "profile::updated"]) add(pattern);
    const fn = () => log.push("fn");
    emitter.on("profile::updated", fn);
    add("profile::updated", "between");
    emitter.on("profile::updated", fn);
    emitter.off("profile::updated", fn);
    emitter.onAny(() => log.push("any"));
    add("profile::*", "later");
    emitter.emit("profile::updated");
    return log;
  });
  assert.deepEqual(heard[0], heard[1]);
});

test("an outcome is heard once where a proxy of ours stands on salla.event, or an object made from it", async () => {
  for (const make of [(own) => new Proxy(own, {}), (own) => Object.create(own)]) {
    const { emitter, events } = await fresh();
    const own = emitter.createEmitter(() => {});
    let count = 0;
    own.on("profile::updated", () => count++);
    window.salla = { event: make(own) };
    const log = listening("profile::updated");
    events.announce("updated", "v");
    assert.deepEqual([count, log()], [1, [["profile::updated", "v"]]]);
  }
});

test("only profile events and the module's own become DOM events", async () => {
  const emitter = await emitterOf();
  const heard = listening("profile::updated", "click", "document::request.failed", "profile::*", "document::other");
  for (const name of ["profile::updated", "click", "document::request.failed", "profile::*", "document::other"]) emitter.emit(name, 7);
  assert.deepEqual(heard(window), [["profile::updated", 7], ["document::request.failed", 7]]);
});

test("the name of an action calls it, emitAsync doesn't", async () => {
  const called = [];
  const emitter = await emitterOf((name) => name == "update" && ((...args) => called.push(args)));
  emitter.emit("profile::update", { a: 1 });
  emitter.dispatch("profile.update", [{ b: 2 }, { signal: 1 }]);
  await emitter.emitAsync("profile::update", { c: 3 });
  assert.deepEqual(called, [[{ a: 1 }], [{ b: 2 }, { signal: 1 }]]);
});

test("dispatchers have helpers that take a function once, and answer a promise of what listeners return", async () => {
  const emitter = await emitterOf();
  const seen = [];
  const fn = (value) => seen.push(value);
  assert.strictEqual(emitter.profile.onUpdated(fn), emitter);
  emitter.profile.onUpdated(fn);
  assert.deepEqual(await emitter.profile.updated("x"), [1]);
  emitter.profile.offUpdated(fn);
  emitter.profile.updated("y");
  assert.deepEqual(seen, ["x"]);
  const heard = listening("profile::update.contacts.failed");
  emitter.profile.updateContactsFailed(1);
  assert.deepEqual(heard(), [["profile::update.contacts.failed", 1]]);
});

test("what is no name or no function is refused", async () => {
  const emitter = await emitterOf();
  for (const args of [[7, () => {}], ["a"], ["a", 7], []]) assert.ok(thrown(() => emitter.on(...args)) instanceof TypeError);
});
