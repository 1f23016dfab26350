// What a page without the SDK has instead of it.
import { bounded, numberOf } from "../../bridge/fetch.js";
import { config } from "./config.js";
import { createEvents } from "./events.js";
import { fill, root } from "./page.js";

/** Makes what is missing of salla: the namespaces and the emitter. Nothing is overwritten. */
export const standalone = (methods) => {
  const salla = root();
  const events = createEvents(methods);
  salla.event = fill(salla.event || {}, events);
  fill(Object(salla.event.profile), events.profile);
  salla.api = salla.api || {};
  salla.api.profile = fill(salla.profile, salla.api.profile || {});
  salla.profile.event = salla.event.profile;
  salla.profile.api = salla.profile;
};

/**
 * The customer's token, which configure may have been given a function or a promise for, cut off as a request is: {token}; or
 * {why, reason}, of which the first is fetchAnswer's number.
 */
export const token = (signal, timeout) =>
  bounded(signal, timeout, async () => (typeof config.token == "function" ? config.token() : config.token)).then(
    (token) => ({ token }),
    (reason) => ({ why: numberOf(reason), reason }),
  );

/** Which header fetch refuses, if any. Not its value: that may be the customer's token. */
export const badHeader = (headers) => {
  for (const header of Object.entries(headers)) {
    try {
      new Headers([header]);
    } catch (_) {
      return new TypeError(`The header ${header[0]} can't be sent`);
    }
  }
};
