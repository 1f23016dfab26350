// The page's end of cross_tinygo.go: types that are read from and written to the program's memory as TinyGo lays it out.
//
// What a method is given and returns is of these types; web/make/bridgegen makes the schema. The page's function is run by
// host.ask, which tries. Results are written outside of any try: what fails there is the program, and it ends.
import { decode, encode } from "./utf8.js";

// A room is asked for once for many small texts.
const ROOM = 1024;

// Of the running program. A dead one is off the stack before the next one starts.
let host, memory, exports, bytes, words, constants, constantsFrom, constantsTo;
// What is left of the last room.
let free, left;

// Memory has another buffer once it has grown, and the old one is empty.
const refresh = () => {
  if (bytes.length) return;
  bytes = new Uint8Array(memory.buffer);
  words = new Int32Array(memory.buffer);
};

const align = (at, to) => (at + to - 1) & -to;

// Returns the address of so many bytes, all 0, that Go keeps until the entry ends.
const claim = (size) => {
  size = align(size, 4);
  if (size > left) {
    left = size > ROOM ? size : ROOM;
    free = exports.room(left);
    refresh();
  }
  left -= size;
  free += size;
  return free - size;
};

const readText = (start, length) => {
  if (start < constantsFrom || start >= constantsTo) return decode(bytes, start, length);
  const key = start * constantsTo + length; // of one text: none is longer than that
  return constants[key] || (constants[key] = decode(bytes, start, length));
};

// What Go has as an address and a length.
const writeSpan = (at, start, length) => {
  words[at >> 2] = start;
  words[(at >> 2) + 1] = length;
};

const writeText = (at, given) => {
  const text = typeof given == "string" ? given : "";
  const start = claim(text.length * 3); // at most
  const end = encode(text, bytes, start);
  const unused = free - align(end, 4);
  left += unused;
  free -= unused;
  writeSpan(at, start, end - start);
};

// A type: its size and alignment in memory, take(a, b) of one or two parameters, loadAt and storeAt an address; and of a scalar
// the number that it is returned as.
const type = (size, take, storeAt, number, loadAt = (at) => take(words[at >> 2], words[(at >> 2) + 1])) => ({
  size,
  alignment: size < 4 ? size : 4,
  take,
  storeAt,
  number,
  loadAt,
});
const scalar = (take, number) => type(4, take, (at, value) => (words[at >> 2] = number(value)), number);

export const int = scalar(
  (n) => n,
  (value) => (typeof value != "number" ? 0 : value > 0x7fffffff ? 0x7fffffff : value < -0x80000000 ? -0x80000000 : value | 0),
);

export const value = scalar(
  (handle) => host.at(handle),
  (value) => host.put(value),
);

const isTrue = (value) => !!value; // 1 or 0 to WebAssembly
export const bool = type(1, isTrue, (at, value) => (bytes[at] = value ? 1 : 0), isTrue, (at) => !!bytes[at]);

export const text = type(8, readText, writeText);

export const list = ({ size, loadAt, storeAt }) =>
  type(
    12,
    (start, length) => {
      const items = [];
      for (; length--; start += size) items.push(loadAt(start));
      return items;
    },
    (at, items) => {
      const length = items ? items.length : 0;
      const start = length && claim(length * size);
      for (let i = 0; i < length; i++) storeAt(start + i * size, items[i]);
      writeSpan(at, start, length);
      words[(at >> 2) + 2] = length; // the capacity
    },
  );

export const record = (members) => {
  let size = 0;
  let most = 1;
  const fields = Object.entries(members).map(([name, type]) => {
    const offset = align(size, type.alignment);
    size = offset + type.size;
    if (type.alignment > most) most = type.alignment;
    return { name, type, offset };
  });
  return {
    size: align(size, most),
    alignment: most,
    loadAt(at) {
      const made = {};
      for (const { name, type, offset } of fields) made[name] = type.loadAt(at + offset);
      return made;
    },
    storeAt(at, made) {
      for (const { name, type, offset } of fields) type.storeAt(at + offset, made ? made[name] : undefined);
    },
  };
};

// Writes a value into memory of its own, and returns the address.
const write = ({ size, storeAt }, made) => {
  refresh();
  const at = claim(size);
  storeAt(at, made);
  return at;
};

export const pointer = (record) =>
  type(
    4,
    (address) => (address ? record.loadAt(address) : undefined),
    (at, made) => {
      const address = write(record, made); // first: it may make another array of words
      words[at >> 2] = address;
    },
  );

// A function of Go's: its slot crosses, and a record when it is called.
export const callback = (record) => type(4, (slot) => host.callback((answer) => exports.enter(-slot, write(record, answer), 0, 0)));

// A method as the program imports it: the parameters in words; a result that is no number is an address.
const imported = (name, method) => (...given) => {
  const [parameters, result] = method;
  refresh();
  let i = 0;
  const args = [];
  for (const { size, take } of parameters) {
    args.push(take(given[i], given[i + 1]));
    i += size > 4 ? 2 : 1;
  }
  const answer = host.ask(name, args);
  if (!result) return;
  if (result.number) return result.number(answer);
  return write(result, answer);
};

/**
 * Makes what a program is run by.
 *
 * @param {import("./cross_safejs.js").Host} its
 * @param {{[module: string]: import("./cross_safejs.js").Methods}} schema  the module "js" is Members of members.js
 * @returns {import("./cross_safejs.js").Program}
 */
export default (its, schema) => {
  const importObject = {};
  for (const module of Object.keys(schema)) {
    importObject[module] = {};
    for (const name of Object.keys(schema[module])) importObject[module][name] = imported(name, schema[module][name]);
  }
  importObject.js.constants = (from, to) => {
    constantsFrom = from;
    constantsTo = to;
  };

  return {
    importObject,
    async run(instance) {
      host = its; // not before: a program that has died may still be on the stack
      ({ exports } = instance);
      ({ memory } = exports);
      bytes = [];
      refresh();
      words.subarray(0); // throws where a page has another Int32Array
      constants = {};
      left = constantsTo = 0;
      exports._initialize(); // all that it runs: the page calls, it returns
    },
    call: (id, method, argument, options) => exports.enter(id, method, host.put(argument), host.put(options)),
  };
};
