// The differences of two journals, to be read.
import { diffArrays } from "/v/npm/diff/libesm/diff/array.js";

/** Text of a value, with members in one order. */
export function text(value) {
  if (Array.isArray(value)) return "[" + value.map(text).join(", ") + "]";
  if (value && typeof value == "object") {
    if (value.$ && Object.keys(value).length == 1) return value.$;
    return (
      "{" +
      Object.keys(value)
        .sort()
        .map((key) => key + ": " + text(value[key]))
        .join(", ") +
      "}"
    );
  }
  return JSON.stringify(value);
}

const entryText = ([kind, ...rest]) => kind + " " + rest.map(text).join(", ");

const clip = (line) => (line.length > 240 ? line.slice(0, 240) + "…" : line);

/** The paths at which two values differ. */
function paths(a, b, path, found) {
  if (text(a) == text(b)) return found;
  const both = a && b && typeof a == "object" && typeof b == "object" && Array.isArray(a) == Array.isArray(b);
  if (!both || a.$ != b.$) {
    found.push(path + ": SDK " + clip(text(a) ?? "nothing") + ", module " + clip(text(b) ?? "nothing"));
    return found;
  }
  for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const at = Array.isArray(a) ? "[" + key + "]" : path ? "." + key : key;
    paths(a[key], b[key], path + at, found);
  }
  return found;
}

/** Lines: "- " only with the SDK, "+ " only with the module, "~ " in both, but not alike. */
export function differences(sdk, module) {
  const found = [];
  let heading = "";
  const tell = (line) => {
    if (heading) found.push(heading);
    heading = "";
    found.push(line);
  };
  let gone = [];
  let come = [];
  const flush = () => {
    // What is only not alike is told as that.
    while (gone.length && come.length) {
      const [x] = gone;
      const at = come.findIndex((y) => y[0] == x[0] && (typeof x[1] != "string" || x[0] == "notice" || y[1] == x[1]));
      gone.shift();
      if (at < 0) {
        tell("- " + clip(entryText(x)));
        continue;
      }
      for (const y of come.splice(0, at)) tell("+ " + clip(entryText(y)));
      const y = come.shift();
      const head = x[0] + (typeof x[1] == "string" && x[1] == y[1] ? " " + text(x[1]) : "");
      for (const line of paths(x.slice(1), y.slice(1), "", [])) tell("~ " + head + " " + line);
    }
    for (const x of gone) tell("- " + clip(entryText(x)));
    for (const y of come) tell("+ " + clip(entryText(y)));
    gone = [];
    come = [];
  };
  let [i, j] = [0, 0];
  for (const { added, removed, count } of diffArrays(sdk.map(entryText), module.map(entryText))) {
    if (removed) gone = sdk.slice(i, i + count);
    else if (added) come = module.slice(j, j + count);
    else {
      flush();
      for (const [kind, name] of sdk.slice(i, i + count)) {
        if (kind == "case") heading = "in " + text(name);
        if (kind == "server") heading = "";
      }
    }
    if (!added) i += count;
    if (!removed) j += count;
  }
  flush();
  return found;
}
