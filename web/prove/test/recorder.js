// Runs before a page's own scripts and notes what they do: how requests are sent, which profile events come, and what
// goes wrong without anyone noticing.
if (window === top) {
  const seen = { requests: [], events: [], errors: [], alerts: [] };
  Object.defineProperty(window, "seen", { value: seen });

  const { fetch } = window;
  const asked = (via, method, url) => {
    const { pathname } = new URL(url, location.href);
    seen.requests.push(`${via} ${method.toUpperCase()} ${pathname}`);
  };
  window.fetch = function (input, init) {
    asked("fetch", init?.method ?? input.method ?? "GET", input.url ?? input);
    return Reflect.apply(fetch, this, arguments);
  };
  const { open } = XMLHttpRequest.prototype;
  XMLHttpRequest.prototype.open = function (method, url) {
    asked("xhr", method, url);
    return Reflect.apply(open, this, arguments);
  };

  // Listens for a type of event in both places that the contract names.
  seen.listen = (...names) => {
    for (const name of names) {
      document.addEventListener(name, ({ detail }) => seen.events.push({ on: "document", name, detail }));
      window.addEventListener(name, ({ detail }) => seen.events.push({ on: "window", name, detail }));
    }
  };
  seen.count = (name, on = "document") => seen.events.filter((event) => event.name === name && event.on === on).length;

  // The demo takes its good news away after a while, which may be before a slow machine looks.
  seen.passed = [];
  new MutationObserver((records) => {
    for (const { removedNodes } of records) {
      for (const node of removedNodes) if (node.matches?.(".toast[data-type=success]")) seen.passed.push(node.querySelector("p").textContent);
    }
  }).observe(document, { childList: true, subtree: true });

  window.alert = (text) => seen.alerts.push(String(text));
  addEventListener("error", (event) => {
    // Without a message it is an image or script that didn't load.
    if (event.message) seen.errors.push(event.message);
  });
  addEventListener("unhandledrejection", ({ reason }) => seen.errors.push("unhandled: " + (reason?.stack ?? reason)));
}
