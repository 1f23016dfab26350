// What the tag's data-* or salla.profile.configure() say about the store.

const KEYS = ["api", "storeId", "token", "language", "currency", "userId", "country", "features"];

/** What is known of the store, so far. */
export const config = { headers: {} };

/** The address as a URL of the page's; throws where it isn't http(s). */
export function httpURL(name, address, base) {
  const { href, protocol } = new URL(address, base || document.baseURI);
  if (!address || !/^https?:$/.test(protocol)) throw new TypeError(name + " is not an http(s) URL: " + address);
  return href;
}

/** Adds what these say; throws, and adds nothing, where they can't be. */
export const learn = (options) => {
  if (!options || typeof options != "object") throw new TypeError("configure: not an object");
  const next = {};
  for (const key of KEYS) if (options[key] !== undefined) next[key] = options[key];
  if (next.api == null) delete next.api; // a template may leave it empty
  else next.api = httpURL("configure: api", next.api).replace(/\/+$/, "");
  Object.assign(config.headers, options.headers);
  Object.assign(config, next);
};
