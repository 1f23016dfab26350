// The store's API on the page's own origin: Laravel's cookie against forged requests, and cookies at all.
import { cases } from "../page/answers.js";
import { altered, api, update } from "../page/instance.js";

/** A case with the API on the page's origin (or where `at` says), and these cookies. */
const own = (cookies, { at = "same", change = () => {}, use = update } = {}) =>
  altered(change, {
    answers: api,
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

export default {
  "an API of the page's own": cases({
    "no cookie of Laravel's": own({}),
    "the cookie XSRF-TOKEN": own({ "XSRF-TOKEN": "abc%3D%3D" }),
    "a question, too": own({ "XSRF-TOKEN": "abc" }, { use: (t) => t.call("info", () => t.salla.profile.info()) }),
    "a cookie whose name ends alike": own({ "NOT-XSRF-TOKEN": "abc" }),
    "an empty one": own({ "XSRF-TOKEN": "" }),
    "other names": own(
      { CSRF: "abc" },
      { change: ({ defaults }) => Object.assign(defaults, { xsrfCookieName: "CSRF", xsrfHeaderName: "X-CSRF" }) },
    ),
    "not to another origin": own({ "XSRF-TOKEN": "abc" }, { at: "api" }),
  }),
};
