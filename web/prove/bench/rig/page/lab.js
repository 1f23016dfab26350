// Calls the methods of several implementations and takes the time. Loaded last, after wrap.js.
//
// An implementation is "module", "plain", "sdk" (on a page with the SDK) or no method at all: "fetch", a bare
// fetch() and json() of the same request, or "fetch-light", one without the headers of the contract.
{
  const api = location.origin + "/store/v1";
  const store = { api, storeId: "1", token: "token", language: "ar", currency: "SAR", userId: "1001", country: "SA" };

  // One round calls each of these once. No two payloads are alike: identical ones would share a request.
  let count = 0;
  const CALLS = [
    { name: "update", verb: "POST", path: "profile/update", payload: (n) => ({ first_name: "Nora", last_name: "Number " + n }) },
    { name: "info", verb: "GET", path: "auth/user" },
    { name: "updateContacts", verb: "POST", path: "profile/contacts/update", payload: (n) => ({ phone: "50" + n, country_code: "SA" }) },
    { name: "updateSettings", verb: "POST", path: "profile/settings", payload: (n) => ({ name: "is_notifiable", value: n }) },
  ];
  const PER_ROUND = CALLS.length;

  // The headers that a store gets from the SDK, and so from the module.
  const headers = {
    Accept: "application/json, text/plain, */*", "X-Requested-With": "XMLHttpRequest", "S-SOURCE": "twilight",
    "S-APP-VERSION": "0.2.0", "S-APP-OS": "browser", "cache-control": "no-cache", "Store-Identifier": "1", currency: "SAR",
    "accept-language": "ar", "s-user-id": "1001", "s-country": "SA", Authorization: "Bearer token",
  };
  const bare = ({ verb, path }, payload, headers) =>
    fetch(api + "/" + path, {
      method: verb,
      headers: payload ? { "Content-Type": "application/json", ...headers } : headers,
      body: payload && JSON.stringify(payload),
    }).then((response) => response.json());

  const implementations = {
    module: (call, payload) => salla.profile[call.name](...payload),
    plain: (call, payload) => lab.plain[call.name](...payload),
    sdk: (call, payload) => Reflect.apply(lab.sdk[call.name], salla.api.profile, payload),
    fetch: (call, [payload]) => bare(call, payload, headers),
    "fetch-light": (call, [payload]) => bare(call, payload),
  };
  const one = (implementation) => {
    const n = count++;
    const call = CALLS[n % PER_ROUND];
    return implementations[implementation](call, call.payload ? [call.payload(n)] : []);
  };
  const shuffled = (list) => {
    const rest = list.slice();
    return list.map(() => rest.splice(Math.random() * rest.length, 1)[0]);
  };
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  // The SDK keeps every event there for the tag manager.
  const forget = () => window.dataLayer && (window.dataLayer.length = 0);

  async function run(implementation, calls, width) {
    for (let i = 0; i < calls; i += width) {
      if (width == 1) await one(implementation);
      else await Promise.all(Array.from({ length: width }, () => one(implementation)));
      if (i % 500 < width) forget();
    }
    forget();
  }

  const native = { fetch: window.fetch, XMLHttpRequest: window.XMLHttpRequest };

  Object.assign(lab, {
    pause,
    forget,
    status: 200, // of what the stubs answer, with lab.answer

    /** Resolves when every implementation on the page answers. */
    async start() {
      await lab.initiated;
      const { mode, version } = await salla.profile.ready;
      lab.plain = window.plainProfile?.({ ...store, version });
      const answer = await fetch(api + "/auth/user");
      lab.answer = await answer.text();
      return mode;
    },

    /**
     * Replaces the network: every request is answered at once with the same text. "light": fetch's Response is a plain
     * object, so that next to nothing but the implementation itself is left. "": undone.
     */
    stub(kind) {
      if (!kind) return void Object.assign(window, native);
      const headers = { "Content-Type": "application/json" };
      const light = {
        ok: true, status: lab.status, statusText: "OK", url: api, headers: new Headers(headers),
        text: () => Promise.resolve(lab.answer), json: () => Promise.resolve(JSON.parse(lab.answer)),
      };
      window.fetch = () => Promise.resolve(kind == "light" ? light : new Response(lab.answer, { status: lab.status, headers }));
      window.XMLHttpRequest = class {
        upload = null;
        responseType = "";
        readyState = 0;
        status = 0;
        onloadend = null;
        open(method, url) {
          this.responseURL = url;
        }
        setRequestHeader() {}
        getAllResponseHeaders() {
          return "content-type: application/json";
        }
        addEventListener() {}
        abort() {}
        send() {
          queueMicrotask(() => {
            Object.assign(this, { readyState: 4, status: lab.status, statusText: "OK", responseText: lab.answer, response: lab.answer });
            this.onloadend?.();
          });
        }
      };
    },

    /**
     * Takes the time of rounds of calls, the implementations in turn, so that what slows the machine down slows all;
     * in an order that chance makes, so that none comes always behind the same other one. Answers by implementation the
     * microseconds a call of each sample of `repeat` rounds.
     */
    async compare(names, samples, repeat) {
      const times = Object.fromEntries(names.map((name) => [name, []]));
      for (let sample = 0; sample < samples; sample++) {
        for (const name of shuffled(names)) {
          await pause(4); // what the one before left to do isn't this one's
          const start = performance.now();
          for (let i = repeat * PER_ROUND; i--; ) await one(name);
          times[name].push(((performance.now() - start) * 1000) / (repeat * PER_ROUND));
          forget();
        }
      }
      return times;
    },

    /** Makes calls, `width` at a time, and lets what follows them happen. Answers the bytes of wasm memory. */
    async calls(implementation, calls, width) {
      await run(implementation, calls, width);
      await pause(20);
      return lab.memory ? lab.memory.buffer.byteLength : 0;
    },
  });
}
