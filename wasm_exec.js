// How a Go program runs on somebody else's page. What a guest owes its host:
//   - its room: it sees what it is lent, and leaves nothing on the window (bridge/js/cross_*.js, one for each compiler);
//   - the guard: Go can't catch a JavaScript exception (TinyGo has no recover, and a getter that
//     throws escapes safejs), so every function of the page's is run by one that tries;
//   - the containment: if the program dies, it says so, and does nothing any more (web/loader/calls.js has a fresh one take
//     over).
import { browser, Promise } from "./bridge/page/browser.js";
import cross from "compiler:cross";
import { Members, members } from "./bridge/js/members.js";
import { createValues } from "./bridge/js/values.js";

// What the page may replace later is taken now.
const { setTimeout, WebAssembly } = browser;

/**
 * Goes on in a task of its own, so that the page can do something between ours; after so many milliseconds.
 * @template T
 * @param {T} [value]
 * @param {number} [ms]
 * @returns {Promise<T>}
 */
export const task = (value, ms) => new Promise((resolve) => setTimeout(resolve, ms, value));

/**
 * Runs a compiled Go program. Resolves to how the page gets in, once it can:
 *   call(id, method, argument, options)  calls a method, by its number
 *   end(id)                              the call has been settled
 *   attach(holder, methods)              says that something about the page has changed
 *
 * @param {WebAssembly.Module} module
 * @param {{ schema: object, functions: Record<string, Function>, died(reason: unknown): void }} page schema is generated
 *   (bridge/page/wire.js), functions are what Go may ask of the page by it, and died hears that the program is gone
 */
export async function run(module, { schema, functions, died }) {
  const scopes = createScopes();
  const all = Object.assign({}, members, functions);
  let dead = false;

  const die = (reason) => {
    if (dead) return;
    dead = true;
    died(reason);
  };
  const enter = (scope, go) => {
    if (dead) return;
    try {
      scopes.enter(scope, go);
    } catch (error) {
      die(error);
    }
  };

  const program = cross(
    {
      at: scopes.at,
      put: scopes.put,
      // A dead program that is still on the stack is unwound at its next step.
      ask(name, args, callbacks) {
        if (dead) throw new Error("dead");
        try {
          return all[name](...args);
        } catch (error) {
          // The page's own code is tried where it is called: this is a fault of ours, and silent in a shop.
          if (DEV && !members[name]) console.error("salla-profile: internal error", error);
          for (const callback of callbacks) task({}).then(callback);
        }
      },
      // Calls a function of Go's, once, in the scope of the call that is under way.
      callback(slot) {
        const scope = scopes.hold();
        let done = false;
        return (answer) => {
          if (done) return;
          done = true;
          scopes.release(scope);
          enter(scope, () => program.resume(slot, answer));
        };
      },
    },
    { page: schema, js: Members },
  );
  const wasm = await WebAssembly.instantiate(module, program.importObject).then(task);
  await program.run(wasm);
  return {
    call: (id, method, argument, options) => enter(scopes.open(id), () => program.call(id, method, argument, options)),
    end: scopes.end,
    attach: (holder, methods) => enter(scopes.once(), () => program.attach(holder, methods)),
  };
}

/**
 * Everything that enters the program does so in the scope of a call: {handles, waits, over}. What it leaves there is freed when
 * the call has been settled, no callback of its is to come, and the program is off the stack; so nothing is left to a garbage collector
 * that can't see both sides.
 */
function createScopes() {
  const { at, put, drop } = createValues(window);
  const calls = {}; // scopes by the id of their call
  const ended = [];
  const create = (over) => ({ handles: [], waits: 0, over });
  let now = create(false); // that of the start stays
  let depth = 0;

  const leave = (scope) => {
    if (scope.over && !scope.waits) ended.push(scope);
    return scope;
  };
  return {
    at,
    put: (value) => put(value, now.handles),
    open(id) {
      const scope = create(false);
      calls[id] = scope;
      return scope;
    },
    once: () => leave(create(true)),
    end(id) {
      const scope = calls[id];
      if (!scope) return;
      delete calls[id];
      scope.over = true;
      leave(scope);
    },
    hold() {
      now.waits++;
      return now;
    },
    release(scope) {
      scope.waits--;
      leave(scope);
    },
    enter(scope, go) {
      const before = now;
      now = scope;
      depth++;
      go();
      depth--;
      now = before;
      if (depth) return;
      for (const { waits, handles } of ended) if (!waits) drop(handles);
      ended.length = 0;
    },
  };
}
