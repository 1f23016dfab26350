// What the dialog takes of the page. Other scripts replace the browser's own: these were taken at the start.
const { CustomEvent, setTimeout } = typeof window == "undefined" ? {} : window;

/** Runs fn; undefined where it throws, as what belongs to the page may. */
export function attempt(fn) {
  try {
    return fn();
  } catch {}
}

export const later = (fn, ms) => setTimeout(() => attempt(fn), ms);

/** Listens on the document. What a listener throws stays here. */
export const listen = (name, fn) => document.addEventListener(name, (event) => attempt(() => fn(event.detail, event)));

/** Dispatches an event of the element; false where a listener has prevented it. */
export const announce = (host, name, detail, cancelable) =>
  host.dispatchEvent(new CustomEvent("salla-profile-verification::" + name, { bubbles: true, cancelable, detail }));
