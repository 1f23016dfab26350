// Calls that wait for something that never comes would do so in silence: tag managers take data-* away.
import { anyWait } from "./calls.js";
import { whenLoaded } from "./page.js";

// Milliseconds after the page has loaded until calls that nobody can serve are worth a line in the console.
const LATE = 5000;

/** Says it once; open() is whether the page can have calls served. Answers what is to be asked after each call. */
export const watch = (open) => {
  let late;
  const complain = () => {
    if (!late || open() || !anyWait()) return;
    late = false;
    console.warn("salla-profile: calls wait for the SDK, or for salla.profile.configure(): the tag has no data-api");
  };
  const now = () => {
    late = true;
    complain();
  };
  whenLoaded(() => setTimeout(now, LATE));
  return complain;
};
