// The store's API on the page's own origin: Laravel's cookie against forged requests, and cookies at all.
import { cases, info } from "../page/answers.js";
import { withCookies } from "../page/instance.js";

export default {
  "an API of the page's own": cases({
    "no cookie of Laravel's": withCookies({}),
    "the cookie XSRF-TOKEN": withCookies({ "XSRF-TOKEN": "abc%3D%3D" }),
    "a question, too": withCookies({ "XSRF-TOKEN": "abc" }, { use: info }),
    "a cookie whose name ends alike": withCookies({ "NOT-XSRF-TOKEN": "abc" }),
    "an empty one": withCookies({ "XSRF-TOKEN": "" }),
    "other names": withCookies(
      { CSRF: "abc" },
      { change: ({ defaults }) => Object.assign(defaults, { xsrfCookieName: "CSRF", xsrfHeaderName: "X-CSRF" }) },
    ),
    "not to another origin": withCookies({ "XSRF-TOKEN": "abc" }, { at: "api" }),
  }),
};
