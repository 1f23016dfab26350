// What the tag's data-* or salla.profile.configure() say about the store.
import { httpURL } from "../../../web/loader/url.js";
import { fieldsOf } from "../options.js";
import { classOf, textOf } from "../values.js";
import { forgetCustomer, identify } from "../customer.js";

const KEYS = ["api", "storeId", "token", "language", "currency", "userId", "country", "features"];

/** What is known of the store, so far. */
export const config = { headers: {} };

// Of one name, in whatever case, the last counts.
const setHeaders = (headers) => {
  const remove = (name) => {
    for (const other of Object.keys(config.headers)) if (other.toLowerCase() == name.toLowerCase()) delete config.headers[other];
  };
  for (const { name, value } of fieldsOf(headers)) {
    remove(name);
    config.headers[name] = value;
  }
  for (const name of Object.keys(Object(headers))) if (headers[name] === null) remove(name);
};

/** Adds what these say; throws, and adds nothing, where they can't be. */
export const learn = (options) => {
  if (!options || typeof options != "object") throw new TypeError("configure: not an object");
  const next = {};
  for (const key of KEYS) if (options[key] !== undefined) next[key] = options[key];
  if (next.api == null) delete next.api; // a template may leave it empty
  else next.api = httpURL("configure: api", next.api).replace(/\/+$/, "");
  setHeaders(options.headers);
  Object.assign(config, next);
  if ("token" in next && !next.token) forgetCustomer();
  if (next.userId) identify("page", textOf(next.userId));
};

const isLater = (token) => /^(f|o)/.test(typeof token) && !!token && classOf(token) != "String";

/** Whom the page was configured for. */
export const identityOfConfig = () => ({
  id: textOf(config.userId),
  type: "",
  token: isLater(config.token) ? "" : tokenText(config.token),
});

/** A token's text; none for what is falsy, such as of loggedIn && token. */
export const tokenText = (token) => (token ? textOf(token.valueOf()) : "");

/** @returns {import("../wire.js").Config} */
export const configNow = () => ({
  storeId: textOf(config.storeId),
  language: textOf(config.language),
  currency: textOf(config.currency),
  userId: textOf(config.userId),
  country: textOf(config.country),
  version: VERSION,
  token: isLater(config.token) ? "" : tokenText(config.token),
  tokenLater: isLater(config.token),
  headers: fieldsOf(config.headers),
});

