// What waits for a code, and whether the customer has asked for it on this page.
import { attempt, listen } from "./page.js";

/** The changes that wait, the newer first. */
export let list = [];
/** The ui that shows it: of two elements that of the last one. */
export let serving;

let refresh;

// Of these methods the success says whether a code is awaited of the customer now. That something waits says less: the module
// brings it from the page before, too, whenever it knows the customer.
const CHANGES = ["verification.code.sent", "updated", "verified"];

/**
 * Of these, called with the ui, refresh is whenever what waits is looked at, ask where the customer is awaited, and hear where the
 * server says that a code was sent to a contact.
 */
export function watchPending(on) {
  let isAnnounced; // in the answer whose success is told next
  refresh = on.refresh;
  listen("salla-profile::pending", learn);
  listen("profile::verification", (detail) => {
    const contact = [].concat(detail)[0]; // or a list that begins with it
    isAnnounced = !contact.request_type; // that is about a deletion
    if (isAnnounced) on.hear(serving, contact);
  });
  for (const name of CHANGES) {
    listen("profile::" + name, (body) => {
      const isAwaited = isAnnounced || body.data.verification.status == "pending";
      isAnnounced = false;
      if (isAwaited) on.ask(serving);
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
