// A page that a service worker controls saves in a click, outside of an event, and when it is left.
(async () => {
  const controlled = new Promise((resolve) => (navigator.serviceWorker.oncontrollerchange = resolve));
  await navigator.serviceWorker.register("/worker.js");
  if (!navigator.serviceWorker.controller) await controlled;
  const { profile } = salla;
  await profile.ready;
  const told = { kept: {}, by: [] };
  const { fetch } = window;
  window.fetch = (input, init) => {
    const { at } = JSON.parse(init.body);
    told.kept[at] = Boolean(init.keepalive);
    sessionStorage.told = JSON.stringify(told);
    return fetch(input, init);
  };
  const save = async (at) => told.by.push((await profile.update({ at })).data.by);
  let saved;
  const button = document.createElement("button");
  button.onclick = () => (saved = save("in a click"));
  button.click();
  await saved;
  await new Promise((resolve) => setTimeout(resolve)); // a task that no event has
  await save("outside of an event");
  addEventListener("pagehide", () => save("pagehide").catch(() => {}));
  location.replace("/next");
})();
