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
const { WebAssembly } = browser;

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
 *   call(id, method, argument, options)  calls a method, by its number; with the id 0 says that something about the page has
 *                                        changed, and argument and options are where the methods go, and which
 *   end(id)                              the call has been settled
 *
 * @param {WebAssembly.Module} module
 * @param {{ schema: object, functions: Record<string, Function>, died(reason: unknown): void }} page schema is generated
 *   (bridge/page/wire.js), functions are what Go may ask of the page by it, and died hears that the program is gone
 */
export async function run(module, { schema, functions, died }) {
  const scopes = createScopes();
  const all = Object.assign({}, members, functions);
  let dead = false;
  let callbacks = []; // among the arguments of the page's next function

  const enter = (scope, go) => {
    if (dead) return;
    try {
      scopes.enter(scope, go);
    } catch (error) {
      if (dead) return; // an entry inside this one has told
      dead = true;
      died(error);
    }
  };

  const program = cross(
    {
      at: scopes.at,
      put: scopes.put,
      // A dead program that is still on the stack is unwound at its next step.
      ask(name, args) {
        if (dead) throw new Error("dead");
        const given = callbacks;
        callbacks = [];
        try {
          return all[name](...args);
        } catch (error) {
          // The page's own code is tried where it is called: this is a fault of ours, and silent in a shop.
          if (DEV && !members[name]) console.error("salla-profile: internal error", error);
          for (const callback of given) task({}).then(callback);
        }
      },
      // Resumes the program, once, in the scope of the call that is under way.
      callback(resume) {
        const scope = scopes.hold();
        let done = false;
        const callback = (answer) => {
          if (done) return;
          done = true;
          enter(scope, () => resume(answer));
        };
        callbacks.push(callback);
        return callback;
      },
    },
    { page: schema, js: Members },
  );
  const wasm = await WebAssembly.instantiate(module, program.importObject).then(task);
  await program.run(wasm);
  return {
    call: (id, ...row) => enter(scopes.open(id), () => program.call(id, ...row)),
    end: scopes.end,
  };
}

/**
 * Everything that enters the program does so in the scope of a call. What it leaves there is freed when nothing holds the scope any
 * more (the call that isn't settled, a callback that is to come, an entry) and the program is off the stack; so nothing is left
 * to a garbage collector that can't see both sides.
 */
function createScopes() {
  const { at, put, drop } = createValues(window);
  const calls = {}; // scopes by the id of their call
  const ended = [];
  const create = (holds) => ({ handles: [], holds });
  const start = create(1); // what is there from the start stays
  let now = start;

  const release = (scope) => {
    if (!--scope.holds) ended.push(scope.handles);
  };
  return {
    at,
    put: (value) => put(value, now.handles),
    // By its entry, and until it is settled; an attach by its entry alone.
    open: (id) => (calls[id] = create(id ? 2 : 1)),
    end(id) {
      if (calls[id]) release(calls[id]);
      delete calls[id];
    },
    hold() {
      now.holds++;
      return now;
    },
    /** Runs go, which enters the program, in a scope that is held for that. */
    enter(scope, go) {
      const before = now;
      now = scope;
      go();
      now = before;
      release(scope);
      if (now != start) return;
      for (const handles of ended) drop(handles);
      ended.length = 0;
    },
  };
}
