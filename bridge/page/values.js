// What the page's values are, and how they are read. Every page function of this folder takes care of what the page's own code
// throws (attempt); what reaches the guard in wasm_exec.js is a fault of ours.

const { toString } = Object.prototype;
const { toString: source } = Function.prototype;

/**
 * The class of a value, "Object", "FormData" and so on: by what holds across frames.
 * @param {unknown} value
 */
export const classOf = (value) => toString.call(value).slice(8, -1);

/**
 * The source of a function. Throws where it is none.
 * @param {unknown} fn
 */
export const sourceOf = (fn) => source.call(fn);

/**
 * The getter of an object's own property; undefined where there is none.
 * @param {unknown} object
 * @param {string} name
 */
export const getterOf = (object, name) => Object(Object.getOwnPropertyDescriptor(Object(object), name)).get;

const keys = { __proto__: null }; // by path: taken apart once
const keysOf = (path) => keys[path] || (keys[path] = path.split("."));

/**
 * The value at the dotted path; undefined where a step is missing.
 * @param {any} root
 * @param {string} path
 */
export const walk = (root, path) => {
  for (const key of keysOf(path)) root = root == null ? undefined : root[key]; // libraries have a reduce of their own
  return root;
};

/**
 * The result of the page's code, or undefined where it throws.
 * @template T
 * @param {() => T} run
 * @returns {T | undefined}
 */
export const attempt = (run) => {
  try {
    return run();
  } catch (error) {
    if (DEV) reportOwn(error);
  }
};

/**
 * Calls the function at the dotted path under salla, on the object that holds it. Undefined where there is none, or where it throws.
 * @param {string} path
 * @param {...unknown} args
 */
export const call = (path, ...args) =>
  attempt(() => {
    let holder, name;
    let value = window.salla;
    for (name of keysOf(path)) {
      holder = value;
      value = walk(holder, name);
    }
    return typeof value == "function" ? holder[name](...args) : undefined;
  });

/**
 * The text of a string, a number or a boolean; "" for anything else.
 * @param {unknown} value
 */
export const textOf = (value) => (/^(str|num|boo)/.test(typeof value) ? String(value) : "");

/**
 * A line for the console, where the page has one.
 * @param {string} text
 */
export const warn = (text) => attempt(() => console.warn("salla-profile: " + text));

/**
 * An object of fields.
 * @param {{ name: string, value: string }[]} fields
 */
export const fromFields = (fields) => {
  const made = {};
  for (const { name, value } of fields) {
    delete made[name]; // of a header's names the last counts, and may be an earlier one's once more
    made[name] = value;
  }
  return made;
};

/**
 * In development builds: a fault of our own that would be silent otherwise.
 * @param {any} error
 */
export const reportOwn = (error) => {
  const [top] = String(error && error.stack).match(/https?:\S+?:\d+:\d+/) || [""];
  if (/^(TypeError|ReferenceError)$/.test(error && error.name) && /salla-profile[^/]*\.m?js/.test(top)) console.error("salla-profile: internal error", error);
};
