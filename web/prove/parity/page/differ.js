// The differences of two journals, to be read.

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
  const a = sdk.map(entryText);
  const b = module.map(entryText);
  // The longest common subsequence.
  const length = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      length[i][j] = a[i] == b[j] ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
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
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] == b[j]) {
      flush();
      if (sdk[i][0] == "case") heading = "in " + text(sdk[i][1]);
      if (sdk[i][0] == "server") heading = "";
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && length[i + 1][j] >= length[i][j + 1])) gone.push(sdk[i++]);
    else come.push(module[j++]);
  }
  flush();
  return found;
}
