// The page's end of payload.go: bodies of what the theme passed.
import { isFile } from "./js/values.js";

// Stands for a file while the rest of an object is made JSON.
const FILE = "\0file";

/**
 * FormData of an object with files inside. What isn't a file arrives as JSON would have had it; nested members are named
 * a[b], as PHP and axios have it.
 */
export const toMultipart = (value) => {
  const form = new FormData();
  const files = []; // by the place that stands in the JSON for each
  const append = (name, member) => {
    if (!member || typeof member != "object") form.append(name, member == null ? "" : member);
    else if (FILE in member) form.append(name, files[member[FILE]]);
    else for (const key of Object.keys(member)) append(name ? `${name}[${key}]` : key, member[key]);
  };
  append("", JSON.parse(JSON.stringify(value, (_, member) => (isFile(member) ? { [FILE]: files.push(member) - 1 } : member))));
  return form;
};

/**
 * The entries of FormData as text, to tell forms apart; null where there is a file. (A file input without a file gives an
 * empty one without a name.)
 */
export const formText = (form) => {
  const items = [...form].flat().map((item) => (item.size === 0 && !item.name ? "" : item));
  return items.every((item) => typeof item == "string") ? JSON.stringify(items) : null;
};
