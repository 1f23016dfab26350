// Requests that outlive the page, by fetch's keepalive.
import { browser, Promise } from "./browser.js";
import { textOfBody } from "./payloads.js";
import { attempt, getterOf, sourceOf, walk } from "./values.js";

// What the page may replace later is taken now.
const { PerformanceObserver } = browser;
const hasFetchLater = "fetchLater" in browser;
const currentEvent = getterOf(browser, "event");

// Bytes of bodies that may be under way with keepalive. A browser refuses more than 64 KB; half of it is left to other scripts.
const MOST_BYTES = 32 << 10;
// How much larger multipart is than the text that tells forms apart, at the most: a field without name and text is 6 bytes of it,
// and about 100 of multipart.
const MULTIPART_GROWTH = 16;
// Requests with keepalive that may be under way, so that a store that hangs doesn't hang the next page; and further ones in an event
// of leaving, so that the save that needs it most has it.
const MOST_REQUESTS = 3;
const MORE_ON_LEAVING = 2;

let bytes = 0;
let requests = 0;

const eventNow = () => attempt(() => currentEvent && currentEvent.call(window));

/** Whether an event of the page being left is being handled. */
export const isLeaving = () => {
  const { type } = Object(eventNow());
  return /^(beforeunload|pagehide|unload)$/.test(type) || (type == "visibilitychange" && document.hidden);
};

/** @param {any} [body] */
const sizeOf = (body) => {
  const { length } = textOfBody(body).replace(/[^\0-\x7f]/g, "xx"); // bytes: Arabic has two a letter
  return length * (walk(body, "type") ? 1 : MULTIPART_GROWTH); // none of a body with files
};

const isControlled = () => attempt(() => navigator.serviceWorker.controller);

/**
 * Decides now, which may be the event that the page is left in, whether a request with this body (encode, payloads.js) wants keepalive.
 * What it returns runs request(keepalive); isBound is whether anything may give it up: its connection would stay taken then.
 *
 * Of keepalive the browser allows so much to all scripts together, and refuses at once what is more: that is asked without. What the
 * network has failed at the store may have: nothing is sent twice.
 *
 * Firefox and WebKit give up what was sent just before a navigation, and keepalive costs them nothing: so always. Where fetchLater is, the
 * browser's own process takes care of such a request, which makes it a seventh longer (Chromium, which gives up nothing so early): only in an
 * event, since a link may have been clicked, and on leaving.
 */
export const createKeepalive = (body) => {
  const size = sizeOf(body);
  const leaving = isLeaving();
  const wanted = size && (leaving || !hasFetchLater || !!eventNow());
  return async (isBound, request) => {
    const most = MOST_REQUESTS + (leaving ? MORE_ON_LEAVING : 0);
    if (!wanted || bytes + size > MOST_BYTES || requests >= most || (!leaving && (isBound || isControlled()))) return request(false);
    bytes += size;
    requests++;
    try {
      return await ask(request);
    } finally {
      bytes -= size;
      requests--;
    }
  };
};

const ask = async (request) => {
  const refusal = createRefusal();
  const settled = new Promise((resolve, reject) => {
    // WebKit never settles it for a page that was left and came back.
    const back = ({ persisted }) => persisted && !hasFetchLater && reject();
    window.addEventListener("pageshow", back);
    request(true)
      .then(resolve, reject)
      .then(() => window.removeEventListener("pageshow", back));
  });
  refusal.begun();
  try {
    const answer = await settled;
    refusal.ended();
    return answer;
  } catch (error) {
    if (!refusal.ended() || !(error instanceof TypeError)) throw error;
    return request(false);
  }
};

// An observer of the browser's own; none where a page has put something else in its place.
const createObserver = (look) =>
  attempt(() => {
    if (!/\[native code\]/.test(sourceOf(PerformanceObserver))) return;
    const observer = new PerformanceObserver((list) => look(list.getEntries()));
    observer.observe({ type: "resource" });
    return observer;
  });

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
  const observer = hasFetchLater && createObserver(look);
  if (hasFetchLater && !observer) over = true; // nobody can tell
  return {
    async begun() {
      for (let i = 0; i < 99; i++) await 0; // another script's fetch may call the browser's some microtasks later
      if ("mozInnerScreenX" in window) over = true;
      const details = document.createElement("details");
      details.ontoggle = () => (over = true);
      details.open = true;
    },
    /** Looks no more. Reports whether what has failed now could be one. */
    ended() {
      const seen = () => {
        look(observer.takeRecords());
        observer.disconnect();
        return true;
      };
      if (observer && !attempt(seen)) over = true; // nobody can tell
      return !over;
    },
  };
};
