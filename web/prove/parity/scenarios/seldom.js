// What is seldom done to the SDK's axios, and counts all the same.
import { both, cases, failed, info, ok, profile, update } from "../page/answers.js";
import { altered, api, withCookies } from "../page/instance.js";

const refuses = { "POST profile/update": failed(422, { message: "No.", fields: { first_name: ["Too long."] } }) };
const held = { "GET auth/user": { ...ok(profile), hold: 1 } };
// A call whose answer is there only when the store has been asked: a timeout that is over at once ends it before.
const patient = (change) =>
  altered(change, {
    answers: held,
    async use(t) {
      const call = info(t);
      await t.arrived(1);
      await t.release("GET auth/user");
      await call;
    },
  });
export default {
  "adapters beside the standard ones": cases({
    "a mock before them": altered(
      ({ defaults }, t) => {
        const mock = async (config) => {
          t.note("mocked", config.method, config.url, config.data);
          return { status: 200, statusText: "OK", headers: {}, config, data: JSON.stringify({ success: true, data: { mocked: true } }) };
        };
        defaults.adapter = [mock, ...defaults.adapter];
      },
      { use: both },
    ),
  }),
  "transforms that look like the standard ones": cases({
    "one that makes a form": altered(({ defaults }) => {
      defaults.transformRequest = [
        (data, headers) => {
          headers["Content-Type"] = "multipart/form-data";
          const form = new FormData();
          for (const name in data) form.append(name, data[name]);
          return form;
        },
      ];
    }),
    "one that revives": altered(
      ({ defaults }) => {
        defaults.transformResponse = [
          function (data) {
            if (!this.transitional?.silentJSONParsing) return data;
            return JSON.parse(data, (key, value) => (key == "first_name" ? "revived" : value));
          },
        ];
      },
      { use: both },
    ),
    "one that can't do without a body, and a failure": altered(
      ({ defaults }, t) => {
        const marked = (data) => {
          t.note("transforms", data);
          data.source = "theme";
          return data;
        };
        defaults.transformRequest = [marked, ...[defaults.transformRequest].flat()];
      },
      { answers: refuses },
    ),
  }),
  "functions among the defaults": cases({
    "no token against forgery, by a function": withCookies({ "XSRF-TOKEN": "abc" }, { change: ({ defaults }) => (defaults.withXSRFToken = () => false) }),
    "nor to another origin": withCookies({ "XSRF-TOKEN": "abc" }, { at: "api", change: ({ defaults }) => (defaults.withXSRFToken = () => false) }),
    "a header without a name": withCookies({ "XSRF-TOKEN": "abc" }, { change: ({ defaults }) => (defaults.xsrfHeaderName = "") }),
    "which answers are good is asked once": altered(
      ({ defaults }, t) => {
        defaults.validateStatus = (status) => {
          t.note("status", status);
          return status < 300;
        };
      },
      { answers: refuses },
    ),
  }),
  "nested defaults": cases({
    "JSON is not parsed": altered(({ defaults }) => (defaults.transitional = { ...defaults.transitional, forcedJSONParsing: false })),
    "none at all": altered(({ defaults }) => (defaults.transitional = undefined), { use: both }),
    "the same header in another case": altered(({ defaults }) => (defaults.headers.get["CACHE-CONTROL"] = null), { use: info }),
    "a list as a header": altered(({ defaults }) => (defaults.headers["X-List"] = ["a", "b"]), { use: both }),
    "parameters that an interceptor replaces": altered(
      ({ defaults, interceptors }) => {
        defaults.params = { lang: "ar" };
        interceptors.request.use((config) => ({ ...config, params: { only: 1 } }));
      },
      { use: info },
    ),
    "a condition of the SDK's interceptor": altered(
      ({ interceptors }, t) => {
        const [handler] = interceptors.request.handlers;
        handler.runWhen = () => false;
        t.undo = () => (handler.runWhen = null);
      },
      {
        async use(t) {
          t.salla.config.set("theme.mode", "preview");
          await both(t);
          t.salla.config.set("theme.mode", undefined);
          t.undo();
        },
      },
    ),
  }),
  "long timeouts": cases({
    "without end": patient(({ defaults }) => (defaults.timeout = Infinity)),
    "longer than a timer": patient(({ defaults }) => (defaults.timeout = 3e9)),
    "below zero": patient(({ defaults }) => (defaults.timeout = -1)),
    "less than one": patient(({ defaults }) => (defaults.timeout = 0.5)),
    "by an interceptor": patient(({ interceptors }) => interceptors.request.use((config) => ({ ...config, timeout: 3e9 }))),
  }),
  "words that an interceptor shares with the SDK's": cases({
    "one of answers": altered(
      ({ interceptors }) =>
        interceptors.response.use((response) => ({ ...response, data: { ...response.data, seen: response.headers["s-request-id"] || "none" } })),
      { use: both },
    ),
    "a copy of all verbs, wrapped alike": altered(
      (axios, t) => {
        const before = {};
        for (const name in axios) {
          if (typeof axios[name] != "function") continue;
          before[name] = axios[name];
          axios[name] = function () {
            t.note("axios", name);
            return before[name].apply(this, arguments);
          };
        }
        t.undo = () => Object.assign(axios, before);
      },
      {
        async use(t) {
          await both(t);
          t.undo();
        },
      },
    ),
  }),
  "an axios with nothing but verbs": {
    api,
    async run(t) {
      const { axios } = t.salla.api;
      const verb = (name) => async (url, body) => {
        t.note("mock", name, url, body);
        return { status: 200, data: { success: true, data: { mocked: true } }, request: {} };
      };
      t.salla.api.axios = { get: verb("get"), post: verb("post") };
      try {
        await update(t);
      } finally {
        t.salla.api.axios = axios;
      }
    },
  },
};
