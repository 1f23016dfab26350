// The browser's own, as it is when the script starts: pages replace, shadow and remove it later. The ES module may be
// imported on a server.
export const browser = typeof window == "object" ? window : globalThis;

const { constructor } = (async () => {})();

/** The language's own, whatever the page calls so: what async functions return. */
export const Promise = /** @type {PromiseConstructor} */ (constructor);
