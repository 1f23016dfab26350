// Holding a page's module back, knowing that it runs, and a clock that only the test moves on. For all that a test would
// otherwise have to wait for, and hope.
import { turn, until } from "./pages.js";

/** What a page has to run before the tag for its module to be watched; or held back, until release(). */
export const watched = "parent.watchModule(window);";
export const held = "parent.watchModule(window, true);";

/** What a test build with a trap inside reads at each crossing (bridge/js/trap_on.go): it dies at the one that trapAfter says. */
export const trap =
  "Object.defineProperty(window, 'trap', { get: () => (window.trapAfter > 0 && --trapAfter == 0 ? { [window.trapHow || 'panic']: true } : undefined) });";

/** Lets the page's module go on, from where it is made of the compiled code. */
export const release = (win) => win.watch.release();

/** How often the page has asked for its module: a start does, in the first task of its own. */
export const starts = (win) => win.watch.compiled;

/** Waits until so many programs have begun on the page, one after the other, and the last one runs. */
export async function running(win, count = 1) {
  // Its first steps are over, and what follows them is no task of its own: the next task finds it running.
  await until(() => win.watch.begun >= count, "the program");
  await turn(win);
}

/** Waits until the module is there, and only held back. */
export const heldBack = (win) => until(() => win.watch.asked > 0, "the compiled module");

// What a compiler's program begins with. It returns when the program waits to be called.
const first = /^(run|_start|_initialize)$/;

window.watchModule = (win, hold = false) => {
  const watch = (win.watch = { compiled: 0, asked: 0, begun: 0 });
  const released = new Promise((resolve) => (watch.release = resolve));
  if (!hold) watch.release();
  const own = win.WebAssembly;
  for (const name of ["compile", "compileStreaming"]) {
    const compile = own[name];
    if (!compile) continue; // an old browser
    own[name] = (...args) => {
      watch.compiled++;
      return Reflect.apply(compile, own, args);
    };
  }
  const { instantiate } = own;
  own.instantiate = async (...args) => {
    watch.asked++;
    await released;
    const instance = await Reflect.apply(instantiate, own, args);
    const exports = { ...instance.exports };
    for (const name of Object.keys(exports).filter((name) => first.test(name))) {
      const begin = exports[name];
      exports[name] = (...args) => {
        const answer = begin(...args);
        watch.begun++;
        return answer;
      };
    }
    return Object.create(instance, { exports: { value: exports } });
  };
};

/**
 * Gives the page a clock that stands still. What it wants done at once is; what it wants later waits for pass().
 * onlySignals: its setTimeout stays as it is (the SDK has timers of its own).
 */
export function giveClock(win, onlySignals = false) {
  const { setTimeout, clearTimeout } = win.timers || win;
  const timers = new Map();
  let now = 0;
  let last = 2 ** 30; // no timer of the browser's has such a number
  const add = (ms, fn) => {
    timers.set(++last, { at: now + Number(ms), fn });
    clock.asked.push(Number(ms));
    return last;
  };
  const clock = (win.clock = {
    asked: [], // the delays
    waits: (ms) => [...timers.values()].some(({ at }) => at == now + ms),
    /** Lets so many milliseconds pass, and the page do what it does then. */
    async pass(ms) {
      const end = now + ms;
      for (;;) {
        const [next] = [...timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at);
        if (!next) break;
        timers.delete(next[0]);
        now = next[1].at;
        next[1].fn();
        await turn(win);
      }
      now = end;
      await turn(win);
    },
  });
  if (!onlySignals) {
    const ours = {
      setTimeout: (fn, ms, ...args) => (ms > 0 ? add(ms, () => fn(...args)) : Reflect.apply(setTimeout, win, [fn, 0, ...args])),
      clearTimeout: (id) => timers.delete(id) || Reflect.apply(clearTimeout, win, [id]),
    };
    Object.assign(win.timers || win, ours);
  }
  win.AbortSignal.timeout = (ms) => {
    const controller = new win.AbortController();
    add(ms, () => controller.abort(new win.DOMException("The signal timed out", "TimeoutError")));
    return controller.signal;
  };
  return clock;
}
window.giveClock = giveClock;

/** Before any other script of the page: its timers can be another's later, though the module takes them at its start. */
export function switchTimers(win) {
  const { setTimeout, clearTimeout } = win;
  win.timers = { setTimeout: setTimeout.bind(win), clearTimeout: clearTimeout.bind(win) };
  win.setTimeout = (...args) => win.timers.setTimeout(...args);
  win.clearTimeout = (id) => win.timers.clearTimeout(id);
}

/** A promise's outcome as it is by now: undefined as long as there is none. */
export function outcome(promise) {
  const seen = { is: undefined };
  promise.then((value) => (seen.is = { value }), (error) => (seen.is = { error }));
  return seen;
}

/** Tells when the page is idle only as the test says: win.idle() does. Runs before the tag. */
export const busy = `
  window.idlers = [];
  window.requestIdleCallback = (fn) => idlers.push({ fn, at: document.readyState });
  window.idle = () => { for (const { fn } of idlers.splice(0)) fn(); };`;

/** Counts what the page fetches: window.fetched. Runs before the tag. */
export const counted = `
  window.fetched = [];
  { const { fetch } = window; window.fetch = (...args) => (fetched.push(String(args[0])), fetch(...args)); }`;
