// The script of the tag.
import { warn } from "../../bridge/page/values.js";
import { start } from "./index.js";

// The tag that runs us says where the store is. A script optimiser may run us from a tag of its own, or from none; an
// element of the page may have the name currentScript.
/** @param {any} script */
const isOurs = ({ src }) => /(^|\/)salla-profile(?!\.verification)[^/?#]*\.js([?#]|$)/.test(src || "");
const own = /** @type {HTMLScriptElement} */ (document.currentScript);
const scripts = /** @type {HTMLScriptElement[]} */ ([...document.querySelectorAll("script[src]")]);
const isOwn = own && /^script$/i.test(own.tagName) && ((own.dataset.api && own.dataset.storeId) || isOurs(own));
// An optimiser may have inserted the same file again, without its attributes.
const tag = isOwn ? scripts.find(({ src, dataset }) => !own.dataset.api && src == own.src && dataset.api) || own : scripts.find(isOurs);
try {
  start(Object.assign({ base: tag && tag.src }, tag && tag.dataset));
} catch (reason) {
  warn(String(reason)); // a page that forbids even this goes on without it
}
