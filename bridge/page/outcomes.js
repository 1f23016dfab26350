// How calls begin, wait and end on the page.
import { optionsOf } from "./options.js";
import { customerNow } from "./customer.js";
import { contextOf, identity } from "profile:mode";
import { call } from "./values.js";

// What the page may replace later is taken now.
const { now = () => 0 } = Object(Date);

// Milliseconds that a request may be held back by somebody's interceptor before nobody joins it any more.
const HELD_BACK = 1000;

/** A mark of one request: who sends it, and how far it is. */
export const createSender = (who) => ({ who, since: now() }); // and once they are true: isSent, answered

/** @type {import("./wire.js").Storefront["context"]} */
export const context = (path, options) => {
  const who = identity();
  return Object.assign({ customer: customerNow(who) }, contextOf(path, who), optionsOf(options));
};

/** @type {import("./wire.js").Storefront["joinable"]} */
export const joinable = (other, otherKey, sender, key) =>
  !other.answered && (other.isSent || now() - other.since < HELD_BACK) && otherKey === key && JSON.stringify(other.who) === JSON.stringify(sender.who);

/** @type {import("./wire.js").Storefront["later"]} */
export const later = (milliseconds, done) => setTimeout(done, milliseconds);

/** @type {import("./wire.js").Storefront["callMethod"]} */
export const callMethod = async (method, argument, options) => window.salla.profile[method](argument, options); // what a wrapper throws rejects

/** @type {import("./wire.js").Storefront["notify"]} */
export const notify = (message, kind, about) => call("notify.fire", message, kind, about);

/** @type {import("./wire.js").Storefront["emptyList"]} */
export const emptyList = (method) => {
  call("logger.warn", `[profile.${method}] failed`);
  return [];
};
