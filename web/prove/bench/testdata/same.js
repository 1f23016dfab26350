// Calls the module and the plain JavaScript with the same arguments and answers where they differ: in the requests,
// the events, what the promise becomes, or the stored user. Runs on a page of calls; [] means nowhere.
(async () => {
  const cases = [
    ["info"], ["getFields"], ["getDeleteRequest"], ["cancelDeleteRequest"],
    ["update", () => ({ first_name: "a" })], ["update", () => ({ phone: "٠٥٠" })],
    ["update", () => new URLSearchParams("a=1&phone=٠٥")], ["update", () => form({ a: "b" })], ["update", () => 5], ["update", () => "a=1&b=2"],
    ["updateCustomFields", () => ({ id: 1, fields: { a: 1 } })], ["updateSettings", () => ({ name: "a", value: true })],
    ["updateContacts", () => ({ phone: "050" })], ["updateContacts", () => ({})], ["updateContacts", () => ({ email: "x" })],
    ["verify", () => "1234"], ["verify", () => ({})], ["verify", () => ({ code: "١٢" })],
    ["initiateDeleteRequest", () => "email"], ["verifyDeleteRequest", () => ({ type: "email", code: "1" })],
  ];
  const refused = { status: 422, success: false, error: { message: "no", fields: { a: ["x", "y"], b: ["z"] } } };
  const form = (members) => {
    const made = new FormData();
    for (const name in members) made.append(name, members[name]);
    return made;
  };

  let log;
  const note = (...what) => log.push(ordered(what));
  // Members in one order, and without the time.
  const ordered = (value) => {
    if (value instanceof FormData || value instanceof URLSearchParams) return [...value];
    if (Array.isArray(value)) return value.map(ordered);
    if (!value || typeof value != "object") return value;
    return Object.fromEntries(Object.keys(value).sort().filter((key) => key != "fetched_at").map((key) => [key, ordered(value[key])]));
  };
  const names = ["updated", "update.failed", "verification.code.sent", "update.contacts.failed", "verified", "unverified",
    "info.fetched", "settings.updated"].map((name) => "profile::" + name);
  for (const name of [...names, "document::request.failed"]) document.addEventListener(name, (event) => note(name, event.detail));
  if (lab.sdk) salla.event.onAny((name, ...args) => note("emitted", name, args));

  const outcome = async (methods, name, argument) => {
    log = [];
    localStorage.removeItem("user");
    try {
      note("resolved", await (argument ? methods[name](argument()) : methods[name]()));
    } catch (error) {
      note("rejected", error.message, error);
    }
    await new Promise((resolve) => setTimeout(resolve, 20)); // what the SDK does later
    note("stored", JSON.parse(localStorage.getItem("user")));
    // The plain one goes by axios's own adapter for fetch.
    return JSON.stringify(log, (key, value) => (key == "adapter" ? undefined : value));
  };

  const differences = [];
  for (const [status, body] of [[200, JSON.parse(lab.answer)], [422, refused], [500, "broken"]]) {
    window.fetch = async (input, init) => {
      const request = new Request(input, init); // axios passes one
      const alike = (text) => text.replace(/-+WebKitFormBoundary\w+/g, "…");
      const headers = [...request.headers].map(([name, value]) => [name, alike(value)]);
      note("request", request.method, request.url, Object.fromEntries(headers), alike(await request.clone().text()));
      return new Response(typeof body == "string" ? body : JSON.stringify(body), { status });
    };
    for (const [name, argument] of cases) {
      const module = await outcome(salla.profile, name, argument);
      const plain = await outcome(lab.plain, name, argument);
      let at = 0;
      while (at < module.length && module[at] == plain[at]) at++;
      if (module != plain) {
        const about = (text) => text.slice(Math.max(0, at - 80), at + 120);
        differences.push(`${status} ${name}(${argument || ""})\n  module …${about(module)}\n  plain  …${about(plain)}`);
      }
    }
  }
  return differences;
})()
