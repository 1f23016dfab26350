// The language's own, as it is when the script starts: pages have other things by these names. web/make/bundle puts it in place of the globals
// in every file.
import { browser } from "./browser.js";

export const { constructor: Object } = {};
export const { constructor: Array } = [];
export const { constructor: String } = "";
export const { constructor: RegExp } = /a/;
export const { constructor: Function } = () => {};
export const TypeError = /** @type {TypeErrorConstructor} */ (typeErrorClass());
export const Error = /** @type {ErrorConstructor} */ (/** @type {any} */ (Object).getPrototypeOf(TypeError));
function typeErrorClass() {
  try {
    /** @type {any} */ (null)(); // a call, which no minifier takes away
  } catch ({ constructor }) {
    return constructor;
  }
}
export const { Math, Date, setTimeout } = browser;
export const { parse, stringify } = Object(browser.JSON);
export const JSON = { parse, stringify };
// In place of Object.keys and Object.assign, which are called most.
export const { keys: objectKeys, assign: objectAssign } = /** @type {ObjectConstructor} */ (/** @type {any} */ (Object));
