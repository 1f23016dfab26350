// The page's end of value.go: what the numbers stand for that values cross as, and what values are.

// In the last three bits is a value's kind. The first four need no place, and neither do Go's own numbers, which are negative.
const KINDS = { number: 4, string: 5, object: 6, function: 7 };
const ALWAYS = [undefined, null, false, true];

/** A table of values that starts with these. What is put into it stays until its place is freed. */
export const createValues = (...values) => {
  const free = [];
  return {
    /** The value of a number. */
    at: (number) => (number < 0 ? (number << 1) >> 4 : number > 3 ? values[number >> 3] : ALWAYS[number]),

    /** The number of a value, whose place is added to places. */
    put(value, places) {
      if (value == null) return value === undefined ? 0 : 1;
      if (typeof value == "boolean") return value ? 3 : 2;
      const place = free.length ? free.pop() : values.length;
      values[place] = value;
      places.push(place);
      return place * 8 + (KINDS[typeof value] || 6);
    },

    /** Frees the places. */
    drop(places) {
      for (const place of places.splice(0)) {
        values[place] = undefined;
        free.push(place);
      }
    },
  };
};

const { toString } = Object.prototype;

/** The class of an object, "Object", "FormData" and so on: by what holds across frames. */
export const classOf = (value) => toString.call(value).slice(8, -1);

export const isFile = (value) => typeof value == "object" && /^(File|Blob)$/.test(classOf(value));

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
