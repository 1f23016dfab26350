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
  let sent;
  const settled = new Promise((resolve, reject) => {
    // WebKit never settles it for a page that was left and came back.
    const back = ({ persisted }) =>
      persisted && !window.fetchLater && reject(failure({ message: "Network Error", code: "ERR_NETWORK" }));
    window.addEventListener("pageshow", back);
    request(true)
      .then(resolve, reject)
      .then(() => window.removeEventListener("pageshow", back));
  });
  afterRefusals(() => (sent = true));
  return settled.catch((error) => {
    if (sent || !(error instanceof TypeError || Object(error).code == "ERR_NETWORK")) throw error;
    return request(false);
  });
};

// A refusal and a failure look alike. But a refusal is a task of the page's own, and so is the event of an element: one that
// is queued behind the request comes after a refusal, and before whatever the browser hears of the network. (Timers and
// messages may come before the first, or behind the second: Chromium, Firefox and WebKit were asked.)
const afterRefusals = async (fn) => {
  for (let i = 0; i < 99; i++) await 0; // an axios calls fetch some microtasks later
  const details = document.createElement("details");
  details.ontoggle = fn;
  details.open = true;
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
