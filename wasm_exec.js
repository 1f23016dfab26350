// How a Go program runs on somebody else's page. What a guest owes its host:
//   - its room: it sees what it is lent, and leaves nothing on the window (bridge/js/cross_*.js, one for each compiler);
//   - the guard: Go can't catch a JavaScript exception (TinyGo has no recover, and a getter that
//     throws escapes safejs), so everything that may throw is done by a function that tries;
//   - the containment: if the program dies, it says so, and does nothing any more (web/loader/calls.js has a fresh one take
//     over).
import cross from "compiler:cross";
import { createOperations, MISSING } from "./bridge/js/host.js";
import { createValues } from "./bridge/js/values.js";
import { walk } from "./bridge/js/read.js";
import { createOperations as createProfileOperations } from "./bridge/operations.js";

// Goes on in a task of its own, so that the page can do something between ours; after so many milliseconds.
export const task = (value, ms) => new Promise((resolve) => setTimeout(resolve, ms, value));

/**
 * Runs a compiled Go program. Resolves to how the page gets in, once it can:
 *   call(id, method, args)  calls a method, by its number
 *   attach()                says that the SDK was created or is ready, or the page configured
 *
 * page: { lent, keeps(signal), settle(id, ok, value), died(reason, announced) }
 *   lent    js.Lent to Go (bridge/js/value.go): with the window, all of the page that it starts with
 *   keeps   whether what is sent now, and given up by the signal, has to outlive the page, or might have to
 *   settle  hears the outcome of a call
 *   died    hears that the program is gone; announced(id) is { value } where it had told the page a call's outcome already
 */
export async function run(module, page) {
  let entry; // into Go
  let dead = false;

  const die = (reason) => {
    if (dead) return;
    dead = true;
    page.died(reason, scopes.outcome);
  };
  const scopes = createScopes(page, (id, code, first, second) => {
    if (dead) return;
    try {
      entry(id, code, scopes.put(first), scopes.put(second));
    } catch (error) {
      die(error);
    }
    if (!dead && go.exited) die(new Error("the Go program ended"));
  });
  const operations = createOperations(scopes);
  operations.values.push(...createProfileOperations(page.keeps, scopes).values);
  const host = guard(operations, scopes, () => {
    if (dead) throw new Error("dead");
  });
  host.start = (fn) => (entry = fn);

  const go = cross(host);
  const wasm = await WebAssembly.instantiate(module, go.importObject).then(task);
  // Resolves when the program ends (standard Go) or has been initialised (TinyGo).
  const end = go.run(wasm);
  await Promise.race([end, 0]);
  if (!entry || go.exited) throw new Error("the Go program did not start");
  end.catch(die);
  return scopes;
}

const open = (over) => ({ places: [], waits: 0, over });

/**
 * Everything that enters the program does so in the scope of a call: {places, waits, over}. What it leaves there is freed when
 * the call has been settled, nothing continues it, and the program is off the stack; so nothing is left to a garbage collector
 * that can't see both sides. pass(id, code, first, second) is the door into Go.
 */
function createScopes(page, pass) {
  const { at, put, drop } = createValues(window, page.lent);
  const scopes = new Map(); // by the id of the call
  const ended = [];
  let scope = open(true); // of now: that of the start stays
  let depth = 0;

  const enter = (next, ...args) => {
    const before = scope;
    scope = next;
    depth++;
    pass(...args);
    depth--;
    scope = before;
    // What waits comes again.
    if (!depth) for (const { waits, places } of ended.splice(0)) if (!waits) drop(places);
  };
  const leave = (scope) => scope.over && !scope.waits && ended.push(scope);

  return {
    at,
    put: (value) => put(value, scope.places),
    call(id, method, args) {
      const next = open(false);
      scopes.set(id, next);
      enter(next, id, method, ...args);
    },
    attach() {
      const next = open(true);
      ended.push(next);
      enter(next, 0, 0);
    },
    // Goes on at a slot of the program's with what the promise resolves to, or with 0 and the reason.
    after(promise, slot) {
      const mine = scope;
      mine.waits++;
      const next = (got) => {
        mine.waits--;
        leave(mine);
        enter(mine, -slot, ...got);
      };
      promise.then(next, (reason) => next([0, reason]));
    },
    // A function that goes on at a slot, for as long as the call is open.
    callback(slot) {
      const mine = scope;
      return (code, value) => mine.over || enter(mine, -slot, code, value);
    },
    announced: (value) => (scope.announced = { value }),
    outcome: (id) => walk(scopes.get(id), ["announced"]),
    settle(id, ok, value) {
      const mine = scopes.get(id);
      scopes.delete(id);
      mine.over = true;
      leave(mine);
      page.settle(id, ok, value);
    },
  };
}

// Both doors out of Go. What throws answers -1, or nothing: none of it gets into Go. A dead program that is still on the stack
// is unwound at its next step.
const guard = ({ values, numbers, texts }, { at, put }, living) => ({
  do(operation, text, ...args) {
    living();
    try {
      args = args.map(at);
      if (operation < 0) return numbers[~operation](text, ...args);
      const value = values[operation](text, ...args);
      return value === MISSING ? -1 : put(value);
    } catch {
      return -1;
    }
  },
  tell(operation, text, root) {
    living();
    try {
      return texts[operation](text, at(root));
    } catch {
      return "";
    }
  },
});
