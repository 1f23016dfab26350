// The script of the tag.
import { start } from "./index.js";

// The tag that runs us says where the store is. A script optimiser may run us from a tag of its own, or from none; an
// element of the page may have the name currentScript.
const isOurs = ({ src }) => /(^|\/)salla-profile(?!\.verification)[^/?#]*\.js([?#]|$)/.test(src || "");
const { currentScript: own } = document;
const isOwn = own instanceof HTMLScriptElement && ((own.dataset.api && own.dataset.storeId) || isOurs(own));
const scripts = Array.from(/** @type {NodeListOf<HTMLScriptElement>} */ (document.querySelectorAll("script[src]")));
// An optimiser may have inserted the same file again, without its attributes.
const tag = isOwn ? scripts.find(({ src, dataset }) => !own.dataset.api && src == own.src && dataset.api) || own : scripts.find(isOurs);
try {
  start(Object.assign({ base: tag && tag.src }, tag && tag.dataset));
} catch (reason) {
  console.warn("salla-profile: " + reason); // a page that forbids even this goes on without it
}
