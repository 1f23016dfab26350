// A page that is left with something under way, and come back to. It tells what it finds then.
(async () => {
  const { profile } = salla;
  const what = new URLSearchParams(location.search).get("what");
  const tell = async (result) => {
    const ready = await profile.ready.then(() => "it runs", String);
    return fetch("/told", { method: "POST", body: JSON.stringify({ what, ready, ...result }) });
  };
  const counts = { updated: 0, failed: 0, resolved: 0, rejected: 0 };
  document.addEventListener("profile::updated", () => counts.updated++);
  document.addEventListener("profile::update.failed", () => counts.failed++);
  const call = (n, options) => profile.update({ n }, options).then(() => counts.resolved++, () => counts.rejected++);

  const back = sessionStorage.left;
  sessionStorage.left = "yes";
  if (back) {
    // The browser didn't keep it: a page like any other.
    await call(2);
    await tell({ kept: false, counts });
    return;
  }
  let under;
  if (what == "at rest") {
    await profile.ready;
    await call(1);
  } else if (what == "a call under way") {
    await profile.ready;
    under = call("held");
  } else if (what == "a timeout under way") {
    await profile.ready;
    under = call("held", { timeout: 1500 });
  } else under = call(1); // the module is loading

  if (document.readyState != "complete") await new Promise((resolve) => addEventListener("load", resolve));
  addEventListener("pageshow", async ({ persisted }) => {
    if (!persisted) return;
    await fetch("/release", { method: "POST" });
    await Promise.race([under, new Promise((resolve) => setTimeout(resolve, 10_000))]);
    await call(2);
    await new Promise((resolve) => setTimeout(resolve, 50));
    await tell({ kept: true, counts });
  });
  // Under way is what the server has: a browser may send it much later than it's called.
  if (what != "the module loading") await fetch("/arrived", { method: "POST" });
  setTimeout(() => (location.href = "/away"), 100); // before the page has loaded it would be replaced
})();
