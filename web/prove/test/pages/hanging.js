// A page that saves to a store that doesn't answer, and is left then. The store has an origin of its own, and so connections of its own.
(async () => {
  const saves = Number(new URLSearchParams(location.search).get("saves"));
  const store = location.origin.replace("127.0.0.1", "localhost") + "/api/hanging";
  const { profile } = salla;
  await profile.ready;
  if (salla.config && salla.config.set) salla.config.set("store.api", store);
  else profile.configure({ api: store });
  const button = document.createElement("button");
  button.onclick = () => {
    for (let n = 0; n < saves; n++) profile.update({ n }).catch(() => {});
  };
  button.click();
  await fetch("/arrived?count=" + saves);
  if (saves == 3) addEventListener("pagehide", () => profile.update({ last: 1 }).catch(() => {}));
  location.replace("/next");
})();
