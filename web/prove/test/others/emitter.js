// salla.event without the SDK: the same steps on the SDK's emitter and on ours.
import { assert, test } from "./from.js";
import { aloneGround, ground } from "./ground.js";

// Each step has the emitter, a log, and a listener that notes its name, the event and what it was given.
const STEPS = {
  "on twice": (event, log, f) => { event.on("profile::updated", f); event.on("profile::updated", f); event.emit("profile::updated", 1); },
  "off takes one away": (event, log, f) => { event.on("a::b", f); event.on("a::b", f); event.off("a::b", f); event.emit("a::b", 1); },
  "offUpdated": (event, log, f) => { event.profile.onUpdated(f); event.profile.offUpdated(f); event.emit("profile::updated", 1); },
  "off of a stranger": (event, log, f) => { event.on("a::b", f); event.off("a::b", () => {}); event.emit("a::b", 1); },
  "*::updated": (event, log, f) => { event.on("*::updated", f); event.emit("profile::updated", 1); event.emit("profile::updated::x", 2); event.emit("updated", 3); },
  "profile::*": (event, log, f) => { event.on("profile::*", f); event.emit("profile::updated", 1); event.emit("profile::a::b", 2); event.emit("profile", 3); },
  "**": (event, log, f) => { event.on("**", f); event.emit("x::y::z", 1); event.emit("x", 2); },
  "x::**": (event, log, f) => { event.on("x::**", f); event.emit("x::y::z", 1); event.emit("x", 2); event.emit("y", 3); },
  "**::z": (event, log, f) => { event.on("**::z", f); event.emit("x::y::z", 1); event.emit("z", 2); event.emit("z::y", 3); },
  "a dot is no delimiter": (event, log, f) => { event.on("x.*", f); event.emit("x.y", 1); event.emit("x.*", 2); },
  "emit with a wildcard": (event, log, f, g) => { event.on("x::y", f); event.on("x::z", g); event.emit("x::*", 1); try { event.emit("**", 2); } catch {} log.sort(); },
  "off of a wildcard": (event, log, f) => { event.on("x::*", f); event.off("x::*", f); event.emit("x::y", 1); },
  once: (event, log, f) => { event.once("x::y", f); event.emit("x::y", 1); event.emit("x::y", 2); },
  "once, taken off": (event, log, f) => { event.once("x::y", f); event.off("x::y", f); event.emit("x::y", 1); },
  "once of a wildcard": (event, log, f) => { event.once("x::*", f); event.emit("x::y", 1); event.emit("x::z", 2); },
  "once that emits": (event, log) => { event.once("x::y", () => { log.push("once"); event.emit("x::y"); }); event.emit("x::y"); },
  onAny: (event, log, f) => { event.onAny(f); event.emit("x::y", 1, 2); },
  offAny: (event, log, f, g) => { event.onAny(f); event.onAny(g); event.offAny(f); event.emit("x::y", 1); },
  "offAny of all": (event, log, f, g) => { event.onAny(f); event.onAny(g); event.offAny(); event.emit("x::y", 1); },
  "several arguments": (event, log, f) => { event.on("x::y", f); event.emit("x::y", 1, { a: 2 }, [3]); },
  "the order of listeners": (event, log, f, g) => { event.on("x::y", f); event.on("x::*", g); event.on("x::y", g); event.on("**", f); event.emit("x::y", 1); },
  "onAny before others": (event, log, f, g) => { event.on("x::y", f); event.onAny(g); event.emit("x::y", 1); },
  "a listener added meanwhile": (event, log, f) => { event.on("x::y", () => event.on("x::y", f)); event.emit("x::y", 1); event.emit("x::y", 2); },
  "a listener taken off meanwhile": (event, log, f) => { event.on("x::y", () => event.off("x::y", f)); event.on("x::y", f); event.emit("x::y", 1); },
  dispatch: (event, log, f) => { event.on("x::y", f); event.dispatch("x::y", 1); },
  "a dispatcher answers a promise": (event, log, f) => { event.on("profile::updated", f); log.push(typeof event.profile.updated({ a: 1 }).then); },
  "emitAsync answers what listeners do": async (event, log) => { event.on("x::y", () => 5); event.on("x::y", async () => 6); log.push((await event.emitAsync("x::y", 1)).filter(Boolean)); },
  "emitAsync that a listener rejects": async (event, log) => { event.on("x::y", async () => { throw 7; }); log.push(await event.emitAsync("x::y").catch((error) => "rejected " + error)); },
  chains: (event, log, f) => { log.push(event.on("x::y", f) === event, event.off("x::y", f) === event); },
  "no function": (event, log) => { try { event.on("x::y", 5); } catch (error) { log.push("throws"); } },
};

async function logOf(event, step) {
  const log = [];
  const listener = (name) =>
    function (...args) {
      log.push([name, this.event, args]);
    };
  try {
    await step(event, log, listener("f"), listener("g"));
  } catch (error) {
    log.push("threw " + error.name);
  }
  await new Promise((resolve) => setTimeout(resolve)); // dispatchers of the SDK's are asynchronous
  return log;
}

for (const [name, step] of Object.entries(STEPS)) {
  test(`salla.event, without the SDK as with it: ${name}`, async () => {
    const [theirs, ours] = await Promise.all([ground({}), aloneGround()]);
    assert.deepEqual(await logOf(ours.salla.event, step), await logOf(theirs.salla.event, step));
  }, { isBroken: name == "emit with a wildcard" }); // the SDK asks its store by it
}

test("salla.event, without the SDK: a function given to onUpdated twice is called once", async () => {
  const { salla } = await aloneGround();
  const log = await logOf(salla.event, (event, log, f) => { event.profile.onUpdated(f); event.profile.onUpdated(f); event.emit("profile::updated", 1); });
  assert.deepEqual(log, [["f", "profile::updated", [1]]]);
});
