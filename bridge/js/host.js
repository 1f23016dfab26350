// The page's end of operation.go and value.go: what Go may ask of any page. An operation gets a text and up to five values;
// what Go names them by is wasm_exec.js's business. TestOperations compares the lists at the end with Go's.
import { callAt, flat, keysOf, linesOf, objectOf, textOf, walk } from "./read.js";
import { classOf, toJSON } from "./values.js";

// What an operation answers where the page has no such function.
export const MISSING = {};

const defined = (args) => {
  while (args.length && args[args.length - 1] === undefined) args.pop();
  return args;
};

// The member of root at the dotted path; undefined where a step is missing.
const get = (path, root) => walk(root, keysOf(path));

// A member of root; answers whether the object lets it.
const set = (key, root, value) => Reflect.set(root, key, value);

// The function at the dotted path, on the object that holds it.
// Missing is not thrown: an error notes the stack, which takes longer than many a call.
const call = (path, root, ...args) => callAt(root, keysOf(path), defined(args), () => MISSING);

// new path(argument).
const make = (path, root, ...args) => Reflect.construct(get(path, root), defined(args));

const string = (text) => text;

// Of lines: "name\ttext", or "name" for one of the values in turn; undefined is left out.
const object = (lines, ...values) => objectOf(lines, values);

// key, value, key, value, … of an object.
const entries = (_, value) => Object.entries(value).flat();

// Whether at one of the dotted paths is something that isn't falsy.
const any = (paths, root) => linesOf(paths).some(([[keys]]) => walk(root, keys));

// The text; null where there is a file inside, which JSON would lose; an error where it can't be.
const json = (_, value) => toJSON(value);

// The number at the dotted path, as far as js.Number has room for it; 0 for anything else.
const integer = (path, root) => {
  const number = get(path, root);
  return number > 0 ? Math.min(number, 0x7ffffff) | 0 : 0;
};

// The place of an object's class in the dotted list; -1 for another.
const classIn = (names, value) => keysOf(names).indexOf(classOf(value));

// The text of the string, number or boolean at the dotted path ("": root itself).
const text = (path, root) => textOf(path ? get(path, root) : root);

// Many answers in one crossing. A line is "path" or "path argument"; functions are called; what throws or is missing
// answers "".
const all = (lines, root) =>
  linesOf(lines)
    .map(([[keys, ...more]]) => {
      try {
        return flat(callAt(root, keys, more, (found) => found));
      } catch {
        return "";
      }
    })
    .join("\0");

/** program: { after, callback }, see wasm_exec.js. */
export const createOperations = (program) => {
  // Goes on when the promise settles: with 1 and the value, or with 0 and the reason. (A thenable of the page's may call
  // back twice.)
  const then = (_, promise, slot) => program.after(Promise.resolve(promise).then((value) => [1, value]), slot);

  // A function of the page's that goes on at a slot. What it is called with stays outside: a theme's signal may call it
  // with anything.
  const callback = (_, slot) => {
    const go = program.callback(slot);
    return () => go(1);
  };

  return {
    // These answer a value,
    values: [get, set, call, make, string, object, entries, any, json, then, callback],
    // these a number itself,
    numbers: [integer, classIn],
    // and these a text.
    texts: [text, all],
  };
};
