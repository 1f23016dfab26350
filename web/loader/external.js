// Where the module is a file of its own (the standard compiler's, which is too large for the script): gets it from
// beside the script, or from where data-wasm says.
import { task } from "../../wasm_exec.js";
import { httpURL } from "./url.js";

// A module that isn't there by then doesn't come: waiting calls must not hang on it.
const PATIENCE = 60000;

// How often the page was about to be left, or came back. WebKit gives up what is loading as soon as a navigation begins,
// which may take long, and be for nothing: then it is asked again.
let moves = 0;
if (typeof window != "undefined") {
  window.addEventListener("beforeunload", () => moves++);
  window.addEventListener("pageshow", ({ persisted }) => (moves += +persisted));
}

const beside = (script = "") => script.replace(/[?#].*/, "").replace(/[^/]*$/, "salla-profile.wasm");

/** @returns {Promise<WebAssembly.Module>} */
export function load({ wasm, base }) {
  // With the fetch of now: another script may replace it.
  const { fetch } = window;
  const once = async () => {
    await task();
    const url = httpURL("data-wasm", wasm || beside(base));
    const signal = AbortSignal.timeout && AbortSignal.timeout(PATIENCE);
    // Of this build and no other: whoever trusts the script (by its own integrity) can trust the module.
    const response = await fetch.call(window, url, { integrity: INTEGRITY, signal });
    if (!response.ok) throw new Error(url + ": " + response.status);
    // A streaming compile that fails on the type has consumed the body: choose beforehand. A response that isn't the browser's (a
    // polyfill's, a mock's) can't be streamed.
    const streams = WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get("content-type"));
    const streamed = streams && (await WebAssembly.compileStreaming(response.clone()).catch(() => {}));
    return streamed || WebAssembly.compile(await response.arrayBuffer());
  };
  const attempt = async () => {
    const before = moves;
    try {
      return await once();
    } catch (reason) {
      await task(0, 50); // a page that comes back learns of that first
      if (moves == before) throw reason;
      return attempt();
    }
  };
  return attempt();
}
