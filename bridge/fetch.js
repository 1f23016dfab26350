// The page's end of fetch.go: requests that may outlive the page.
/**
 * decide(may, signal) decides now, which may be the event that the page is left in, whether a request that may have it is made
 * with keepalive; what it answers makes it, by request(keepalive). Of keepalive the browser allows so much to all scripts
 * together, and refuses at once what is more: that is asked without. What the network has failed at the store may have: nothing
 * is sent twice.
 *
 * keeps(signal) is whether what is sent now has to outlive the page, or might have to.
 */
export const createKeepalive = (keeps) => (may, signal) => {
  const keepalive = may && keeps(signal);
  return (request) => (keepalive ? ask(request) : request(false));
};

const ask = (request) => {
  const refusal = createRefusal();
  const settled = new Promise((resolve, reject) => {
    // WebKit never settles it for a page that was left and came back.
    const back = ({ persisted }) => persisted && !window.fetchLater && reject();
    window.addEventListener("pageshow", back);
    request(true)
      .then(resolve, reject)
      .then(() => window.removeEventListener("pageshow", back));
  });
  refusal.begun();
  return settled.then(
    (answer) => {
      refusal.ended();
      return answer;
    },
    (error) => {
      if (!refusal.ended() || !(error instanceof TypeError)) throw error;
      return request(false);
    },
  );
};

// A refusal and a failure of the network look alike, and which is which no timer and no message tells where the page, or the
// machine, was busy meanwhile. What does:
//   Firefox   refuses before anything else of the page runs;
//   WebKit    in a task of the page's own, as an element's event is: one that is queued behind the request comes after a
//             refusal, and before whatever is heard of the network;
//   Chromium  the same, but what is heard of the network may be in the queue before the event is: of that there is an entry
//             in the page's timings, of a refusal there is none.
const createRefusal = () => {
  let over;
  const look = (entries) => {
    for (const { initiatorType, responseStatus } of entries) if (initiatorType == "fetch" && !responseStatus) over = true;
  };
  const observer = window.fetchLater && new PerformanceObserver((list) => look(list.getEntries()));
  if (observer) observer.observe({ type: "resource" });
  return {
    async begun() {
      for (let i = 0; i < 99; i++) await 0; // another script's fetch may call the browser's some microtasks later
      if ("mozInnerScreenX" in window) over = true;
      const details = document.createElement("details");
      details.ontoggle = () => (over = true);
      details.open = true;
    },
    /** Looks no more. Answers whether what has failed now could be one. */
    ended() {
      if (observer) {
        look(observer.takeRecords());
        observer.disconnect();
      }
      return !over;
    },
  };
};

let origin; // asking takes longer than the rest

/** The token against forged requests, in a cookie of this name: for the page's own origin, and for no other. */
export const xsrfToken = (url, name) => {
  origin = origin || window.origin;
  const [, token] = (url + "/").startsWith(origin + "/") ? `; ${document.cookie}`.split(`; ${name}=`) : [];
  return token && decodeURIComponent(token.split(";")[0]);
};

// Why a request was cut off.
export const LATE = {};
const CANCELED = {};

/**
 * make(signal) is cut off by the theme's signal or after so many milliseconds, where there are any: at once, since another
 * script's fetch may know nothing of signals. Rejects with LATE or CANCELED then.
 */
export const bounded = async (signal, timeout, make) => {
  if (signal && signal.aborted) throw CANCELED; // nothing has begun
  if (!signal && !timeout) return make();
  const controller = new AbortController();
  let timer, abort;
  const cut = new Promise((_, reject) => {
    const end = (why) => {
      reject(why);
      controller.abort();
    };
    if (timeout) timer = setTimeout(end, timeout, LATE);
    abort = () => end(CANCELED);
    if (signal) signal.addEventListener("abort", abort);
  });
  try {
    return await Promise.race([cut, make(controller.signal)]);
  } finally {
    clearTimeout(timer);
    if (signal) signal.removeEventListener("abort", abort);
  }
};

/** The number for why a request was cut off, or failed: see fetchAnswer. */
export const numberOf = (why) => (why == LATE ? 1 : why == CANCELED ? 2 : 0);

/** The body, parsed where it is JSON. */
export const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch (_) {
    return text;
  }
};

/**
 * fetch(url, init), by the page's function of now: cut off as bounded() says, and with keepalive as withKeepalive decided. Answers
 * [status, body, response]; without a response [0] where the network failed, [1] where it took too long, and [2] where the
 * theme's signal was aborted.
 */
export const fetchAnswer = async (url, init, timeout, withKeepalive) => {
  const { fetch } = window;
  try {
    return await bounded(init.signal, timeout, async (signal) => {
      // Not at once: the browser notes the stack of a request, which is long where Go is on it.
      await undefined;
      if (signal && signal.aborted) throw CANCELED;
      return withKeepalive(async (keepalive) => {
        const response = await Reflect.apply(fetch, window, [url, Object.assign({}, init, { signal, keepalive })]);
        return [response.status | 0, parsed(await response.text()), response];
      });
    });
  } catch (why) {
    return [numberOf(why)];
  }
};
