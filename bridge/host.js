// The page's end of host.go: what a Go program may ask of the page. A value crosses as a number (bridge/value.go), and
// values.at() is what it stands for; each operation takes a text and up to five numbers. TestOperations compares the lists at
// the end with host.go's.
import { failure as errorOf } from "./failure.js";
import { createKeeping, fetchAnswer } from "./fetch.js";
import { classOf, formText, toJSON, toMultipart } from "./payload.js";
import { callAt, flat, keysOf, linesOf, textOf, walk } from "./read.js";
import { requestBySDK } from "./sdk.js";

// What an operation answers where the page has no such function.
export const MISSING = {};

/**
 * The operations of one program.
 *
 * keeps(signal): whether what is sent now has to outlive the page, or might have to.
 * program: { at, then, callback, announced, settle }, see wasm_exec.js.
 */
export const createOperations = (keeps, program) => {
  const { at } = program;
  const keeping = createKeeping(keeps);

  const args = (numbers) => {
    const list = numbers.map(at);
    while (list.length && list[list.length - 1] === undefined) list.pop();
    return list;
  };

  // The member of root at the dotted path; undefined where a step is missing.
  const get = (path, root) => walk(at(root), keysOf(path));

  // A member of root.
  const set = (key, root, value) => {
    at(root)[key] = at(value);
  };

  // The function at the dotted path, on the object that holds it.
  // Missing is not thrown: an error notes the stack, which takes longer than many a call.
  const call = (path, root, ...rest) => callAt(at(root), keysOf(path), args(rest), () => MISSING);

  // new path(argument).
  const make = (path, root, ...rest) => Reflect.construct(walk(at(root), keysOf(path)), args(rest));

  const string = (text) => text;

  const number = (_, n) => n;

  // An object of lines: "name\ttext", or "name" for one of the values in turn; undefined is left out.
  const object = (lines, ...rest) => {
    const made = {};
    for (const line of lines.split("\n")) {
      const tab = line.indexOf("\t");
      const value = tab < 0 ? at(rest.shift()) : line.slice(tab + 1);
      if (value !== undefined) made[tab < 0 ? line : line.slice(0, tab)] = value;
    }
    return made;
  };

  // key, value, key, value, … of an object.
  const entries = (_, value) => Object.entries(at(value)).flat();

  // The entries of one FormData or URLSearchParams, to another.
  const append = (_, target, source) => {
    for (const [name, value] of at(source)) at(target).append(name, value);
  };

  const json = (_, value) => toJSON(at(value));

  const multipart = (_, value) => toMultipart(at(value));

  const fields = (_, form) => formText(at(form));

  // Whether at one of the dotted paths is something that isn't falsy.
  const any = (paths, root) => linesOf(paths).some(([[keys]]) => walk(at(root), keys));

  const failure = (_, members) => errorOf(at(members));

  // An object of what is found in source. A line is "name\tpath", or with "\tpath" again: both as one text; or "name" for
  // one of the other values in turn.
  const pick = (lines, source, ...rest) => {
    const made = {};
    const find = ([keys]) => walk(at(source), keys);
    for (const [[[name]], path, more] of linesOf(lines)) {
      made[name] = more ? textOf(find(path)) + textOf(find(more)) : path ? find(path) : at(rest.shift());
    }
    return made;
  };

  // The text is the URL, the method and the lines of the headers. Goes on at a slot of the program's with the status, the
  // body and the response; without a response where there is none.
  const send = (text, body, signal, small, slot) => {
    const [url, method] = text.split("\n", 2);
    const headers = object(text.slice(url.length + method.length + 2));
    program.then(fetchAnswer(url, method, headers, at(body), at(signal), at(small), keeping), slot);
  };

  // An outcome, by a dispatcher of salla.event.profile. Should the program die before it has settled the promise as well,
  // this was the call's outcome.
  const announce = (dispatcher, value) => {
    program.announced(at(value));
    window.salla.event.profile[dispatcher](at(value));
  };

  // The text is the URL and the verb. Goes on with 3 and the answer's body, or with 2 where it failed; then with 1 and the
  // body, or with 0 and the error.
  const request = (text, payload, body, options, small, slot) =>
    program.then(requestBySDK(text.split("\n"), at(payload), at(body), at(options), at(small), keeping, program.callback(slot)), slot);

  // Goes on when the promise settles: with 1 and the value, or with 0 and the reason. (A thenable of the page's may call
  // back twice.)
  const then = (_, promise, slot) => program.then(Promise.resolve(at(promise)).then((value) => [1, value]), slot);

  // A function of the page's that goes on at a slot. What it is called with stays outside: a theme's signal may call it
  // with anything.
  const callback = (_, slot) => {
    const go = program.callback(slot);
    return () => go(1);
  };

  const settle = (_, id, ok, value) => program.settle(id, at(ok), at(value));

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
    values: [
      get, set, call, make, string, number, object, entries, append, json, multipart, fields, any, failure, pick, send,
      announce, request, then, callback, settle,
    ],
    // these a number itself,
    numbers: [integer, classIn],
    // and these a text.
    texts: [text, all],
  };
};
