// What requests of both modes have in common: headers and the text of an answer.
import { browser } from "./browser.js";
import { attempt } from "./values.js";

// What the page may replace later is taken now.
const { Headers, decodeURIComponent, location } = browser;
// A page may have an origin of its own; a frame whose document is written into it has none by its location.
const { origin } = Object(location).origin == "null" ? browser : Object(location);

/**
 * Which header fetch refuses, if any. Not its value: that may be the customer's token.
 * @param {Record<string, string>} headers
 * @returns {TypeError | undefined}
 */
export const refusedHeader = (headers) => {
  if (typeof Headers != "function") return;
  for (const name of Object.keys(Object(headers))) {
    try {
      new Headers([[name, headers[name]]]);
    } catch (_) {
      return new TypeError(`The header ${name} can't be sent`);
    }
  }
};

/**
 * The token against forged requests, in a cookie of this name: for the page's own origin, and for no other.
 * @param {string} url "" for the page's own
 * @param {string} name
 */
export const xsrfToken = (url, name) =>
  attempt(() => {
    const cookie = ((url || origin) + "/").startsWith(origin + "/") ? document.cookie : "";
    if (cookie.indexOf(name) < 0) return; // as on most pages, and quicker
    const [, token] = `; ${cookie}`.split(`; ${name}=`);
    return token && decodeURIComponent(token.split(";")[0]);
  });

/**
 * The body, parsed where it is JSON.
 * @param {string} text
 */
export const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch (_) {
    return text;
  }
};
