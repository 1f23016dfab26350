// The limit that the module is held against: the same methods in plain JavaScript, without Go.
//
// In:  plainProfile({api, storeId, token, language, currency, userId, country, headers, features, version}), or
//      plainProfile() on a page with the SDK.
// Out: the methods of salla.profile (contract.md, section 3), with the same requests, headers, events, error
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
  const late = { waiting: [] };
  let pending = null;

  // What holds at the moment of a call.
  function contextOf(path) {
    const button = window.event?.currentTarget?.tagName == "SALLA-BUTTON" && window.event.currentTarget;
    const { salla } = window;
    if (typeof salla?.api?.getHeaders == "function") {
      const get = (key) => attempt(() => salla.config.get(key));
      return {
        sdk: true, button, url: salla.url.api(path), own: salla.api.getHeaders(),
        sso: get("store.features")?.includes("sso-login"), language: attempt(() => salla.lang.getLocale()),
        slow: !attempt(() => salla.api.isFastRequestsAllowed(), true), preview: get("theme.mode") == "preview",
        swoole: get("swoole"), anonymous: attempt(() => salla.analytics.getAnonymousId()),
      };
    }
    const token = typeof config.token == "function" ? config.token() : config.token;
    return {
      button, url: config.api + "/" + path, sso: config.features?.includes("sso-login"),
      language: config.language || document.documentElement.lang,
      own: {
        "X-Requested-With": "XMLHttpRequest", "S-SOURCE": "twilight", "S-APP-VERSION": config.version, "S-APP-OS": "browser",
        "cache-control": "no-cache", "Store-Identifier": config.storeId, currency: config.currency,
        "accept-language": config.language, "s-user-id": config.userId, "s-country": config.country,
        Authorization: token && "Bearer " + token, ...config.headers,
      },
    };
  }

  function headersOf(context, type, extra) {
    const headers = new Map([["accept", ["Accept", "application/json, text/plain, */*"]]]);
    const add = (name, value) => value != null && value !== false && headers.set(name.toLowerCase(), [name, String(value)]);
    if (type) add("Content-Type", type);
    for (const name in context.own) add(name, context.own[name]);
    if (context.swoole?.length && new RegExp([].concat(context.swoole).join("|"), "i").test(context.url)) {
      add("s-store-api-version", "swoole");
    }
    if (context.anonymous) add("s-anonymous-id", context.anonymous);
    for (const name in extra) add(name, extra[name]);
    return Object.fromEntries(headers.values());
  }

  const tagOf = (value) => Object.prototype.toString.call(value).slice(8, -1);
  const ascii = (text) => text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);

  // The payload as something to read, change and send.
  function payloadOf(value) {
    const kind = value == null ? "None" : tagOf(value);
    const form = kind == "HTMLFormElement" ? new FormData(value) : value;
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
        if (entries) {
          let body = form;
          if (names.length) {
            body = new form.constructor();
            for (const [name, item] of form) body.append(name, item);
            for (const name of names) body.set(name, changes[name]);
          }
          if (kind == "URLSearchParams") {
            return { body: String(body), text: String(body), type: "application/x-www-form-urlencoded;charset=utf-8" };
          }
          const items = [...body].flat().map((item) => (item.size === 0 && !item.name ? "" : item));
          return { body, text: items.every((item) => typeof item == "string") && JSON.stringify(items) };
        }
        let file = false;
        const source = kind == "String" ? changes : names.length ? { ...value, ...changes } : value;
        const text = JSON.stringify(source, (_, member) => {
          if (typeof member == "object" && /^(File|Blob)$/.test(tagOf(member))) file = true;
          return member;
        });
        return file ? { body: multipart(source) } : { body: text, text, type: "application/json" };
      },
    };
  }

  function multipart(object, form = new FormData(), prefix) {
    for (const [key, value] of Object.entries(object)) {
      const name = prefix ? prefix + "[" + key + "]" : key;
      if (value === undefined) continue;
      if (value && typeof value == "object" && !/^(File|Blob)$/.test(tagOf(value))) multipart(value, form, name);
      else form.append(name, value ?? "");
    }
    return form;
  }

  // Answers [field, message] where it isn't sent.
  function check(name, payload, language) {
    const say = (english, arabic) => (/^ar/i.test(language) ? arabic : english);
    if (!/^(None|Object|FormData|HTMLFormElement|URLSearchParams)$/.test(payload.kind) && !(payload.kind == "String" && name == "verify")) {
      return ["payload", say("The data can't be sent: pass an object, FormData, URLSearchParams or a form.", "تعذّر إرسال البيانات: مرّر كائنًا أو FormData أو URLSearchParams أو نموذجًا.")];
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
      if (!phone && !email) return ["phone", say("Enter a phone number or an e-mail address.", "أدخل رقم الجوال أو البريد الإلكتروني.")];
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
    for (const key in all) Object.defineProperty(error, key, { value: all[key], enumerable: true, configurable: true, writable: true });
    return error;
  }

  function failed(call, error) {
    const { context, request, method } = call;
    const payload = call.shown === undefined && request.verb == "get" ? null : call.shown;
    const info = { endPoint: context.url, method: request.verb, payload, options: {} };
    if (context.sdk) {
      attempt(() => window.salla.event.document.requestFailed(info, error));
      attempt(() => window.salla.api.handleErrorResponse(error));
      return error;
    }
    emit("document::request.failed", info, error);
    const fields = error.response?.data?.error?.fields;
    if (fields && !method.request) {
      const texts = Object.values(fields).flat();
      notify((texts.length > 1 ? "* " : "") + texts.join("\n* "), "error", error);
    } else if (error.response?.data) after(call, error.response.data);
    return error;
  }

  // What the SDK does on an answer.
  function after({ context, method }, body) {
    if (context.sdk) return void attempt(() => window.salla.api.handleAfterResponseActions(body));
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

  // Sends the request of a call and does what follows once; rejects with the error.
  async function send(call) {
    const { context, request, options, method, name, payload } = call;
    const { button, sdk } = context;
    let release;
    if (method.request && sdk) window.salla.api.withoutNotifier(() => new Promise((resolve) => (release = resolve)));
    if (button) attempt(() => button.load());
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
        const canceled = () => cut({ name: "CanceledError", message: "canceled", code: "ERR_CANCELED" });
        if (options.timeout > 0) {
          timer = setTimeout(cut, options.timeout, { message: "timeout of " + options.timeout + " ms exceeded", code: "ECONNABORTED" });
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
    if (button) attempt(() => button.stop());
    call.landed?.();
    const shown = response && (!response.ok || !body) && {
      data: body, status: response.status, statusText: response.statusText, headers: Object.fromEntries(response.headers),
      config: configOf(request), request: { responseURL: response.url, status: response.status },
    };
    try {
      if (problem) throw failed(call, failureOf(request, problem));
      if (!response.ok) {
        const code = response.status >= 500 ? "ERR_BAD_RESPONSE" : response.status >= 400 ? "ERR_BAD_REQUEST" : undefined;
        throw failed(call, failureOf(request, { message: "Request failed with status code " + response.status, code, response: shown, request: shown.request }));
      }
      if (!body) body = shown;
      track(name, payload, body);
      after(call, body);
      return body;
    } finally {
      release?.();
    }
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
    let url = context.url;
    if (context.preview) url = window.salla.url.addParamToUrl("use_username_url", "1", url);
    const { body, text, type } = refused ? {} : payload.encode();
    const request = { url, query, verb: method.verb, headers: headersOf(context, type, options.headers), body };
    const call = { name, method, context, options, payload, request, shown };
    if (refused) {
      const [field, message] = refused;
      const data = { status: 422, success: false, error: { code: 422, message, fields: { [field]: [message] } } };
      const error = failureOf(request, { message, code: "ERR_VALIDATION", local: true, request: undefined, response: { status: 422, statusText: "Unprocessable Entity", data, headers: {} } });
      return finish(call, Promise.reject(failed(call, error)));
    }
    if (context.slow && !method.request) {
      clearTimeout(late.timer);
      return new Promise((resolve) => {
        late.waiting.push((answer) => resolve(finish(call, answer)));
        late.timer = setTimeout(() => {
          const answer = send(call);
          late.waiting.splice(0).forEach((go) => go(answer));
        }, 300);
      });
    }
    if (method.verb == "get" || options.signal || options.timeout > 0 || (body && !text)) return finish(call, send(call));
    // A mutation identical to one on its way is not sent twice.
    const key = [method.verb, url, text, JSON.stringify(request.headers)].join("\n");
    const same = flights.find((flight) => flight.key == key);
    if (same) return same.answer;
    const flight = { key };
    flights.push(flight);
    call.landed = () => flights.splice(flights.indexOf(flight), 1);
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
