// A page whose other scripts have used up what the browser allows of keepalive.
(async () => {
  const { profile } = salla;
  await profile.ready;
  const { fetch } = window;
  const post = (path, init) => fetch(path, { method: "POST", ...init });
  // The page is busy for as long as a connection takes to fail: what the browser hears meanwhile comes all at once. (On a
  // machine where it takes longer, this is the usual case, which has to hold as well.)
  const hold = () => {
    for (const end = performance.now() + 500; performance.now() < end; );
  };
  const save = async (payload, busy) => {
    const sent = [];
    window.fetch = (input, init) => {
      sent.push(Boolean((init || input).keepalive || input.keepalive)); // axios passes a Request
      const answer = fetch(input, init);
      if (busy == "the request is made") hold();
      return answer;
    };
    // In an event, as the saves are that may be followed by a navigation.
    const call = new Promise((resolve) => {
      document.addEventListener("change", () => resolve(profile.update(payload)), { once: true });
    });
    document.dispatchEvent(new Event("change"));
    if (busy == "nothing of it has come") {
      for (let i = 0; i < 999; i++) await 0;
      hold();
    }
    return { outcome: await call.then(() => "resolved", ({ code }) => code), sent };
  };
  const others = post("/others", { body: "x".repeat(60_000), keepalive: true });
  await post("/arrived");
  const refused = await save({ kind: "refused", text: "x".repeat(10_000) });
  await post("/release");
  await (await others).text();
  const failed = [];
  for (const when of ["the request is made", "nothing of it has come"]) {
    await post("/drop");
    failed.push(await save({ kind: "dropped", when }, when));
  }
  await post("/told", { body: JSON.stringify({ refused, failed }) });
})();
