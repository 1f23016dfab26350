// The ES module of the package. Importing it does nothing, on a server neither.
import { start } from "./index.js";

/** salla.profile with the members of ready, once the module runs. */
export async function load(options = {}) {
  if (typeof document == "undefined") throw new Error("salla-profile: load() needs a browser");
  // false is as good as nothing: of a tag's data-*, "" is on.
  start({ lazy: options.lazy || null, debug: options.debug || null });
  const running = await window.salla.profile.configure(options);
  return Object.assign(Object.create(window.salla.profile), running);
}
