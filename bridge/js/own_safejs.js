// What the standard compiler's wasm_exec.js takes of the browser, and a page may lack or call its own things by.

// A text of Go's may begin with U+FEFF, which is part of it.
const Decoder = function () {
  return new TextDecoder("utf-8", { ignoreBOM: true });
};

// What Go knows JavaScript values by, where the page has no Map: slower with each of them.
class List {
  constructor(entries) {
    this.entries = entries || [];
  }
  find(key) {
    return this.entries.find(([its]) => Object.is(its, key));
  }
  get(key) {
    const entry = this.find(key);
    return entry && entry[1];
  }
  has(key) {
    return !!this.find(key);
  }
  set(key, value) {
    this.delete(key);
    this.entries.push([key, value]);
  }
  delete(key) {
    this.entries = this.entries.filter(([its]) => !Object.is(its, key));
  }
}

const Reflect = {
  get: (of, name) => of[name],
  set: (of, name, value) => (of[name] = value),
  deleteProperty: (of, name) => delete of[name],
  apply: (fn, self, args) => fn.call(self, ...args),
  construct: (Type, args) => new Type(...args),
};

// Go's clock: it times nothing here.
const performance = { now: Date.now };

const isMap = () => {
  try {
    return new Map([[own, 1]]).get(own) == 1;
  } catch (_) {
    return false;
  }
};

/** @type {Record<string, any>} */
export const own = { TextDecoder: Decoder, Map: List, Reflect, performance };
if (isMap()) own.Map = Map;
