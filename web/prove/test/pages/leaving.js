// A page that saves when it is left, in the ways that pages do.
(async () => {
  const { profile } = salla;
  const when = new URLSearchParams(location.search).get("when");
  const form = new FormData();
  form.append("kind", when + " form");
  const element = document.createElement("form");
  element.append(Object.assign(document.createElement("input"), { name: "kind", value: when + " element" }));
  element.append(Object.assign(document.createElement("input"), { name: "avatar", type: "file" })); // none chosen
  await profile.ready;
  await profile.info();
  const { fetch } = window;
  const sent = [];
  const note = () => (sessionStorage.told = JSON.stringify({ when, sent, later: "fetchLater" in window }));
  note();
  window.fetch = (input, init) => {
    sent.push(Boolean((init || input).keepalive || input.keepalive)); // loopback is so fast that most of it would arrive anyway
    note();
    return fetch(input, init);
  };
  const save = () => {
    profile.update({ kind: when + " object" });
    profile.update(form);
    profile.update(element);
    profile.updateSettings(new URLSearchParams({ kind: when + " params" }));
    profile.update({ kind: when + " large", text: "x".repeat(20_000) });
  };
  const there = "/left?when=" + encodeURIComponent(when);
  if (when == "in a click") {
    const link = Object.assign(document.createElement("a"), { href: there });
    link.addEventListener("click", save);
    document.body.append(link);
    link.click();
    return;
  }
  const before = { beforeunload: window, pagehide: window, visibilitychange: document }[when];
  if (before) before.addEventListener(when, save, { once: true });
  else save();
  location.replace(there);
})();
