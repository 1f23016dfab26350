// For scenarios that do something to the SDK's axios.
import { ok, profile, update } from "./answers.js";

export const api = { "POST profile/update": ok(profile), "GET auth/user": ok(profile) };

/**
 * A case in which `change` does something to the instance and `use` calls; afterwards the instance is as it was, for the
 * next case of the document.
 */
export const altered = (change, { use = update, answers = api } = {}) => ({
  api: answers,
  async run(t) {
    const { axios } = t.salla.api;
    const { defaults, interceptors } = axios;
    const before = { ...defaults };
    const verbs = { get: axios.get, post: axios.post };
    const groups = Object.keys(defaults.headers);
    const { common, post } = defaults.headers;
    const headers = { common: { ...common }, post: { ...post } };
    const counts = Object.values(interceptors).map(({ handlers }) => handlers.length);
    change(axios, t);
    try {
      await use(t);
    } finally {
      for (const key of Object.keys(defaults)) if (!(key in before)) delete defaults[key];
      Object.assign(defaults, before);
      Object.assign(axios, verbs);
      for (const key of Object.keys(defaults.headers)) if (!groups.includes(key)) delete defaults.headers[key];
      for (const group in headers) {
        for (const name of Object.keys(defaults.headers[group])) if (!(name in headers[group])) delete defaults.headers[group][name];
        Object.assign(defaults.headers[group], headers[group]);
      }
      Object.values(interceptors).forEach(({ handlers }, i) => (handlers.length = counts[i]));
    }
  },
});

/** A case with the API on the page's origin (or where `at` says), and these cookies. */
export const withCookies = (cookies, { at = "same", change = () => {}, use = update } = {}) =>
  altered(change, {
    async use(t) {
      const before = t.salla.config.get("store.api");
      t.salla.config.set("store.api", t.parity.run[at] + "/");
      for (const name in cookies) document.cookie = name + "=" + cookies[name] + "; path=/";
      try {
        await use(t);
      } finally {
        for (const name in cookies) document.cookie = name + "=; path=/; max-age=0";
        t.salla.config.set("store.api", before);
      }
    },
  });

