// The page's end of operation.go and value.go: what Go may ask of any page. An operation takes a text and up to five numbers,
// which values cross as: values.at() is what a number stands for. TestOperations compares the lists at the end with Go's.
import { callAt, flat, keysOf, linesOf, objectOf, textOf, walk } from "./read.js";
import { classOf, toJSON } from "./values.js";

// What an operation answers where the page has no such function.
export const MISSING = {};

/** program: { at, then, callback }, see wasm_exec.js. */
export const createOperations = (program) => {
  const { at } = program;

  const args = (numbers) => {
    const list = numbers.map(at);
    while (list.length && list[list.length - 1] === undefined) list.pop();
    return list;
  };

  // The member of root at the dotted path; undefined where a step is missing.
  const get = (path, root) => walk(at(root), keysOf(path));

  // A member of root; answers whether the object lets it.
  const set = (key, root, value) => Reflect.set(at(root), key, at(value));

  // The function at the dotted path, on the object that holds it.
  // Missing is not thrown: an error notes the stack, which takes longer than many a call.
  const call = (path, root, ...rest) => callAt(at(root), keysOf(path), args(rest), () => MISSING);

  // new path(argument).
  const make = (path, root, ...rest) => Reflect.construct(walk(at(root), keysOf(path)), args(rest));

  const string = (text) => text;

  const number = (_, n) => n;

  // Of lines: "name\ttext", or "name" for one of the values in turn; undefined is left out.
  const object = (lines, ...rest) => objectOf(lines, rest.map(at));

  // key, value, key, value, … of an object.
  const entries = (_, value) => Object.entries(at(value)).flat();

  // Whether at one of the dotted paths is something that isn't falsy.
  const any = (paths, root) => linesOf(paths).some(([[keys]]) => walk(at(root), keys));

  // The text; null where there is a file inside, which JSON would lose; an error where it can't be.
  const json = (_, value) => toJSON(at(value));

  // Goes on when the promise settles: with 1 and the value, or with 0 and the reason. (A thenable of the page's may call
  // back twice.)
  const then = (_, promise, slot) => program.then(Promise.resolve(at(promise)).then((value) => [1, value]), slot);

  // A function of the page's that goes on at a slot. What it is called with stays outside: a theme's signal may call it
  // with anything.
  const callback = (_, slot) => {
    const go = program.callback(slot);
    return () => go(1);
  };

  // The number at the dotted path, 0 for anything else.
  const integer = (path, root) => Math.min(Math.max(Math.trunc(get(path, root)) || 0, 0), 0x7fffffff);

  // The place of an object's class in the dotted list; -1 for another.
  const classIn = (names, value) => keysOf(names).indexOf(classOf(at(value)));

  // The text of the string, number or boolean at the dotted path ("": root itself).
  const text = (path, root) => textOf(path ? get(path, root) : at(root));

  // Many answers in one crossing. A line is "path" or "path argument"; functions are called; what throws or is missing
  // answers "".
  const all = (lines, root) =>
    linesOf(lines)
      .map(([[keys, ...more]]) => {
        try {
          return flat(callAt(at(root), keys, more, (found) => found));
        } catch {
          return "";
        }
      })
      .join("\0");

  return {
    // These answer a value,
    values: [get, set, call, make, string, number, object, entries, any, json, then, callback],
    // these a number itself,
    numbers: [integer, classIn],
    // and these a text.
    texts: [text, all],
  };
};
