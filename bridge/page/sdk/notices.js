// The SDK's notices, while a call is quiet.
import { Promise } from "../browser.js";
import { call } from "../values.js";

let muted = []; // what ends the silence of each quiet call

/**
 * Mutes the SDK's notices, of a quiet request, until what it returns is called.
 * @param {boolean} quiet
 */
export const muteNotices = (quiet) => {
  /** @type {(value?: unknown) => void} */
  let end = () => {};
  if (quiet) call("api.withoutNotifier", () => new Promise((resolve) => (end = resolve)));
  muted.push(end);
  return () => {
    muted = muted.filter((other) => other != end);
    end();
  };
};

/** Ends every silence: whoever would have ended it is gone. */
export const unmuteAll = () => {
  for (const end of muted) end();
  muted = [];
};
