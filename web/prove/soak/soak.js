// Makes calls of every kind, some of which fail, and keeps account: of each promise, of each event, of each request.
// Then many more without a network, all of which fail, for what they leave in memory.
(async () => {
  const query = new URLSearchParams(location.search);
  const CALLS = Number(query.get("calls"));
  const WIDTH = 24; // calls at a time
  const MORE = Number(query.get("more")); // calls without a network

  // Repeatable.
  let seed = Number(query.get("seed"));
  const random = () => (seed = (seed * 1664525 + 1013904223) >>> 0) / 2 ** 32;

  const METHODS = [
    ["update", "updated", "update.failed", (n) => ({ first_name: "Noura " + n, n })],
    ["update", "updated", "update.failed", (n) => Object.entries({ n, last_name: "ح" }).reduce((form, entry) => (form.append(...entry), form), new FormData())],
    ["updateCustomFields", "updated", "update.failed", (n) => ({ id: n, fields: { 1: "x" } })],
    ["updateContacts", "verification.code.sent", "update.contacts.failed", (n) => ({ phone: "٠٥" + n })],
    ["verify", "verified", "unverified", (n) => ({ code: String(n), type: "email", email: "a@b" })],
    ["updateSettings", "settings.updated", "update.settings.failed", (n) => new URLSearchParams({ name: "x", value: n })],
    ["info", "info.fetched", "info.not.fetched"],
    ["getFields"],
    ["initiateDeleteRequest", "", "", (n) => "email " + n],
    ["getDeleteRequest"],
  ];

  // How a call shall end, how many of a thousand do so, and what its error's code is then. What isn't here ends well.
  const ENDS = {
    422: [50, "ERR_BAD_REQUEST"],
    404: [20, "ERR_BAD_REQUEST"],
    500: [30, "ERR_BAD_RESPONSE"],
    cut: [30, "ERR_NETWORK"], // the connection, in mid-body
    timeout: [20, "ECONNABORTED"],
    before: [10, "ERR_CANCELED"], // aborted before the call
    once: [10, "ERR_CANCELED"], // aborted as soon as it is made
    abort: [20, "ERR_CANCELED"], // aborted some time later: it may be too late
    refused: [10, "ERR_VALIDATION"],
  };
  const endOf = (draw) => {
    for (const end in ENDS) if ((draw -= ENDS[end][0]) < 0) return end;
    return "200";
  };

  const FAILING = Object.keys(ENDS);

  const problems = [];
  const problem = (text) => problems.length < 20 && problems.push(text);
  addEventListener("error", (event) => problem("error: " + event.message));
  addEventListener("unhandledrejection", ({ reason }) => problem("unhandled: " + reason));
  const { warn } = console;
  console.warn = (...args) => (/^salla-profile/.test(args[0]) ? problem("warning: " + args[0]) : warn.apply(console, args));

  // What was announced and not yet the outcome of a promise: detail -> name. The event comes first.
  const announced = new Map();
  const count = { resolved: 0, rejected: 0, events: 0, failures: 0, fetches: 0 };
  for (const name of new Set(METHODS.flatMap(([, good, bad]) => [good, bad]).filter(Boolean))) {
    document.addEventListener("profile::" + name, ({ detail }) => {
      count.events++;
      if (announced.has(detail)) problem(`${name}: twice`);
      announced.set(detail, name);
    });
  }
  const failed = new Set(); // of document::request.failed
  const fetched = new Uint8Array(CALLS + MORE + 1);
  const { fetch } = window;
  // What a store without a network does, in the page.
  const until = (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  const answer = (status, body) => async () => new Response(body, { status, headers: { "Content-Type": "application/json" } });
  const inPage = {
    422: answer(422, '{"status":422,"success":false,"error":{"code":422,"message":"no","fields":{"first_name":["too short"]}}}'),
    404: answer(404, "404 page not found"),
    500: answer(500, "<h1>no</h1>"),
    cut: async () => new Response(new ReadableStream({ start: (controller) => controller.error(new TypeError("cut")) })),
    timeout: until,
    once: until,
    abort: until,
  };
  window.fetch = (url, init) => {
    const [end, n] = init?.headers?.["X-Soak"]?.split(" ") ?? [];
    if (n) {
      count.fetches++;
      fetched[n]++;
    }
    return n > CALLS ? inPage[end](init.signal) : fetch(url, init);
  };

  const { mode, compiler } = await salla.profile.ready;
  salla.event.on("document::request.failed", ({ method, endPoint }, error) => {
    count.failures++;
    if (method == "get" && endPoint.endsWith("profile/fields")) return; // its promise doesn't reject
    if (failed.has(error)) problem("document::request.failed: twice");
    failed.add(error);
  });

  const ends = new Array(CALLS + MORE + 1);
  const settled = new Uint8Array(CALLS + MORE + 1);

  async function one(n) {
    const [name, good, bad, payload] = METHODS[Math.floor(random() * METHODS.length)];
    let end = n > CALLS ? FAILING[n % FAILING.length] : endOf(random() * 1000);
    if (end == "refused" && !payload) end = n > CALLS ? "before" : "200";
    ends[n] = end;
    const options = { headers: { "X-Soak": `${end} ${n}` } };
    const aborter = new AbortController();
    if (/before|once|abort/.test(end)) options.signal = aborter.signal;
    if (end == "before") aborter.abort();
    if (end == "timeout") options.timeout = 1 + Math.floor(random() * 12);
    // What is refused of any method: a payload that has no JSON.
    const circle = {};
    const argument = end == "refused" ? (circle.circle = circle) : payload?.(n);
    const promise = payload ? salla.profile[name](argument, options) : salla.profile[name](options);
    if (end == "once") aborter.abort();
    if (end == "abort") setTimeout(() => aborter.abort(), Math.floor(random() * 8));
    let ok, value;
    await promise.then(
      (body) => ((ok = true), (value = body), settled[n]++, count.resolved++),
      (error) => ((ok = false), (value = error), settled[n]++, count.rejected++),
    );

    const what = `${name} ${n} (${end})`;
    const event = ok ? good : bad;
    if (announced.get(value) !== (event || undefined)) problem(`${what}: announced as ${announced.get(value)}, not ${event}`);
    announced.delete(value);
    if (name == "getFields") {
      if (!ok || !Array.isArray(value)) problem(`${what}: ${value}`);
      return;
    }
    if (ok ? end != "200" && end != "abort" : value.code != ENDS[end]?.[1]) problem(`${what}: ${ok ? "resolved" : value.code + " " + value.message}`);
    if (!ok && !failed.has(value)) problem(`${what}: no document::request.failed`);
    failed.delete(value);
  }

  const memory = () => window.wasmMemory?.buffer.byteLength ?? 0;
  // TinyGo's stack is what lies lowest, and grows down to 0: how much of it was never used.
  const unusedStack = () => new Uint8Array(window.wasmMemory.buffer).findIndex((byte) => byte);
  const post = (path, body) => fetch(path, { method: "POST", body: JSON.stringify(body) });
  const begun = performance.now();
  let next = 1;
  const work = (last) =>
    Promise.all(
      Array.from({ length: WIDTH }, async () => {
        while (next <= last) {
          const n = next++;
          await one(n);
          if (n % 100 == 0) post("/progress", n);
        }
      }),
    );
  await work(CALLS);
  const seconds = (performance.now() - begun) / 1000;
  const before = { ...count };
  const used = memory();
  await work(CALLS + MORE);

  // The server answers this when no request is under way any more: what comes late has come.
  const asked = new Uint8Array(await (await fetch("/asked")).arrayBuffer());
  const byEnd = {};
  for (let n = 1; n <= CALLS + MORE; n++) {
    const end = ends[n];
    if (settled[n] != 1) problem(`${n} (${end}): settled ${settled[n]} times`);
    const sent = /before|refused/.test(end) ? 0 : 1;
    if (fetched[n] != sent && (end != "once" || fetched[n])) problem(`${n} (${end}): ${fetched[n]} times given to fetch`);
    if (n > CALLS) continue; // the server knows nothing of it
    byEnd[end] = (byEnd[end] ?? 0) + 1;
    // One that is aborted may not get as far as the server.
    const arrived = asked[n] ?? 0;
    if (arrived > sent || (arrived < sent && !/timeout|once|abort/.test(end))) problem(`${n} (${end}): ${arrived} requests`);
  }
  if (announced.size) problem(`${announced.size} events without a promise`);
  if (count.resolved + count.rejected != CALLS + MORE) problem("promises: " + JSON.stringify(count));
  await post("/result", {
    problems, mode, compiler, seconds, count: before, ends: byEnd, used, memory: memory(), unusedStack: unusedStack(),
    requests: asked.reduce((sum, n) => sum + n, 0),
  });
})().catch((error) => fetch("/result", { method: "POST", body: JSON.stringify({ problems: ["soak.js: " + error + "\n" + error.stack] }) }));
