// The page's end of fetch.go: requests that may outlive the page.
import { failure } from "./failure.js";

/**
 * keeping(small, signal) decides now, which may be the event that the page is left in, whether a request is made with
 * keepalive; what it answers makes it, by request(keepalive). Of keepalive the browser allows so much to all scripts together,
 * and refuses at once what is more: that is asked without. What the network has failed at the store may have: nothing is sent
 * twice.
 *
 * keeps(signal) is whether what is sent now has to outlive the page, or might have to.
 */
export const createKeeping = (keeps) => (small, signal) => {
  const kept = small && keeps(signal);
  return (request) => (kept ? ask(request) : request(false));
};

const ask = (request) => {
  const refusal = createRefusal();
  const settled = new Promise((resolve, reject) => {
    // WebKit never settles it for a page that was left and came back.
    const back = ({ persisted }) =>
      persisted && !window.fetchLater && reject(failure({ message: "Network Error", code: "ERR_NETWORK" }));
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
      if (!refusal.ended() || !(error instanceof TypeError || Object(error).code == "ERR_NETWORK")) throw error;
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
      for (let i = 0; i < 99; i++) await 0; // an axios calls fetch some microtasks later
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

/** fetch, by the page's function of now. Answers the status, the body, parsed where it is JSON, and the response. */
export const fetchAnswer = async (url, method, headers, body, signal, small, keeping) => {
  const { fetch } = window;
  const kept = keeping(small, signal);
  // Not at once: the browser notes the stack of a request, which is long where Go is on it.
  await undefined;
  if (signal && signal.aborted) throw signal;
  return kept(async (keepalive) => {
    const response = await Reflect.apply(fetch, window, [url, { method, headers, body, signal, keepalive }]);
    let got = await response.text();
    try {
      got = JSON.parse(got);
    } catch (_) {} // text
    return [response.status | 0, got, response];
  });
};
