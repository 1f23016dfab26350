// The theme's calls: they wait for the program, and for the page; and if the program dies, they are not lost.
import { run } from "../../wasm_exec.js";
import { failed, fallback } from "./instead.js";

// A program that dies this often is not started again.
const MAX_DEATHS = 3;

let page;
const calls = new Map(); // id -> {name, args, resolve, reject, needs, sent}
let waiting = []; // ids of those that have not been sent, in order
let lastId = 0;
let deaths = 0;
let module;
let program; // the running one
let stopped; // the reason, once nothing will run any more

/**
 * Says which page it is, before anything else: { names, open(), keeps(signal), lent, stopped(reason) }
 *   names     of the methods, in Go's order
 *   open      how far the page is: 0, nobody can serve a call; 1, the SDK was created; 2, it is ready, or the
 *             page configured. A call made at 0 waits for 2, later ones go at once, as the SDK's do
 *   keeps, lent  see run() of wasm_exec.js
 *   stopped   hears that nothing will run any more
 */
export const use = (its) => {
  page = Object.assign({ settle, died }, its);
};

const begin = () =>
  run(module, page).then((running) => {
    program = running;
    flush();
  });

const send = (id, call) => {
  call.sent = true;
  program.call(id, page.names.indexOf(call.name), call.args);
};

const flush = () => {
  const before = waiting;
  waiting = [];
  for (const id of before) {
    const call = calls.get(id);
    if (!call) continue;
    if (program && page.open() >= call.needs) send(id, call);
    else waiting.push(id);
  }
};

const settle = (id, ok, value) => {
  const call = calls.get(id);
  calls.delete(id);
  if (call) ok ? call.resolve(value) : call.reject(value);
};

const end = (call, value) => (value instanceof Error ? call.reject(value) : call.resolve(value));

const fail = (call, members) => end(call, failed(call, members));

// Its open calls end, and a fresh one takes over.
function died(reason, announced) {
  program = undefined;
  deaths++;
  for (const [id, call] of calls) {
    if (!call.sent) continue;
    calls.delete(id);
    const outcome = announced(id);
    if (outcome) end(call, outcome.value);
    else fail(call, { message: "salla-profile stopped: " + reason, code: "ERR_RUNTIME", cause: reason });
  }
  const again = deaths < MAX_DEATHS;
  if (again) begin().catch(stop);
  else stop(reason);
  console.warn("salla-profile: " + reason + (again ? "; starting afresh" : "; giving up")); // last: it is the page's
}

/** Nothing will run: calls are served by page.fallback from now on. */
export function stop(reason) {
  stopped = reason;
  for (const [id, call] of calls) {
    calls.delete(id);
    serve(call);
  }
  page.stopped(reason);
}

const serve = (call) => {
  try {
    end(call, fallback(call, stopped));
  } catch (error) {
    call.reject(error);
  }
};

// A call that waits can be given up like one that was sent.
const limit = (id, call, { signal, timeout }) => {
  const giveUp = (members) => {
    if (call.sent || !calls.delete(id)) return;
    fail(call, members);
  };
  const cancel = () => giveUp({ name: "CanceledError", code: "ERR_CANCELED", message: "canceled", cause: signal.reason });
  const longest = 0x7fffffff; // a timer for longer than that fires at once
  if (timeout > 0) setTimeout(giveUp, Math.min(timeout, longest), { code: "ECONNABORTED", message: `timeout of ${timeout}ms exceeded` });
  if (signal) signal.aborted ? cancel() : signal.addEventListener("abort", cancel);
};

/** Runs the compiled module; resolves when calls are served. */
export const start = (compiled) => {
  module = compiled;
  return begin();
};

/** Tells the program that the SDK was created or is ready, or the page configured. */
export const attach = () => {
  if (program) program.attach();
  flush();
};

/** Whether there are calls that wait. */
export const anyWait = () => waiting.length > 0;

/** Calls a method of the program; waits for it to run. Always a promise, settled once. */
export const call = (name, args, options) =>
  new Promise((resolve, reject) => {
    const call = { name, args, resolve, reject, needs: page.open() || 2 };
    if (stopped) return serve(call);
    const id = ++lastId;
    calls.set(id, call);
    waiting.push(id);
    flush();
    if (call.sent) return;
    try {
      call.args = args.map((value) => (value instanceof HTMLFormElement ? new FormData(value) : value)); // as it is now
      limit(id, call, options);
    } catch {} // no options, or broken arguments
  });
