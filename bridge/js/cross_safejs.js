// The page's end of cross_safejs.go: types that are read from a row of arguments and written to an array, and the standard
// compiler's own wasm_exec.js. That file expects to own the page: it gets a private scope for its global object
// (web/make/bundle), so nothing is left behind. js.Global() is that scope.
//
// What a method is given and returns is of these types; web/make/bridgegen makes the schema.
import glue from "compiler:wasm_exec";
import { own } from "./own_safejs.js";

// Of the running program. A dead one is off the stack before the next one starts.
let host, enter;

// A type: take(next) reads a value by what next() returns, write(put, value) writes it by put(item).
const scalar = (read, number) => ({ take: (next) => read(next()), write: (put, value) => put(number(value)) });
const same = (value) => value;

export const int = scalar(same, (value) => (typeof value == "number" ? Math.max(-0x80000000, Math.min(value, 0x7fffffff)) | 0 : 0));

export const bool = scalar(same, Boolean);

export const text = scalar(same, (value) => (typeof value == "string" ? value : ""));

export const value = scalar(
  (handle) => host.at(handle),
  (value) => host.put(value),
);

export const list = ({ take, write }) => ({
  take(next) {
    const items = [];
    for (let length = next(); length > 0; length--) items.push(take(next));
    return items;
  },
  write(put, items) {
    put(items ? items.length : 0);
    for (const item of items || []) write(put, item);
  },
});

export const record = (members) => {
  const fields = Object.entries(members);
  return {
    take(next) {
      const made = {};
      for (const [name, type] of fields) made[name] = type.take(next);
      return made;
    },
    write(put, made) {
      for (const [name, type] of fields) type.write(put, made ? made[name] : undefined);
    },
  };
};

export const pointer = ({ take, write }) => ({
  take: (next) => (next() ? take(next) : undefined),
  write(put, made) {
    put(true);
    write(put, made);
  },
});

const written = (type, value) => {
  const items = [];
  type.write((item) => items.push(item), value);
  return items;
};

// A function of Go's: its slot crosses, and a record when it is called.
export const callback = (record) => ({
  take(next) {
    const slot = next();
    return host.callback((answer) => enter(-slot, written(record, answer)));
  },
});

/**
 * Makes what a program is run by.
 *
 * @param {Host} its
 * @param {{[module: string]: Methods}} schema  the module "js" is Members of members.js
 * @returns {Program}
 */
export default (its, schema) => {
  let started;
  const methods = Object.assign({}, ...Object.values(schema));

  const ask = (name, ...row) => {
    const [parameters, result] = methods[name];
    let i = 0;
    const next = () => row[i++];
    const args = parameters.map(({ take }) => take(next));
    const made = its.ask(name, args);
    return result && written(result, made);
  };
  const start = (fn) => (started = fn);

  const lent = { Object, Array, Uint8Array, console, crypto, TextEncoder, host: { ask, start } };
  const go = new (glue(Object.assign(lent, own)))();

  return {
    importObject: go.importObject,
    async run(instance) {
      // Not before: a program that has died may still be on the stack.
      host = its;
      enter = (...row) => {
        started(...row);
        if (go.exited) throw new Error("the Go program ended");
      };
      await Promise.race([go.run(instance), 0]); // it goes on for as long as the page does
      if (!started || go.exited) throw new Error("the Go program did not start");
    },
    call: (id, method, argument, options) => enter(id, method, its.put(argument), its.put(options)),
  };
};

/**
 * What a program needs of the page. Each value has a handle, a number.
 *
 * @typedef {object} Host
 * @property {(handle: number) => any} at  returns the value of a handle
 * @property {(value: unknown) => number} put  returns a handle for a value; 0 for undefined
 * @property {(name: string, args: any[]) => unknown} ask  runs the page's function of this name and returns its result. Where it
 *   throws, ask returns undefined and has each callback that is among the arguments called later with {}. It throws itself
 *   only where the program is dead, before or afterwards
 * @property {(resume: (answer: any) => void) => (answer: any) => void} callback  returns a function for the page that calls
 *   resume(answer) the first time, and nothing afterwards
 */

/**
 * How the page gets in. What call and resume throw is the program's death: it can't be entered again.
 *
 * @typedef {object} Program
 * @property {WebAssembly.Imports} importObject  what the module is instantiated with
 * @property {(instance: WebAssembly.Instance) => Promise<void>} run  starts it; resolves once it can be entered
 * @property {(id: number, method: number, argument?: unknown, options?: unknown) => void} call  calls a method; with the id 0 tells
 *   it that something about the page has changed, by two values
 */

/** @typedef {{[name: string]: any[]}} Methods  by name: the parameters' types, and the result's */
