// The SDK's notices, while a call is quiet.
import { Promise } from "../browser.js";
import { call } from "../values.js";

const muted = {}; // what ends the silence of each call, by number
let last = 0;

/**
 * Mutes the SDK's notices, of a quiet request, until what it returns is called.
 * @param {boolean} quiet
 */
export const muteNotices = (quiet) => {
  /** @type {(value?: unknown) => void} */
  let end = () => {};
  if (quiet) call("api.withoutNotifier", () => new Promise((resolve) => (end = resolve)));
  const id = ++last;
  muted[id] = end;
  return () => {
    delete muted[id];
    end();
  };
};

/** Ends every silence: whoever would have ended it is gone. */
export const unmuteAll = () => {
  for (const id of Object.keys(muted)) muted[id]();
};
