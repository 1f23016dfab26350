// What the tag's data-* or salla.profile.configure() say about the store.

const KEYS = ["api", "storeId", "token", "language", "currency", "userId", "country", "features"];

/** The address as a URL of the page's; throws where it isn't http(s). */
export function httpURL(name, address, base) {
  const { href, protocol } = new URL(address, base || document.baseURI);
  if (!address || !/^https?:$/.test(protocol)) throw new TypeError(name + " is not an http(s) URL: " + address);
  return href;
}

export function configuration() {
  const config = { headers: {} };
  // Not a member that Go reads.
  Object.defineProperty(config, "merge", {
    value(options) {
      if (!options || typeof options != "object") throw new TypeError("configure: not an object");
      const next = {};
      for (const key of KEYS) if (options[key] != null) next[key] = options[key];
      if (next.api != null) next.api = httpURL("configure: api", next.api).replace(/\/+$/, "");
      Object.assign(config.headers, options.headers);
      Object.assign(config, next);
    },
  });
  return config;
}
