// The first script of every document: keeps one journal of everything that a theme, its customer or a
// tag manager could notice, in order. Later scripts see the page as they would without it.
window.parity = (() => {
  const run = window.PARITY; // {run, scenario, group, setup, api, same, page}
  const boot = []; // before the scenario begins: only what must not happen
  const journal = [];
  const transports = []; // {method, path, by: "xhr" | "fetch"} of every request to the store API
  let recording = false;
  let lastChange = performance.now();
  let open = 0; // requests under way

  const log = (...entry) => {
    if (!recording) return;
    lastChange = performance.now();
    journal.push(entry.map((value) => show(value)));
  };

  // --- values as JSON, for comparison ---

  const native = (value) => Object.prototype.toString.call(value).slice(8, -1);

  const clean = (text) => text.split(run.api).join("API").split(run.same).join("OWN").split(run.page).join("PAGE").split(run.run).join("RUN");

  function show(value, path = []) {
    switch (typeof value) {
      case "string":
        return clean(value);
      case "boolean":
        return value;
      case "number":
        return Number.isFinite(value) ? value : { $: String(value) };
      case "undefined":
      case "function":
        return { $: typeof value };
      case "symbol":
      case "bigint":
        return { $: String(value) };
    }
    if (value === null) return null;
    if (path.includes(value)) return { $: "circular" };
    if (path.length > 10) return { $: "deep" };
    const inner = (member) => show(member, [...path, value]);
    const kind = native(value);
    switch (kind) {
      case "FormData":
      case "URLSearchParams":
        return { $: kind, entries: [...value].map(inner) };
      case "File":
      case "Blob":
        return { $: kind, name: value.name, type: value.type, size: value.size };
      case "Date":
        return { $: kind };
      case "XMLHttpRequest":
      case "Response":
      case "Window":
      case "HTMLDocument":
        return { $: kind };
    }
    if (value instanceof ProgressEvent) return { $: "ProgressEvent", type: value.type };
    if (value instanceof Event) return { $: kind, type: value.type };
    if (value instanceof Element) return { $: "<" + value.localName + ">" };
    if (Array.isArray(value)) return value.map(inner);
    const shown = {};
    if (value instanceof Error) {
      shown.$ = "Error";
      // Members that a for…in or a spread would not see.
      for (const key of ["name", "message"]) {
        if (!Object.prototype.propertyIsEnumerable.call(value, key)) shown["(" + key + ")"] = inner(value[key]);
      }
    }
    for (const key of Object.keys(value)) {
      try {
        if (value[key] === undefined) continue; // as good as missing
        shown[key] = key == "fetched_at" && typeof value[key] == "number" ? "(now)" : inner(value[key]);
      } catch (error) {
        shown[key] = { $: "threw", message: String(error) };
      }
    }
    return shown;
  }

  // --- the page ---

  const noteProblem = (kind, value) => {
    if (recording) log(kind, value);
    else boot.push([kind, show(value)]);
  };
  window.addEventListener("error", (event) => noteProblem("page error", event.error || event.message));
  window.addEventListener("unhandledrejection", (event) => {
    noteProblem("unhandled rejection", event.reason);
  });
  const warn = console.warn;
  console.warn = function (...args) {
    if (String(args[0]).startsWith("salla-profile")) noteProblem("warning", args[0]);
    return warn.apply(this, args);
  };

  window.dataLayer = [];
  const push = window.dataLayer.push;
  window.dataLayer.push = function (...items) {
    for (const item of items) log("dataLayer", item);
    return push.apply(this, items);
  };

  const left = new Promise((resolve) =>
    window.addEventListener("hashchange", () => {
      log("went to", location.hash);
      resolve();
    }),
  );

  // Of a DOM event: whether its detail is the very argument of an event that the emitter sent, and not yet had one.
  const emitted = [];
  const emit = (name, ...args) => {
    if (String(name).startsWith("profile::")) emitted.push([name, args[0] ?? null]);
    log("event", name, ...args);
  };
  const dispatchEvent = document.dispatchEvent;
  document.dispatchEvent = function (event) {
    if (String(event.type).startsWith("profile::")) {
      const of = emitted.findIndex(([name, detail]) => name == event.type && detail === event.detail);
      if (of >= 0) emitted.splice(of, 1);
      log("dom", event.type, of >= 0, event.bubbles, event instanceof CustomEvent);
    }
    return dispatchEvent.call(this, event);
  };

  // --- requests ---

  const sent = (by, method, url, body) => {
    url = new URL(url, document.baseURI).href;
    const base = [run.api, run.same].find((base) => url.startsWith(base));
    const ours = base !== undefined;
    if (ours && recording) transports.push({ by, method, path: url.slice(base.length + 1) });
    if (ours) log("request", method, url, body || undefined);
    // The rest of what the SDK asks for is only waited for.
    if (!ours && !url.startsWith(run.page + "/doc/")) return false;
    open++;
    return true;
  };
  const ended = () => {
    open--;
    lastChange = performance.now();
  };

  const XHR = XMLHttpRequest.prototype;
  const { open: xhrOpen, send: xhrSend } = XHR;
  const targets = new WeakMap();
  XHR.open = function (method, url, ...rest) {
    targets.set(this, [method.toUpperCase(), url]);
    return xhrOpen.call(this, method, url, ...rest);
  };
  XHR.send = function (body) {
    if (sent("xhr", ...targets.get(this), body)) this.addEventListener("loadend", ended);
    return xhrSend.call(this, body);
  };

  // A Request doesn't tell what its body was made of.
  const bodies = new WeakMap();
  window.Request = class Request extends window.Request {
    constructor(input, init) {
      super(input, init);
      bodies.set(this, init?.body);
    }
  };

  const fetch = window.fetch;
  window.fetch = function (input, init = {}) {
    const request = typeof input == "object" && !(input instanceof URL) ? input : { url: input, method: "GET" };
    const body = init.body ?? bodies.get(input);
    const ours = sent("fetch", (init.method || request.method).toUpperCase(), request.url, body);
    const answer = fetch.call(this, input, init);
    // Who awaits the answer reads its body first.
    if (ours) answer.then(() => setTimeout(ended), ended);
    return answer;
  };
  const { text } = Response.prototype;
  Response.prototype.text = function () {
    open++;
    const body = text.call(this);
    const done = () => setTimeout(ended);
    body.then(done, done);
    return body;
  };

  // --- a customer, before anything looks for one ---

  localStorage.clear();
  sessionStorage.clear();
  sessionStorage.clear();
  document.cookie = "parity=1; path=/"; // must never be sent to the API
  const part = (value) => btoa(JSON.stringify(value)).replace(/=+$/, "");
  const token = [part({ alg: "HS256", typ: "JWT" }), part({ sub: 7, exp: 4102444800 }), "sig"].join(".");
  localStorage.setItem("token", JSON.stringify(token));
  localStorage.setItem("user", JSON.stringify({ id: 7, type: "user" }));
  // So that the SDK has nothing to fetch while a scenario runs.
  localStorage.setItem("salla::wishlist-hydrated-user", JSON.stringify("1305146709--7"));
  localStorage.setItem("cart", JSON.stringify({ id: "1", store_id: 1305146709, user_id: 7 }));

  // Timers of so many ms, the SDK's and the module's, are held between holdTimers and what it returns: so no machine is too slow for what
  // shall happen meanwhile. The module takes setTimeout at its start, so the page's is ours before.
  const { setTimeout: start, clearTimeout: stop } = window;
  const held = new Map();
  let heldFor;
  let lastHeld = 0;
  window.setTimeout = (fn, after, ...args) => {
    if (heldFor === undefined || after != heldFor) return start(fn, after, ...args);
    held.set(--lastHeld, () => fn(...args)); // no browser's timer has a number below 0
    return lastHeld;
  };
  window.clearTimeout = (id) => held.delete(id) || stop(id);
  const holdTimers = (ms) => {
    heldFor = ms;
    return () => {
      heldFor = undefined;
      log("note", "timers are held", held.size > 0); // a debounce may leave one that nothing follows on
      for (const fn of held.values()) start(fn);
      held.clear();
    };
  };

  return {
    run,
    holdTimers,
    boot,
    journal,
    transports,
    token,
    log,
    emit,
    left,
    show,
    begin: () => (recording = true),
    end: () => (recording = false),
    /**
     * Resolves when nothing has been under way or noted for `quiet` ms, and for three turns of the page: on a busy
     * machine the time may be over before the page had one. A page where this takes a minute hangs.
     */
    async settled(quiet = 12) {
      const start = performance.now();
      lastChange = start;
      let turns = 0;
      do {
        const change = lastChange;
        await new Promise((resolve) => setTimeout(resolve, 4));
        turns = open > 0 || change != lastChange ? 0 : turns + 1;
      } while ((turns < 3 || performance.now() - lastChange < quiet) && performance.now() - start < 60_000);
    },
  };
})();
