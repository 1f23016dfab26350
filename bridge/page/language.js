// The language's own, as it is when the script starts: pages have other things by these names. web/make/bundle puts it in place of the globals
// in every file.
import { browser } from "./browser.js";

export const { constructor: Object } = {};
export const { constructor: Array } = [];
export const { constructor: String } = "";
export const { constructor: RegExp } = /a/;
export const { constructor: Function } = () => {};
export const Error = /** @type {ErrorConstructor} */ (errorClass());
function errorClass() {
  try {
    /** @type {any} */ (null)(); // a call, which no minifier takes away
  } catch ({ constructor }) {
    return /** @type {any} */ (Object).getPrototypeOf(constructor); // of TypeError
  }
}
export const { Math, Date, TypeError, setTimeout } = browser;
export const { parse, stringify } = Object(browser.JSON);
export const JSON = { parse, stringify };
