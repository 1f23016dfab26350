// Calls that wait for something that never comes would do so in silence: tag managers take data-* away.
import { WAITS_FOR } from "profile:mode";
import { warn } from "../../bridge/page/values.js";
import { anyWait } from "./calls.js";
import { whenLoaded } from "./page.js";

// Milliseconds after the page has loaded until calls that nobody can serve are worth a line in the console.
const PATIENCE = 5000;

/** Says it once; open() is whether the page can have calls served. Returns what is to be asked after each call. */
export const watch = (open) => {
  let isLate = false;
  const complain = () => {
    if (!isLate || open() || !anyWait()) return;
    isLate = false;
    warn("calls wait for " + WAITS_FOR);
  };
  const now = () => {
    isLate = true;
    complain();
  };
  whenLoaded(() => setTimeout(now, PATIENCE));
  return complain;
};
