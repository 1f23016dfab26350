// The script of the tag.
import { start } from "./index.js";

// The tag that ran us says where the store is. A script optimiser may run us from a tag of its own, or from none; an
// element of the page may have the name currentScript.
const { currentScript: own } = document;
const known = document.querySelector("script[data-api][data-store-id],script[src*=salla-profile]");
const tag = own instanceof HTMLScriptElement && (own.dataset.api || !known) ? own : known;
try {
  start(Object.assign({ base: tag && tag.src }, tag && tag.dataset));
} catch (reason) {
  console.warn("salla-profile: " + reason); // a page that forbids even this goes on without it
}
