// A page that is left with something under way, and come back to. It tells what it finds then.
(async () => {
  const { profile } = salla;
  const what = new URLSearchParams(location.search).get("what");
  const post = (path, result) => fetch(path, { method: "POST", body: JSON.stringify(result) });
  const counts = { updated: 0, failed: 0, resolved: 0, rejected: 0 };
  document.addEventListener("profile::updated", () => counts.updated++);
  document.addEventListener("profile::update.failed", () => counts.failed++);
  const call = (n, options) => profile.update({ n }, options).then(() => counts.resolved++, () => counts.rejected++);
  const tell = async (kept) => {
    await call(2);
    await call(3); // what would come twice of the others has come by then
    const ready = await profile.ready.then(() => "it runs", String);
    await post("/told", { kept, ready, counts });
  };

  const back = sessionStorage.left;
  sessionStorage.left = "yes";
  if (back) {
    // The browser didn't keep it: a page like any other.
    await post("/release");
    await tell(false);
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
    under = call("held", { timeout: held.MS });
  } else under = call(1); // the module is loading, or about to start

  if (document.readyState != "complete") await new Promise((resolve) => addEventListener("load", resolve));
  addEventListener("pageshow", async ({ persisted }) => {
    if (!persisted) return;
    held.go?.();
    if (what == "a timeout under way") await under; // before its answer
    await post("/release");
    await under;
    await tell(true);
  });
  if (what == "the module starting") await held.reached;
  else await post("/arrived");
  setTimeout(() => (location.href = "/away")); // before the page has loaded it would be replaced
})();
