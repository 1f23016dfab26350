// Takes something of the browser's from a page, or puts something else in its place: from outside, since what does it may be taken itself.
const { defineProperty, getOwnPropertyDescriptor } = Reflect;

const put = (holder, name, value) => defineProperty(holder, name, { value, configurable: true, writable: true });

const WAYS = {
  missing(holder, name) {
    Reflect.deleteProperty(holder, name);
    if (name in holder) put(holder, name, undefined);
  },
  "a stub": (holder, name) => put(holder, name, typeof holder[name] == "function" ? function () {} : {}),
  // var performance = { score: 5 }
  "the theme's own": (holder, name) => Reflect.set(holder, name, { score: 5 }),
};

/** The ways for something of the list: a theme's variable is a global. */
export const waysOf = (path) => Object.keys(WAYS).slice(0, /\./.test(path) ? 2 : 3);

/** Does it on a page; returns what puts it back. */
export function take(win, path, way) {
  const steps = path.split(".");
  const name = steps.pop();
  const holder = steps.reduce((value, key) => value[key], win);
  const before = getOwnPropertyDescriptor(holder, name);
  WAYS[way](holder, name);
  return () => (before ? defineProperty(holder, name, before) : Reflect.deleteProperty(holder, name));
}
window.take = take; // for the pages' own scripts
