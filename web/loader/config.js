// What the tag's data-* or salla.profile.configure() say about the store.

const KEYS = ["api", "storeId", "token", "language", "currency", "userId", "country", "features"];

export function configuration() {
  const config = { headers: {} };
  // Not a member that Go reads.
  Object.defineProperty(config, "merge", {
    value(options) {
      if (!options || typeof options != "object") throw new TypeError("configure: not an object");
      const next = {};
      for (const key of KEYS) if (options[key] != null) next[key] = options[key];
      if (next.api != null) {
        const url = new URL(next.api, document.baseURI);
        if (!/^https?:$/.test(url.protocol)) {
          throw new TypeError("configure: api is not an http(s) URL: " + next.api);
        }
        next.api = url.href.replace(/\/+$/, "");
      }
      Object.assign(config.headers, options.headers);
      Object.assign(config, next);
    },
  });
  return config;
}
