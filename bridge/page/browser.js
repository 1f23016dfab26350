// The browser's own, as it is when the script starts: pages replace, shadow and remove it later. On a server, where the ES module may be
// imported, there is nothing.
export const browser = typeof window == "object" ? window : /** @type {Window & typeof globalThis} */ ({});

const { constructor } = (async () => {})();

/** The language's own, whatever the page calls so: what async functions return. */
export const Promise = /** @type {PromiseConstructor} */ (constructor);
