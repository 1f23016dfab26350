// What waits for a code, and whether the customer has asked for it on this page.
import { contactOf } from "./contact.js";
import { attempt, listen } from "./page.js";

/** The changes that wait, the newer first. */
export let list = [];
/** The ui that shows it: of two elements that of the last one. */
export let serving;

let refresh;

// Of these methods the success says whether a code is awaited of the customer now. That something waits says less: the module
// brings it from the page before, too, whenever it knows the customer.
const CHANGES = ["verification.code.sent", "updated", "verified"];

/** refresh is called with the ui whenever what waits is looked at, ask where the customer is awaited. */
export function watchPending(onChange, ask) {
  let isAnnounced; // by the server, in the answer whose success is told next
  refresh = onChange;
  listen("salla-profile::pending", learn);
  listen("profile::verification", (detail) => (isAnnounced = !contactOf(detail).request_type));
  for (const name of CHANGES) {
    listen("profile::" + name, (body) => {
      const isAwaited = isAnnounced || body.data.verification.status == "pending";
      isAnnounced = false;
      if (isAwaited) ask(serving);
    });
  }
}

function learn(value) {
  list = [].concat(value || []).filter((contact) => contact && contact.type);
  if (serving) refresh(serving);
}

/** Takes what waits as salla.profile says it now, where no event may have told. */
export const look = () => learn(attempt(() => window.salla.profile.pendingVerifications) || list);

export function serve(ui) {
  serving = ui;
  look();
}

export const leave = (ui) => serving == ui && (serving = undefined);
