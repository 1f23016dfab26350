// How what Go asks for is found on the page, and how it becomes text.

// The function, with its last answers kept: what Go asks for is mostly the same.
const remembering = (make) => {
  const known = new Map();
  return (text) => {
    let made = known.get(text);
    if (!made) {
      if (known.size > 199) known.clear();
      known.set(text, (made = make(text)));
    }
    return made;
  };
};

/** The keys of a dotted path. */
export const keysOf = remembering((path) => path.split("."));

/** Lines of paths with tabs between; behind a path and a space may stand an argument. */
export const linesOf = remembering((lines) =>
  lines.split("\n").map((line) => line.split("\t").map((item) => item.split(" ").map((part, i) => (i ? part : part.split("."))))),
);

/** What is found at the end of the keys; undefined where a step is missing. */
export const walk = (root, keys) => keys.reduce((value, key) => (value == null ? undefined : value[key]), root);

/** Calls the function that is found, on the object that holds it; another value is passed to otherwise. */
export const callAt = (root, keys, args, otherwise) => {
  const self = walk(root, keys.slice(0, -1));
  const fn = walk(self, keys.slice(-1));
  return typeof fn == "function" ? Reflect.apply(fn, self, args) : otherwise(fn);
};

/** The text of a string, number or boolean; "" for anything else. */
export const textOf = (value) => (/^(str|num|boo)/.test(typeof value) ? String(value) : "");

// Lists cross as text: items end with \n, answers with \0, both of which no header or URL can hold
// (where one does, \r keeps it just as invalid without shifting its neighbours; so does a tab in a name).
const clean = (value) => String(value).replace(/[\0\n]/g, "\r");

/** A value as one text: of an array its items, of an object its names and members, one after the other. */
export const flat = (value) => {
  if (value == null || value === false) return "";
  if (typeof value != "object") return clean(value);
  const sent = ([name, member]) => (member == null || member === false ? [] : [name.replace(/\t/g, "\r"), member]);
  const items = Array.isArray(value) ? value : Object.entries(value).flatMap(sent);
  return items.map(clean).join("\n");
};

/** An object of lines: "name\ttext", or "name" for one of the values in turn; undefined is left out. */
export const objectOf = (lines, values = []) => {
  const made = {};
  for (const line of lines.split("\n")) {
    const tab = line.indexOf("\t");
    const value = tab < 0 ? values.shift() : line.slice(tab + 1);
    if (value !== undefined) made[tab < 0 ? line : line.slice(0, tab)] = value;
  }
  return made;
};
