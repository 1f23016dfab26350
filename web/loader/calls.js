// The theme's calls: they wait for the program, and for the page; and if the program dies, they are not lost.
import { pageProblem, snapshot } from "../../bridge/page/payloads.js";
import { Promise } from "../../bridge/page/browser.js";
import { announce } from "../../bridge/page/events.js";
import { bounded, LATE } from "../../bridge/page/giveUp.js";
import { optionsOf } from "../../bridge/page/options.js";
import { warn } from "../../bridge/page/values.js";
import { run } from "../../wasm_exec.js";
import { METHODS } from "profile:table";
import { failed, fallback } from "./fallback.js";

// A program that dies this often is not started again.
const MAX_DEATHS = 3;

/** Of the methods, in Go's order. */
export const names = Object.keys(METHODS);

let page;
const calls = {}; // id -> {name, args, resolve, reject, needs, isSent, forget()}; what isn't sent waits
let lastId = 0;
let deaths = 0;
let module;
let program; // the running one
let stopped; // the reason, once nothing will run any more

/**
 * Says which page it is, before anything else: { open(), schema, functions, exposure(), stopped(reason) }
 *   open      how far the page is: 0, nobody can serve a call; 1, the SDK was created; 2, it is ready, or the
 *             page configured. A call made at 0 waits for 2, later ones go at once, as the SDK's do
 *   schema, functions  see run() of wasm_exec.js
 *   exposure  where the methods are to be, and which: exposureOf of sdk.js
 *   stopped   hears that nothing will run any more
 */
export const use = (its) => {
  page = Object.assign({ died }, its);
};

const begin = () =>
  run(module, page).then((running) => {
    program = running;
    attach();
  });

const send = (id, call) => {
  call.isSent = true;
  call.forget();
  let method = 0;
  while (names[method] != call.name) method++; // some pages' lists have another indexOf
  program.call(id, method, call.args[0], call.args[1]);
};

const flush = () => {
  // In the order of their ids.
  for (const id of Object.keys(calls)) {
    const call = calls[id];
    if (call && !call.isSent && program && page.open() >= call.needs) send(+id, call);
  }
};

/**
 * The outcome of calls, from the program: its event, and then their promises.
 * @type {import("../../bridge/page/wire.js").Storefront["settle"]}
 */
export const settle = (ids, fulfilled, dispatcher, value) => {
  if (dispatcher) announce(dispatcher, value);
  for (const id of ids) {
    const call = calls[id];
    delete calls[id];
    program.end(id);
    if (call) fulfilled ? call.resolve(value) : call.reject(value);
  }
};

// Without the program a call ends with what make returns or throws.
const end = (id, make) => {
  const call = calls[id];
  delete calls[id];
  call.forget();
  try {
    call.resolve(make(call));
  } catch (error) {
    call.reject(error);
  }
};

const serve = (id, reason) => end(id, (call) => fallback(call, reason));

// Its open calls end, and a fresh one takes over.
function died(reason) {
  program = undefined;
  deaths++;
  const members = { message: "salla-profile stopped: " + reason, code: "ERR_RUNTIME", cause: reason };
  for (const id of Object.keys(calls)) if (calls[id].isSent) end(id, (call) => failed(call, members));
  const again = deaths < MAX_DEATHS;
  if (again) begin().catch(stop);
  else stop(reason);
  warn(reason + (again ? "; starting afresh" : "; giving up")); // last: it is the page's
}

/** Nothing will run: calls are served by page.fallback from now on. */
export function stop(reason) {
  stopped = reason;
  for (const id of Object.keys(calls)) serve(id, reason);
  page.stopped(reason);
}

// A call that waits can be given up like one that was sent.
const limit = (id, call, { signal, timeout }) =>
  bounded([signal], timeout, () => new Promise((resolve) => (call.forget = resolve))).catch((why) => {
    if (call.isSent || !calls[id]) return;
    const members =
      why == LATE
        ? { code: "ECONNABORTED", message: `timeout of ${timeout}ms exceeded` }
        : { name: "CanceledError", code: "ERR_CANCELED", message: "canceled", cause: signal.reason };
    end(id, (call) => failed(call, members));
  });

/** Runs the compiled module; resolves when calls are served. */
export const start = (compiled) => {
  if (stopped) return; // the tag names no store
  stopped = pageProblem();
  if (stopped) throw stopped;
  module = compiled;
  return begin();
};

/** Tells the program that something about the page has changed, and where its methods are to be. */
export const attach = () => {
  const { holder, chosen } = page.exposure();
  if (program && holder) program.call(0, 0, holder, chosen);
  flush();
};

/** Whether there are calls that wait. */
export const anyWait = () => {
  for (const id of Object.keys(calls)) if (!calls[id].isSent) return true; // some pages have no some
  return false;
};

/** Calls a method of the program; waits for it to run. Always a promise, settled once. */
export const call = (name, args, options) =>
  new Promise((resolve, reject) => {
    const call = { name, args, resolve, reject, needs: page.open() || 2, forget() {} };
    const id = ++lastId;
    calls[id] = call;
    const reason = stopped || pageProblem();
    if (reason) return serve(id, reason);
    flush();
    if (call.isSent) return;
    if (METHODS[name].options) call.args = [snapshot(args[0]), args[1]]; // as it is now
    limit(id, call, Object(optionsOf(options)));
  });
