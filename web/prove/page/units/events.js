// Outcomes become events: bridge/page/events.js.
import { assert, fresh, hostile, listening, test, turn } from "../tools.js";

/** An emitter with what the mirror asks of EventEmitter2, and what tells it from another one. */
function createEmitter() {
  let any = [], own = [];
  return {
    _events: {}, profile: {}, listenersAny: () => any, listeners: () => own, prependAny: (fn) => any.unshift(fn), on: (_, fn) => own.push(fn),
    offAny: () => { any = []; }, removeAllListeners: () => { any = []; own = []; },
    emit(name, ...args) {
      for (const fn of [...any]) fn.call({ event: name }, name, ...args);
      if (name.startsWith("profile::")) for (const fn of [...own]) fn.call({ event: name }, ...args);
    },
  };
}
test("every profile event that anyone emits becomes one DOM event, others none", async () => {
  const { events } = await fresh();
  const emitter = createEmitter();
  for (let i = 0; i < 3; i++) events.mirror(emitter);
  const log = listening("profile::updated", "profile::verification", "cart::updated");
  emitter.emit("profile::updated", 1);
  emitter.emit("cart::updated", 2);
  emitter.emit("profile::verification", 3);
  await turn();
  assert.deepEqual(log(), [["profile::updated", 1], ["profile::verification", 3]]);
});

test("the mirror outlives whatever takes listeners off, and listeners that throw or emit", async () => {
  const { events } = await fresh();
  const emitter = createEmitter();
  events.mirror(emitter);
  const log = listening("profile::updated", "profile::verified");
  for (const off of ["offAny", "removeAllListeners"]) {
    emitter[off]();
    await turn();
    emitter.emit("profile::updated", off);
  }
  let once = 0;
  emitter.listeners().unshift(() => once++ || emitter.emit("profile::verified", "inner"));
  emitter.emit("profile::updated", "outer");
  emitter.listeners().unshift(() => { throw new Error("broken"); });
  try {
    emitter.emit("profile::updated", "thrown");
  } catch {}
  await turn();
  assert.deepEqual(log(), [["profile::updated", "offAny"], ["profile::updated", "removeAllListeners"], ["profile::verified", "inner"],
    ["profile::updated", "outer"], ["profile::updated", "thrown"]]);
});

// The SDK's emitter, mirrored, and something made of it in its place.
const standing = (make) => (emitter, events) => {
  emitter.profile.updated = (v) => emitter.emit("profile::updated", v);
  events.mirror(emitter);
  window.salla.event = make(emitter);
};

// An emitter on salla.event, and how often its listeners hear; the DOM hears once.
const announced = {
  "its dispatcher reaches it": [(emitter) => { emitter.profile.updated = (v) => emitter.emit("profile::updated", v); }, 1],
  "it has no dispatcher": [() => {}, 1],
  "its dispatcher throws": [(emitter) => { emitter.profile.updated = () => { throw new Error("no"); }; }, 1],
  "its dispatcher reaches another": [(emitter) => { emitter.profile.updated = () => {}; }, 1],
  "a proxy of it stands there": [standing((emitter) => new Proxy(emitter, {})), 1],
  "an object made from it stands there": [standing((emitter) => Object.create(emitter)), 1],
  "there is none": [() => { window.salla = {}; }, 0],
  "there is no salla": [() => { delete window.salla; }, 0],
};
for (const [name, [prepare, times]] of Object.entries(announced)) {
  test(`an outcome is heard once, and by the DOM once, where ${name}`, async () => {
    const { events } = await fresh();
    const emitter = createEmitter();
    window.salla = { event: emitter };
    let count = 0;
    emitter.on("", () => count++);
    const log = listening("profile::updated");
    prepare(emitter, events);
    events.announce("updated", "v");
    await turn();
    assert.deepEqual([count, log()], [times, [["profile::updated", "v"]]]);
    window.uncaught.length = 0; // nobody's emit looks like a fault of ours
  });
}

test("an emitter of anything stops no outcome", async () => {
  const { events } = await fresh();
  const log = listening("profile::updated");
  for (const make of Object.values(hostile)) {
    window.salla = { event: make() };
    try {
      events.announce("updated", 1);
    } catch (error) {
      assert.match(error.message, /revoked|trap/); // the guard has it
    }
  }
  assert.isAbove(log().length, 0);
  window.uncaught.length = 0;
});

test("an event's name is its dispatcher's", async () => {
  const { events } = await fresh();
  assert.deepEqual(["updated", "updateContactsFailed", "infoNotFetched"].map(events.eventOf),
    ["profile::updated", "profile::update.contacts.failed", "profile::info.not.fetched"]);
});
