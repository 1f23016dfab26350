// A page that saves when it is left, in the ways that pages do.
(async () => {
  const { profile } = salla;
  const when = new URLSearchParams(location.search).get("when");
  const form = new FormData();
  form.append("kind", when + " form");
  const element = document.createElement("form");
  element.append(Object.assign(document.createElement("input"), { name: "kind", value: when + " element" }));
  element.append(Object.assign(document.createElement("input"), { name: "avatar", type: "file" })); // none chosen
  const { fetch } = window;
  sessionStorage.kept = "";
  window.fetch = (url, init) => {
    if (init?.keepalive) sessionStorage.kept += "|"; // loopback is so fast that most of it would arrive anyway
    return fetch(url, init);
  };
  const save = () => {
    profile.update({ kind: when + " object" });
    if (when == "at once") return; // whether many get out of the door then is the browser's business
    profile.update(form);
    profile.update(element);
    profile.updateSettings(new URLSearchParams({ kind: when + " params" }));
    profile.update({ kind: when + " large", text: "x".repeat(20_000) });
  };
  await profile.ready;
  await profile.info();
  const leave = () => location.replace("/left?when=" + when);
  if (when == "at once") {
    save();
    leave();
    return;
  }
  addEventListener(when, save, { once: true });
  leave();
})();
