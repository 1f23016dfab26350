// What gives a request up: the theme's signal, a time limit, and what axios has besides.
import { browser, Promise } from "./browser.js";
import { attempt } from "./values.js";

// What the page may replace later is taken now.
const { AbortController, clearTimeout } = browser;

/** Why a request was given up. */
export const LATE = {};
export const CANCELED = {};

/** What a timer takes, in milliseconds. */
export const LONGEST = 0x7fffffff;

const listen = (source, cancel) => {
  if (source.addEventListener) source.addEventListener("abort", cancel);
  else source.subscribe(cancel); // a CancelToken of axios's
};

const forget = (source, cancel) => {
  if (source.removeEventListener) source.removeEventListener("abort", cancel);
  else source.unsubscribe(cancel);
};

/**
 * Runs make(signal), and gives it up where one of the sources says so, or after so many milliseconds, where there are any: at once, since
 * another script's fetch may know nothing of signals. Rejects with LATE or CANCELED then. No listener is kept.
 * @template T
 * @param {any[]} sources AbortSignals and CancelTokens
 * @param {number} timeout
 * @param {(signal?: AbortSignal) => Promise<T>} make
 * @returns {Promise<T>}
 */
export const bounded = async (sources, timeout, make) => {
  const given = [];
  for (const source of sources) {
    if (!source) continue;
    const { aborted, reason } = source;
    if (aborted || (aborted === undefined && reason)) throw CANCELED; // nothing has begun
    given.push(source);
  }
  if (!given.length && !timeout) return make();
  const controller = attempt(() => new AbortController()); // there may be none: then nobody listens to the answer any more
  let timer, cancel;
  const cut = new Promise((_, reject) => {
    const end = (why) => {
      reject(why);
      if (controller) controller.abort();
    };
    if (timeout) timer = setTimeout(end, Math.min(timeout, LONGEST), LATE);
    cancel = () => end(CANCELED);
    for (const source of given) listen(source, cancel);
  });
  try {
    return await Promise.race([cut, make(controller && controller.signal)]);
  } finally {
    clearTimeout(timer);
    for (const source of given) forget(source, cancel);
  }
};
