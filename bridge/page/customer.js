// Who the customer is, and what waits for a code of theirs.
//
// Three things tell who the customer is: the id that the page names, the id in an answer, and the sub of a token. Each is
// compared with what it told before.
import { browser, Promise } from "./browser.js";
import { identity } from "profile:mode";
import { toDOM } from "./events.js";
import { attempt, textOf, walk } from "./values.js";

// What the page may replace later is taken now.
const { atob } = browser;

const KEY = "salla-profile";

let customer = 1; // another number for another one
let known = {}; // by what tells it: page, answer, token
let token = ""; // a number that it can't be told from
let userType = ""; // with the SDK; a guest may have an id
let onChange = () => {};

/** @param {() => void} changed hears that the customer is another one, or known now */
export const watchCustomer = (changed) => (onChange = changed);

const another = () => {
  customer++;
  known = {};
  token = "";
};

/**
 * One of the things that tell has told an id; "" for none.
 * @param {"page" | "answer" | "token"} by
 * @param {string} id
 */
export const identify = (by, id) => {
  if (!id || known[by] == id) return;
  if (known[by]) another();
  known[by] = id;
  Promise.resolve().then(onChange);
};

/**
 * There is no customer any more. isSaid: also where nothing was known of them.
 * @param {boolean} [isSaid]
 */
export const forgetCustomer = (isSaid) => {
  if (!isSaid && !token && !Object.keys(known).length) return;
  another();
  onChange();
};

const subOf = (jwt) =>
  attempt(() => {
    const [, payload] = jwt.split(".");
    return payload && JSON.parse(atob(payload.replace(/-/g, "+").replace(/_/g, "/"))).sub;
  });

const hashOf = (text) => {
  let sum = 0;
  for (const letter of text) sum = (sum * 31 + letter.charCodeAt(0)) | 0;
  return String(sum);
};

/**
 * The token that requests are authorized by, for what it tells of the customer; "" for none.
 * @param {string} text
 */
export const identifyByToken = (text) => {
  if (!text) return;
  const hash = hashOf(text);
  if (hash == token) return;
  identify("token", textOf(subOf(text)));
  token = hash;
};

/** Whom the page is for, by what is known so far. */
export const customerKnown = () => customer;

/** Whom the page is for: another number for another one. What nobody has announced counts now. */
export const customerNow = ({ id, type, token: text } = identity()) => {
  if (type == "guest" && userType == "user") forgetCustomer();
  userType = type || userType; // a second SDK doesn't know it yet
  identify("page", id);
  identifyByToken(text);
  return customer;
};

/** @type {readonly object[]} */
let shown = Object.freeze([]);

const shownOf = ({ type, phone, countryCode, email }) =>
  Object.assign({ type }, phone && { phone }, countryCode && { country_code: countryCode }, email && { email });

/** What waits for a code, the newer first: a list of one's own. */
export const pendingVerifications = () => {
  const before = customer;
  customerNow();
  if (before != customer) onChange();
  return shown.map((one) => Object.assign({}, one));
};

const inStorage = (use) => attempt(() => window.sessionStorage && use(window.sessionStorage));

// Kept as an object: old libraries give lists a toJSON that makes texts of them.
/** @type {import("./wire.js").Storefront["savePending"]} */
export const savePending = (list) => {
  const before = JSON.stringify(shown);
  shown = list.filter(({ unlisted }) => !unlisted).map(shownOf);
  const kept = { known, token, list: Object.assign({}, list) };
  inStorage((storage) => (list.length ? storage.setItem(KEY, JSON.stringify(kept)) : storage.removeItem(KEY)));
  if (JSON.stringify(shown) == before) return;
  toDOM("salla-profile::pending", pendingVerifications());
};

// What is known on both pages is the same; where nothing is, the token.
const isSameCustomer = (kept) => {
  const both = Object.keys(known).filter((by) => walk(kept, "known." + by));
  return both.length ? both.every((by) => kept.known[by] == known[by]) : token && walk(kept, "token") == token;
};

/** @type {import("./wire.js").Storefront["loadPending"]} */
export const loadPending = () => {
  const now = customerNow();
  const kept = inStorage((storage) => JSON.parse(storage.getItem(KEY)));
  const list = attempt(() => isSameCustomer(kept) && Object.values(kept.list).filter(({ type }) => /^(mobile|email)$/.test(type)));
  if (walk(list, "0")) known = Object.assign({}, kept.known, known); // what they told on the page before counts here
  return { customer: now, list: list || [] };
};
