// The whole on a page: the script with the program, and an SDK of which there is no more than the module asks for.
import { assert, page } from "../tools.js";

/** A page without the SDK, once the module runs; options of configure. */
export const alone = async (options = {}) => {
  const win = await whole({ "data-api": "https://api.test", "data-store-id": "1", "data-token": "secret" }, "");
  win.salla.profile.configure(options);
  return win;
};

/** A page with the SDK, once the module runs: win.asked has what its axios was asked, win.noted what the SDK was, win.settings its configuration. */
export const withSDK = () => whole({}, "parent.giveSDK(window);");

async function whole(attributes, before) {
  const win = await page({ src: "/dist/salla-profile.js", ...attributes }, {
    before: `
      WebAssembly.compileStreaming = (response) => parent.compileOnce(response);
      const { error } = console;
      console.error = (...args) => (/^salla-profile: internal/.test(args[0]) ? uncaught.push(args.map(String).join(" ") + args[1].stack) : error(...args));
      ${before}`,
  });
  win.noted = win.noted || [];
  await win.salla.profile.ready;
  assert.isEmpty(win.uncaught);
  return win;
}

/** What came of a promise: {value}, or {error}. */
export const outcome = (promise) => promise.then((value) => ({ value }), (error) => ({ error }));

/** Runs code inside an event of the page being left. */
export const leaving = (win, run) => win.eval(`(run) => {
  let result;
  addEventListener("pagehide", () => (result = run()), { once: true });
  dispatchEvent(new Event("pagehide"));
  return result;
}`)(run);

/** An error as axios makes it. */
export class AxiosError extends Error {
  constructor(message, code, config, request, response) {
    super();
    Object.assign(this, { name: "AxiosError", isAxiosError: true, message, code, config, request, response, status: response?.status });
  }
  toJSON() {
    return { message: this.message, code: this.code };
  }
}

const parse = (response) => {
  try {
    response.data = JSON.parse(response.data);
  } catch {}
  response.headers = new Map(response.headers);
  return response;
};

const dispatch = async (config) => {
  const { data, signal } = config;
  const check = () => {
    if (signal?.aborted) throw Object.assign(new AxiosError("canceled", "ERR_CANCELED", config), { name: "CanceledError" });
  };
  check();
  if (data && typeof data == "object" && !/FormData|Params/.test(data)) config.data = JSON.stringify(data);
  try {
    const response = await config.adapter(config);
    check();
    return parse(response);
  } catch (error) {
    check();
    if (error?.response) parse(error.response);
    throw error;
  }
};

// The SDK's axios, as far as the module meets it. By XMLHttpRequest it isn't there: what goes that way is answered with its name.
function createAxios(asked) {
  const getUri = ({ url, params }) => (params ? url + "?" + new URLSearchParams(params) : url);
  const none = () => ({ handlers: [] });
  const axios = {
    defaults: { adapter: ["xhr", "http", "fetch"], headers: {}, transitional: {} },
    interceptors: { request: none(), response: none() },
    create: () => ({ defaults: {}, getUri, request: async () => { throw new AxiosError("Unknown adapter"); } }),
    getUri,
  };
  const send = (method, url, data, options) => {
    asked.push({ method, url, data, ...options });
    const config = { ...axios.defaults, ...options, url, method, data, headers: { authorization: "Bearer secret", ...options.headers } };
    if (typeof config.adapter == "function") return dispatch({ validateStatus: (status) => status >= 200 && status <= 299, ...config });
    return Promise.resolve({ status: 200, data: { by: String(config.adapter) }, config, request: {} });
  };
  for (const verb of ["get", "delete"]) axios[verb] = async (url, config) => send(verb, url, undefined, config || {}); // the SDK passes null
  axios.post = async (url, data, config) => send("post", url, data, config);
  return axios;
}

// Of EventEmitter2 what the mirror to the DOM uses.
function createEmitter() {
  const any = [];
  const own = [];
  const emitter = {
    listenersAny: () => any, listeners: () => own,
    prependAny: (fn) => any.unshift(fn), on: (pattern, fn) => pattern == "profile::*" && own.push(fn),
    emit(name, ...args) {
      for (const fn of [...any]) fn.call({ event: name }, name, ...args);
      if (name.startsWith("profile::")) for (const fn of [...own]) fn.call({ event: name }, ...args);
    },
  };
  return emitter;
}

const EVENTS = {
  updated: "updated", updateFailed: "update.failed", settingsUpdated: "settings.updated", updateSettingsFailed: "update.settings.failed",
  infoFetched: "info.fetched", infoNotFetched: "info.not.fetched", deleted: "deleted", verified: "verified",
  verificationCodeSent: "verification.code.sent",
};

// The request of the SDK's own api.
const api = (win) => ({
  request(endPoint, payload, method, options) {
    const answered = (response) => {
      const body = response.data && response.request ? response.data : response;
      this.handleAfterResponseActions(body);
      return body;
    };
    return this.axios[method](endPoint, payload, options).then(answered).catch((error) => {
      win.salla.event.document.requestFailed({ endPoint, payload, method, options }, error);
      this.handleErrorResponse(error);
      throw error;
    });
  },
});

window.giveSDK = (win) => {
  win.noted = [];
  win.asked = [];
  win.settings = { "store.features": ["mada"] };
  const note = (name) => (...args) => { win.noted.push([name, ...args]); };
  const event = { ...createEmitter(), profile: {}, document: { requestFailed: note("event.document.requestFailed") } };
  for (const [name, of] of Object.entries(EVENTS)) {
    event.profile[name] = (...args) => {
      win.noted.push(["event.profile." + name, ...args]);
      event.emit("profile::" + of, ...args);
    };
  }
  win.salla = {
    status: "ready", event,
    api: {
      profile: { syncUserData: note("api.profile.syncUserData") },
      getHeaders: () => ({ currency: "SAR", Authorization: "Bearer secret" }),
      isFastRequestsAllowed: () => true,
      withoutNotifier: (run) => { win.noted.push(["mute"]); return run().then(() => win.noted.push(["unmute"])); },
      axios: createAxios(win.asked), __proto__: api(win),
      handleAfterResponseActions: note("api.handleAfterResponseActions"), handleErrorResponse: note("api.handleErrorResponse"),
    },
    url: { api: (path) => "https://store.test/api/" + path, get: () => { win.noted.push(["url.get"]); return "javascript:void(left = true)"; } },
    config: { get: (key) => win.settings[key] },
    lang: { getLocale: () => "ar" },
    notify: { fire: note("notify.fire") }, logger: { warn: note("logger.warn") },
    storage: { clearAll: note("storage.clearAll") }, cookie: { clearAll: note("cookie.clearAll") }, auth: { api: {} },
  };
  win.salla.profile = win.salla.api.profile;
};

/** The names of what the SDK was asked. */
export const names = (win) => win.noted.map(([name]) => name);
