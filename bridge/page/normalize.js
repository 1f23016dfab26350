// What customers type, in the form that the store reads.
import { attempt } from "./values.js";

// A browser may lack these tables.
const table = (source) => attempt(() => new RegExp(source, "gu"));
const DIGIT = table("(?!\\d)\\p{Nd}"); // but 0-9
const DASH = table("\\p{Pd}|\\u2212");

// In Unicode the ten digits of a script stand in a row, zero first; of mathematics' five times ten do.
/** @returns {any} */
const valueOf = (digit) => {
  let before = 0;
  while (String.fromCodePoint(digit.codePointAt(0) - before - 1).match(DIGIT)) before++;
  return before % 10;
};

/**
 * The text with the decimal digits of any script as ASCII digits, without marks that nobody sees and white space around;
 * a code also without white space and dashes inside. Put in again, what comes out stays as it is.
 * @type {import("./wire.js").Storefront["normalize"]}
 */
export const normalize = (text, code) =>
  text
    .replace(DIGIT, valueOf)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, "")
    .replace(code ? DASH : "", "")
    .replace(/[\s\x85]+/g, (space, at, all) => (code || !at || at + space.length == all.length ? "" : space));
