// A page whose other scripts have used up what the browser allows of keepalive.
(async () => {
  const { profile } = salla;
  await profile.ready;
  const { fetch } = window;
  const post = (path, init) => fetch(path, { method: "POST", ...init });
  // The page does nothing else until that is answered: what the browser hears meanwhile comes all at once.
  const save = async (payload, busyUntil) => {
    const sent = [];
    window.fetch = (input, init) => {
      sent.push(Boolean((init || input).keepalive || input.keepalive)); // axios passes a Request
      return fetch(input, init);
    };
    // In an event, as the saves are that may be followed by a navigation.
    const call = new Promise((resolve) => {
      document.addEventListener("change", () => resolve(profile.update(payload)), { once: true });
    });
    document.dispatchEvent(new Event("change"));
    if (busyUntil) {
      for (let i = 0; i < 999; i++) await 0; // the request is made, and nothing of it has come
      for (let i = 0; i < 9; i++) {
        const held = new XMLHttpRequest();
        held.open("POST", busyUntil, false);
        held.send();
      }
    }
    return { outcome: await call.then(() => "resolved", ({ code }) => code), sent };
  };
  const others = post("/others", { body: "x".repeat(60_000), keepalive: true });
  await post("/arrived");
  const refused = await save({ kind: "refused", text: "x".repeat(10_000) });
  await post("/release");
  await (await others).text();
  await post("/drop");
  const failed = await save({ kind: "dropped" }, "/dropped");
  await post("/told", { body: JSON.stringify({ refused, failed }) });
})();
