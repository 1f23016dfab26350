// Runs before the module: lets the tests hold back what the page and the module wait for.
const held = {};
{
  const what = new URLSearchParams(location.search).get("what");
  const { setTimeout } = window;
  const { instantiate } = WebAssembly;
  if (what == "the module starting" && !sessionStorage.left) {
    // held.reached: the module is about to start. It does when held.go is called.
    const told = new Promise((resolve) => (held.go = resolve));
    held.reached = new Promise((resolve) => {
      WebAssembly.instantiate = async (...args) => {
        resolve();
        await told;
        return instantiate.apply(WebAssembly, args);
      };
    });
  }
  // A timeout of held.MS is over when held.go is called.
  held.MS = 1_234_567;
  if (what == "a timeout under way") {
    window.setTimeout = (fn, ms, ...args) => (ms == held.MS ? ((held.go = fn), 0) : setTimeout(fn, ms, ...args));
  }
}
