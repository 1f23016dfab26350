// Payloads: what the theme passes is copied as it will be sent, and bodies are made of the copy.
import { browser } from "./browser.js";
import { attempt, classOf, fromFields, getterOf, walk } from "./values.js";

// What the page may replace later is taken now.
const { FormData, URLSearchParams } = browser;
const sizeOf = getterOf(walk(browser, "Blob.prototype"), "size");

/** The kinds of payload, as profile/page.go numbers them. */
export const KIND = { none: 0, object: 1, form: 2, params: 3, text: 4, number: 5, other: 6 };

const FORM_TYPE = "application/x-www-form-urlencoded";

// A body that is longer is nobody's double click.
const LONGEST_KEY = 32 << 10;

const isFile = (value) => /^(File|Blob)$/.test(classOf(value));

// Stands for a file while the rest of an object is JSON.
const FILE = "\0f";

/**
 * Adds the members of an object to a form. Names are axios's: a[b] for a member, a[] for an item of a flat list at the top.
 * @param {FormData | URLSearchParams} form
 * @param {object} object
 */
export const addMembers = (form, object) => {
  const isTree = (value) => value && typeof value == "object" && !isFile(value);
  const add = (name, value, isTop) => {
    if (!isTree(value)) return form.append(name, value == null ? "" : value);
    const isFlat = isTop && Array.isArray(value) && !value.some(isTree);
    const base = name.replace(/\[](?=]?$)/, ""); // who calls it tags[] means the same
    for (const key of Object.keys(value)) add(`${base}[${isFlat ? "" : key}]`, value[key]);
  };
  for (const name of Object.keys(object)) add(name, object[name], true);
  return form;
};

// A number has a text, but for an e-mail: whether that is one is the store's to judge.
const textIn = (value, name) => ((name == "email" ? /^s/ : /^[sn]/).test(typeof value) ? String(value) : "");

const entriesOf = (form) => [...form.entries()]; // libraries have an Array.from of their own

const lastOf = (entries, name) => entries.map(([key]) => key).lastIndexOf(name);

// What a payload is. Boxed texts and numbers are texts and numbers; a file alone is sent as text is.
const readers = {
  String: (value) => {
    const text = String(value);
    // Behind "&" a leading "?" is of the first name, as in a body: it is one of addresses alone.
    const entries = /=/.test(text) && attempt(() => entriesOf(new URLSearchParams("&" + text)));
    return entries ? { kind: KIND.params, text, entries } : { kind: KIND.text, text };
  },
  Number: (value) => ({ kind: KIND.number, text: String(value) }),
  FormData: (form) => ({ kind: KIND.form, entries: entriesOf(form) }),
  HTMLFormElement: (form) => readers.FormData(new FormData(form)),
  URLSearchParams: (params) => ({ kind: KIND.params, entries: entriesOf(params) }),
};

const read = (given) => {
  if (given == null) return { kind: KIND.none };
  if (/^(b|sy|f)/.test(typeof given)) return { kind: KIND.other };
  const reader = readers[classOf(given)];
  if (reader) return reader(given);
  // Its JSON, and a copy by it, but for files, which stay.
  const files = [];
  const json = JSON.stringify(given, (_, member) => {
    if (!isFile(member)) return member;
    if (sizeOf && attempt(() => sizeOf.call(member)) == null) throw new TypeError("a file behind a proxy can't be read: pass the file itself");
    return { [FILE]: files.push(member) - 1 };
  });
  if (!json) return { kind: KIND.none }; // its toJSON says so
  const withFile = (_, member) => (member && member[FILE] >= 0 ? files[member[FILE]] : member);
  const data = JSON.parse(json, files.length ? withFile : undefined);
  if (isFile(data)) return { kind: KIND.text, text: data };
  // What is text as JSON (a Date) isn't text to axios.
  return { kind: KIND.object, data: data && typeof data == "object" ? data : given, files, json };
};

/** @type {import("./wire.js").Storefront["look"]} */
export const look = (given, names) => {
  try {
    const copied = read(given);
    const { kind, entries, data, text = "" } = copied;
    const member = (name) => {
      if (!entries) return data && data[name];
      const at = lastOf(entries, name);
      return at < 0 ? undefined : entries[at][1];
    };
    const members = names.map((name) => {
      const value = member(name);
      return { value: textIn(value, name), there: value != null && value !== "", changed: false };
    });
    return { kind, copied, members, text: entries ? "" : textIn(text), problem: "" };
  } catch (error) {
    // What is said of a file, and what JSON.stringify says of a cycle or a BigInt, is for the theme's author.
    const problem = error instanceof TypeError ? error.message : "";
    return /** @type {any} */ ({ kind: KIND.other, problem });
  }
};

const changedEntries = (entries, changes) => {
  const changed = entries.slice();
  for (const { name, value } of changes) {
    const at = lastOf(changed, name);
    changed[at < 0 ? changed.length : at] = [name, value];
  }
  return changed;
};

const addEntries = (form, entries) => {
  for (const [name, value] of entries) form.append(name, value);
  return form;
};

// The entries of a form as text; undefined where there is a file. (A file input without a file gives an empty one without a name.)
const keyOf = (entries) => {
  const items = entries.map(([name, value]) => [name, value && value.size === 0 && !value.name ? "" : value]);
  return items.every(([, value]) => typeof value == "string") ? JSON.stringify(items) : undefined;
};

/** Of each kind: what axios gets (data), what is sent (encoded), the Content-Type, and the key where what is sent is no text. */
const encoders = {
  [KIND.form]({ entries }, changes) {
    const changed = changedEntries(entries, changes);
    const data = addEntries(new FormData(), changed);
    return { data, encoded: data, type: "", key: keyOf(changed) };
  },
  [KIND.params]({ entries, text }, changes) {
    if (text && !changes.length) return { data: text, encoded: text, type: FORM_TYPE };
    const data = addEntries(new URLSearchParams(), changedEntries(entries, changes));
    return { data, encoded: String(data), type: FORM_TYPE + ";charset=utf-8" };
  },
  [KIND.object]({ data: copy, files, json }, changes) {
    const data = changes.length ? Object.assign({}, copy, fromFields(changes)) : copy;
    if (files.length) {
      const form = addMembers(new FormData(), data);
      return { data: form, encoded: form, type: "" };
    }
    return { data, encoded: changes.length ? JSON.stringify(data) : json, type: "application/json" }; // a library's toJSON counts once
  },
  [KIND.text]({ text }, changes) {
    if (changes.length) return encoders[KIND.object]({ files: [] }, changes);
    return { data: text, encoded: text, type: FORM_TYPE };
  },
  [KIND.number]: (copied, changes) => encoders[KIND.text](copied, changes), // a code: there is always a change
};

/**
 * The text that tells a body from others; "" where there is none, of files.
 * @param {any} [body]
 */
export const textOfBody = ({ encoded, key = encoded } = {}) => (typeof key == "string" ? key : "");

/** @type {import("./wire.js").Storefront["encode"]} */
export const encode = (copied, changes) => {
  const value = encoders[copied.kind](copied, changes);
  const { type } = value;
  const text = textOfBody(value);
  return { value, type, key: text && text.length <= LONGEST_KEY ? type + text : undefined, problem: "" };
};

/**
 * A copy of what the theme passes, for a call that waits: what can't be read stays as it is.
 * @param {unknown} given
 */
export const snapshot = (given) =>
  attempt(() => {
    const copied = read(given);
    return copied.entries ? encoders[copied.kind](copied, []).data : copied.data;
  }) || given;

/** Why no payload can be read any more: a page may have taken what it takes, and nothing must be sent that has lost something. */
export const pageProblem = () => {
  const reads = attempt(() => {
    const { members } = Object.assign({}, look({ a: 1 }, ["a"]));
    return classOf(members) == "Array" && members[0].there;
  });
  if (!reads) return new TypeError("the page has other built-in objects");
};

/** @type {import("./wire.js").Storefront["object"]} */
export const object = (members) => {
  const made = {};
  for (const { name, value } of members) if (value !== undefined) made[name] = value;
  return made;
};

/** @type {import("./wire.js").Storefront["member"]} */
export const member = ({ data }, name) => (data && typeof data == "object" ? data[name] : undefined);

/** @type {import("./wire.js").Storefront["string"]} */
export const string = (text) => text;
