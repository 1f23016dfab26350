// The limit that the module is held against: the same methods in plain JavaScript, without Go.
//
// In:  plainProfile({api, storeId, token, language, currency, userId, country, headers, features, version}), or
//      plainProfile() on a page with the SDK.
// Out: the methods of salla.profile (README, "Methods"), with the same requests, headers, events, error
//      shapes, sharing, checks, pending verification and stored user. It has what a call needs and leaves out
//      what is done once: waiting for the SDK, replacing its methods, surviving a death.
window.plainProfile = (config) => {
  const METHODS = {
    info: { verb: "get", path: "auth/user", success: "infoFetched", failure: "infoNotFetched", stores: true },
    getFields: { verb: "get", path: "profile/fields", dataOnly: true },
    update: { verb: "post", path: "profile/update", success: "updated", failure: "updateFailed", stores: true, sso: true },
    updateCustomFields: { verb: "post", path: "profile/fields", success: "updated", failure: "updateFailed", stores: true, sso: true },
    updateContacts: { verb: "post", path: "profile/contacts/update", success: "verificationCodeSent", failure: "updateContactsFailed" },
    verify: { verb: "post", path: "profile/verify", success: "verified", failure: "unverified" },
    updateSettings: { verb: "post", path: "profile/settings", success: "settingsUpdated", failure: "updateSettingsFailed" },
    initiateDeleteRequest: { verb: "post", path: "account/data-request", request: true },
    verifyDeleteRequest: { verb: "post", path: "account/data-request/verify", request: true },
    getDeleteRequest: { verb: "get", path: "account/data-request", request: true },
    cancelDeleteRequest: { verb: "post", path: "account/data-request/cancel", request: true },
    delete: { verb: "delete", path: "profile", success: "deleted", failure: "notDeleted", ends: true },
  };
  const EVENTS = {
    updated: "updated", updateFailed: "update.failed", verificationCodeSent: "verification.code.sent",
    updateContactsFailed: "update.contacts.failed", verified: "verified", unverified: "unverified",
    infoFetched: "info.fetched", infoNotFetched: "info.not.fetched", settingsUpdated: "settings.updated",
    updateSettingsFailed: "update.settings.failed", deleted: "deleted", notDeleted: "not.deleted",
  };
  const SSO = "SSO login is enabled. You cannot update your profile.";

  const attempt = (fn, otherwise) => {
    try {
      return fn();
    } catch {
      return otherwise;
    }
  };
  const listeners = [];
  // The emitter of a page without the SDK.
  const emit = (name, ...args) => {
    for (const { pattern, fn } of listeners.slice()) {
      if (pattern == name) attempt(() => fn(...args));
    }
    document.dispatchEvent(new CustomEvent(name, { bubbles: true, detail: args[0] }));
  };
  const on = (pattern, fn) => listeners.push({ pattern, fn });
  const announce = (sdk, dispatcher, detail) =>
    attempt(() => (sdk ? window.salla.event.profile[dispatcher](detail) : emit("profile::" + EVENTS[dispatcher], detail)));
  const notify = (...args) => attempt(() => window.salla.notify.fire(...args));

  const flights = [];
  let sent = 0; // changes
  let landed = 0;
  const late = { waiting: [] };
  let pending = null;

  // What holds at the moment of a call.
  function contextOf(path) {
    const { salla } = window;
    if (typeof salla?.api?.getHeaders == "function") {
      const get = (key) => attempt(() => salla.config.get(key));
      return {
        sdk: true, url: salla.url.api(path), visitor: JSON.stringify(salla.api.getHeaders()),
        sso: get("store.features")?.includes("sso-login"), language: attempt(() => salla.lang.getLocale()),
        slow: !attempt(() => salla.api.isFastRequestsAllowed(), true),
      };
    }
    const { token } = config;
    const xsrf = new URL(config.api).origin == window.origin && decodeURIComponent(/(?:^|; )XSRF-TOKEN=([^;]*)|$/.exec(document.cookie)[1] || "");
    return {
      token: typeof token == "function" ? attempt(token) : token, url: config.api + "/" + path, sso: config.features?.includes("sso-login"),
      language: config.language || document.documentElement.lang,
      own: {
        "X-Requested-With": "XMLHttpRequest", "S-SOURCE": "twilight", "S-APP-VERSION": config.version, "S-APP-OS": "browser",
        "cache-control": "no-cache", "Store-Identifier": config.storeId, currency: config.currency,
        "accept-language": config.language, "s-user-id": config.userId, "s-country": config.country,
        "X-XSRF-TOKEN": xsrf || null, ...config.headers,
      },
    };
  }

  function headersOf(context, token, type, extra) {
    if (context.sdk) return extra || {};
    const headers = new Map([["accept", ["Accept", "application/json, text/plain, */*"]]]);
    const add = (name, value) => value != null && value !== false && headers.set(name.toLowerCase(), [name, String(value)]);
    if (type) add("Content-Type", type);
    if (token) add("Authorization", "Bearer " + token);
    for (const members of [context.own, extra]) {
      for (const name in members) if (type || name.toLowerCase() != "content-type") add(name, members[name]);
    }
    return Object.fromEntries(headers.values());
  }

  const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const ascii = (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);

  // The payload as something to read, change and send.
  function payloadOf(value) {
    const isText = typeof value == "string" && value.includes("=");
    const kind = value == null ? "None" : isText ? "URLSearchParams" : tagOf(value);
    const form = kind == "HTMLFormElement" ? new FormData(value) : isText ? new URLSearchParams(value) : value;
    const entries = kind == "HTMLFormElement" || kind == "FormData" || kind == "URLSearchParams";
    const changes = {};
    return {
      kind, changes,
      get(name) {
        const member = name in changes ? changes[name] : kind == "String" ? name == "code" && value : entries ? form.get(name) : form?.[name];
        return /^(str|num|boo)/.test(typeof member) && member !== false && String(member) !== "" ? String(member) : undefined;
      },
      encode() {
        const names = Object.keys(changes);
        if (kind == "None") return {};
        if (isText && !names.length) return { body: value, data: value, text: value, type: "application/x-www-form-urlencoded" };
        if (entries) {
          let body = form;
          if (names.length) {
            body = new form.constructor();
            for (const [name, item] of form) body.append(name, item);
            for (const name of names) body.set(name, changes[name]);
          }
          if (kind == "URLSearchParams") {
            return { body: String(body), data: body, text: String(body), type: "application/x-www-form-urlencoded;charset=utf-8" };
          }
          const items = [...body].flat().map((item) => (item.size === 0 && !item.name ? "" : item));
          return { body, data: body, text: items.every((item) => typeof item == "string") && JSON.stringify(items) };
        }
        let file = false;
        const source = kind == "String" ? changes : names.length ? { ...value, ...changes } : value;
        const text = JSON.stringify(source, (_, member) => {
          if (typeof member == "object" && /^(File|Blob)$/.test(tagOf(member))) file = true;
          return member;
        });
        if (!file) return { body: text, data: source, text, type: "application/json" };
        const body = multipart(source);
        return { body, data: body };
      },
    };
  }

  // What isn't a file arrives as JSON would have had it.
  function multipart(object) {
    const form = new FormData();
    const files = [];
    const append = (name, member) => {
      if (!member || typeof member != "object") form.append(name, member ?? "");
      else if ("\0file" in member) form.append(name, files[member["\0file"]]);
      else for (const key in member) append(name ? name + "[" + key + "]" : key, member[key]);
    };
    const marked = JSON.stringify(object, (_, member) =>
      typeof member == "object" && /^(File|Blob)$/.test(tagOf(member)) ? { "\0file": files.push(member) - 1 } : member);
    append("", JSON.parse(marked));
    return form;
  }

  // Answers [field, message] where it isn't sent.
  function check(name, payload, language) {
    const say = (english, arabic) => (/^ar/i.test(language) ? arabic : english);
    if (!/^(None|Object|FormData|HTMLFormElement|URLSearchParams)$/.test(payload.kind) && !(payload.kind == "String" && name == "verify")) {
      return ["payload", "The payload can't be sent: pass an object, FormData, URLSearchParams, a <form> or text", true];
    }
    for (const member of ["phone", "code"]) {
      const text = payload.get(member);
      if (text && ascii(text) != text) payload.changes[member] = ascii(text);
    }
    const phone = payload.get("phone")?.trim();
    const email = payload.get("email")?.trim();
    if (name == "verify") {
      const code = payload.get("code");
      if (!code?.trim()) return ["code", say("Enter the verification code.", "أدخل رمز التحقق.")];
      if (payload.kind == "String") payload.changes.code = code;
      if (pending && [undefined, pending.type].includes(payload.get("type")) && !payload.get(pending.type == "email" ? "phone" : "email")) {
        for (const member in pending) if (!payload.get(member)) payload.changes[member] = pending[member];
      }
    } else if (name == "updateContacts") {
      if (!phone && !email) return [["phone", "email"], say("Enter a phone number or an e-mail address.", "أدخل رقم الجوال أو البريد الإلكتروني.")];
      if (phone && !/[0-9]/.test(phone)) return ["phone", say("The phone number has no digits.", "رقم الجوال لا يحتوي على أرقام.")];
      if (phone && !payload.get("country_code")?.trim()) payload.changes.country_code = "SA";
      if (email && !email.includes("@")) return ["email", say("The e-mail address is not valid.", "البريد الإلكتروني غير صحيح.")];
    }
  }

  // The request as an error shows it: without the customer's token.
  const configOf = ({ url, verb, headers: { Authorization, ...headers }, body }) => ({ url, method: verb, headers, data: body });

  function failureOf(request, members) {
    const all = {
      name: "AxiosError", isAxiosError: true, status: members.response?.status, response: undefined,
      config: configOf(request), request: {}, ...members,
    };
    const error = new Error(all.message);
    delete error.message;
    Object.assign(error, all);
    const { name, message, code, status, config: sent, stack } = error;
    const hide = (object, members) => Object.entries(members).forEach(([key, value]) => Object.defineProperty(object, key, { value }));
    hide(error, { toJSON: () => ({ name, message, code, status, config: sent, stack }) });
    const headers = error.response?.headers;
    if (headers) hide(headers, { get: (key) => headers[key.toLowerCase()], has: (key) => key.toLowerCase() in headers });
    return error;
  }

  // silent: the customer isn't told.
  function failed(call, error, silent) {
    const { context, request, method } = call;
    const payload = call.shown === undefined && request.verb == "get" ? null : call.shown;
    const info = { endPoint: context.url, method: request.verb, payload, options: {} };
    if (context.sdk) {
      attempt(() => window.salla.event.document.requestFailed(info, error));
      if (!silent) attempt(() => window.salla.api.handleErrorResponse(error));
      return error;
    }
    emit("document::request.failed", info, error);
    if (silent) return error;
    const fields = error.response?.data?.error?.fields;
    if (fields && !method.request) {
      const texts = Object.values(fields).flat();
      notify((texts.length > 1 ? "* " : "") + texts.join("\n* "), "error", error);
    } else if (error.response?.data) after(call, error.response.data);
    return error;
  }

  // What the SDK does on an answer.
  function after({ method }, body) {
    const tags = body.data?.googleTags || body.googleTags;
    if (tags) attempt(() => window.dataLayer.push(tags));
    let events = body.events || body.data?.events || body.error?.events;
    if (typeof events == "string") events = attempt(() => JSON.parse(events));
    for (const name in events) attempt(() => emit(name, events[name]));
    if (method.request) return;
    if (body.case && body.msg) notify(body.msg, body.case, body);
    else if (body.success !== undefined && body.data?.message) notify(body.data.message, body.success ? "success" : "error", body);
    else if (body.error?.message && body.error.message != "FORBIDDEN") notify(body.error.message, "error", body);
  }

  function storeUser(sdk, data) {
    if (sdk) return void attempt(() => window.salla.api.profile.syncUserData(data));
    if (!data?.phone) return;
    const user = {
      type: "user", id: data.id, email: data.email, mobile: data.phone.code + data.phone.number,
      country_code: data.phone.country, language_code: data.language, currency_code: data.currency,
      notifications: data.notifications, pending_orders: data.pending_orders, avatar: data.avatar,
      first_name: data.first_name, last_name: data.last_name, is_hidden_name: data.is_hidden_name,
      is_notifiable: data.is_notifiable,
      can_comment: attempt(() => JSON.parse(localStorage.getItem("user")).can_comment), fetched_at: Date.now(),
    };
    // Asked for first: an error that is thrown notes the stack, which takes longer than the rest.
    if (window.salla.config?.set) attempt(() => window.salla.config.set("user", user));
    if (window.salla.storage?.set) attempt(() => window.salla.storage.set("user", user));
    else attempt(() => localStorage.setItem("user", JSON.stringify(user)));
  }

  function track(name, payload, body) {
    if (name == "verify") pending = null;
    else if (name == "updateContacts" && body.data?.verification?.status == "pending") {
      pending = { type: body.data.verification.type || (payload.get("phone") ? "mobile" : "email") };
      for (const member of pending.type == "email" ? ["email"] : ["phone", "country_code"]) {
        const text = payload.get(member);
        if (text) pending[member] = text;
      }
    }
  }

  // Of what axios tells: not what the request was authorized by, and an error as by XMLHttpRequest.
  function mended(outcome, signal) {
    const headers = outcome?.config?.headers;
    for (const name in headers || {}) if (headers[name] == null || /^authorization$/i.test(name)) delete headers[name];
    for (const holder of [outcome, outcome?.response]) {
      if (holder?.request?.headers) holder.request = { responseURL: holder.request.url, status: (outcome.response || outcome).status };
    }
    if (!outcome?.isAxiosError) return outcome;
    if (outcome.cause?.isAxiosError) outcome.cause = undefined;
    if (outcome.code == "ETIMEDOUT") outcome.code = "ECONNABORTED";
    if (outcome.code == "ERR_CANCELED" && signal) outcome.cause = signal.reason;
    return outcome;
  }

  // With the SDK: as its own methods do it, by its axios and fetch.
  async function ask(call) {
    const { request, options, shown, method, name, payload } = call;
    const { api } = window.salla;
    const { axios } = api;
    const { verb } = request;
    const at = verb == "post" ? 2 : 1;
    const byFetch = [].concat(axios.defaults.adapter).includes("fetch");
    let release, error;
    if (method.request) api.withoutNotifier(() => new Promise((resolve) => (release = resolve)));
    const send = (...args) => {
      const sent = { ...args[at], headers: request.headers };
      if (options.signal) sent.signal = options.signal;
      if (options.timeout > 0) sent.timeout = options.timeout;
      if (byFetch) sent.adapter = "fetch";
      if (request.data === undefined) sent.headers = { ...sent.headers, "Content-Type": null };
      return axios[verb](args[0], ...(at > 1 ? [request.data] : []), sent).then(
        (response) => mended(response),
        (reason) => {
          call.landed();
          throw (error = mended(reason, options.signal));
        },
      );
    };
    const react = (answer) => {
      call.landed();
      track(name, payload, answer);
      attempt(() => api.handleAfterResponseActions(answer));
    };
    const self = Object.create(api, {
      axios: { value: Object.create(axios, { [verb]: { value: send } }) }, handleAfterResponseActions: { value: react },
    });
    try {
      return await api.request.call(self, request.url, verb == "get" && shown === undefined ? null : shown, verb, {});
    } catch (reason) {
      throw error || reason;
    } finally {
      release?.();
    }
  }

  // Sends the request of a call and does what follows once; rejects with the error.
  async function send(call) {
    const { request, options, name, payload } = call;
    if (call.context.sdk) return ask(call);
    let problem = { message: "Network Error", code: "ERR_NETWORK" };
    let response, body, timer;
    try {
      let signal;
      if (options.signal || options.timeout > 0) {
        const controller = new AbortController();
        const cut = (why) => {
          problem = why;
          controller.abort();
        };
        const canceled = () => cut({ name: "CanceledError", message: "canceled", code: "ERR_CANCELED", cause: options.signal.reason });
        if (options.timeout > 0) {
          timer = setTimeout(cut, options.timeout, { message: "timeout of " + options.timeout + "ms exceeded", code: "ECONNABORTED" });
        }
        if (options.signal?.aborted) canceled();
        options.signal?.addEventListener("abort", canceled, { signal: controller.signal });
        ({ signal } = controller);
      }
      response = await fetch(request.url + request.query, { method: request.verb.toUpperCase(), headers: request.headers, body: request.body, signal });
      body = await response.text();
      body = attempt(() => JSON.parse(body), body);
      problem = undefined;
    } catch {}
    clearTimeout(timer);
    call.landed();
    const shown = response && (!response.ok || !body) && {
      data: body, status: response.status, statusText: response.statusText, headers: Object.fromEntries(response.headers),
      config: configOf(request), request: { responseURL: response.url, status: response.status },
    };
    if (problem) throw failed(call, failureOf(request, problem));
    if (!response.ok) {
      const code = response.status >= 500 ? "ERR_BAD_RESPONSE" : response.status >= 400 ? "ERR_BAD_REQUEST" : undefined;
      throw failed(call, failureOf(request, { message: "Request failed with status code " + response.status, code, response: shown, request: shown.request }));
    }
    if (!body) body = shown;
    track(name, payload, body);
    after(call, body);
    return body;
  }

  // What follows for one caller.
  async function finish({ context, method, name }, answer) {
    const { sdk } = context;
    try {
      const body = await answer;
      if (method.dataOnly) return body.data;
      if (method.stores) storeUser(sdk, body.data);
      if (method.ends && sdk) {
        attempt(() => window.salla.storage.clearAll());
        attempt(() => window.salla.cookie.clearAll());
        attempt(() => window.salla.auth.api.appendIframeAndLogout().then(() => {
          announce(sdk, method.success, body);
          location.href = window.salla.url.get("logout");
        }));
        return body;
      }
      if (method.ends) ["user", "token"].forEach((key) => localStorage.removeItem(key));
      if (method.success) announce(sdk, method.success, body);
      return body;
    } catch (error) {
      if (method.dataOnly) return [];
      if (method.failure) announce(sdk, method.failure, error);
      throw error;
    }
  }

  async function run(name, method, argument, options = {}) {
    const context = contextOf(method.path);
    if (method.sso && context.sso) {
      notify(SSO, "error");
      throw new Error(SSO);
    }
    let query = "";
    let shown = argument;
    let payload;
    if (method.request) {
      const body = { request_type: "delete_account" };
      if (name == "initiateDeleteRequest") body.type = argument;
      if (name == "verifyDeleteRequest") Object.assign(body, { type: argument?.type, code: argument?.code });
      if (method.verb == "get") query = "?request_type=delete_account";
      shown = query ? { params: body } : body;
      payload = payloadOf(query ? undefined : body);
    } else payload = payloadOf(argument);
    const refused = check(name, payload, context.language);
    const { url } = context;
    const { body, data, text, type } = refused ? {} : payload.encode();
    const token = refused || context.token?.then ? await (refused ? "" : context.token) : context.token;
    const request = { url, query, verb: method.verb, headers: headersOf(context, token, type, options.headers), body, data };
    const call = { name, method, context, options, payload, request, shown };
    if (refused) {
      const [field, message, silent] = refused;
      const data = { status: 422, success: false, error: { code: 422, message, fields: Object.fromEntries([field].flat().map((name) => [name, [message]])) } };
      const error = failureOf(request, { message, code: "ERR_VALIDATION", local: true, request: undefined, response: { status: 422, statusText: "Unprocessable Entity", data, headers: {} } });
      return finish(call, Promise.reject(failed(call, error, silent)));
    }
    const changes = method.verb != "get";
    const count = () => {
      call.landed = () => {};
      if (!changes) return;
      sent++;
      call.landed = () => landed++;
    };
    if (context.slow && !method.request) {
      clearTimeout(late.timer);
      return new Promise((resolve) => {
        late.waiting.push((answer) => resolve(finish(call, answer)));
        late.timer = setTimeout(() => {
          count();
          const answer = send(call);
          late.waiting.splice(0).forEach((go) => go(answer));
        }, 300);
      });
    }
    if (options.signal || (body && !text)) {
      count();
      return finish(call, send(call));
    }
    // One identical to one on its way is not sent twice, while nothing else is changed.
    const key = [method.verb, url, query, text, options.timeout, JSON.stringify(request.headers), context.visitor].join("\n");
    const same = flights.find((one) => one.key == key && one.sent == sent && (changes || one.landed == landed));
    if (same) return same.answer;
    count();
    const flight = { key, sent, landed };
    flights.push(flight);
    const counted = call.landed;
    call.landed = () => {
      counted();
      call.landed = () => {};
      flights.splice(flights.indexOf(flight), 1);
    };
    return (flight.answer = finish(call, send(call)));
  }

  const methods = { on };
  for (const name in METHODS) {
    const method = METHODS[name];
    const argument = method.verb == "post" && name != "cancelDeleteRequest";
    methods[name] = argument ? (value, options) => run(name, method, value, options) : (options) => run(name, method, undefined, options);
  }
  methods.updateContact = methods.updateContacts;
  Object.defineProperty(methods, "pendingVerification", { get: () => pending });
  return methods;
};
