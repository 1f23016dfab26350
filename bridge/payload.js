// The page's end of payload.go: bodies of what the theme passed. By Object.prototype.toString, which holds across frames.
const { toString } = Object.prototype;

/** The class of an object: "Object", "FormData", … */
export const classOf = (value) => toString.call(value).slice(8, -1);

const isFile = (value) => typeof value == "object" && /^(File|Blob)$/.test(classOf(value));
// Stands for a file while the rest of an object is made JSON.
const FILE = "\0file";

/** The JSON text; null where there is a file inside, which JSON would lose; an error where it can't be. */
export const toJSON = (value) => {
  let file = false;
  try {
    const text = JSON.stringify(value, (_, member) => {
      if (isFile(member)) file = true;
      return member;
    });
    return file ? null : text;
  } catch (error) {
    return Object(error);
  }
};

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
