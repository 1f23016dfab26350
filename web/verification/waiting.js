// What waits for a code, and whether the customer has asked for it on this page.
import { addressOf, keyOf } from "./contact.js";
import { attempt, listen } from "./page.js";

/** The changes that wait, the newer first. */
export let list = [];
/** The ui that shows it: of two elements that of the last one. */
export let serving;

let refresh;

/** refresh is called with the ui whenever what waits is looked at, ask where the customer is awaited. */
export function watchPending(onChange, ask) {
  refresh = onChange;
  // What the module brings from the page before, some time after this has begun, is no change on this page.
  const kept = attempt(() => sessionStorage["salla-profile"]) || "";
  listen("salla-profile::pending", (detail) => {
    const before = list.map(keyOf);
    learn(detail);
    const [next] = list;
    if (next && !before.includes(keyOf(next)) && !kept.includes(addressOf(next) || next.type)) ask(serving);
  });
  // A change of a contact that waits already changes no list, and yet a code is awaited.
  for (const name of ["verification.code.sent", "updated"]) {
    listen("profile::" + name, ({ data }) => data.verification.status == "pending" && ask(serving));
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
