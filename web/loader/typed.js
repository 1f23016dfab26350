// What customers type, as they meant it.

const DIGIT = /(?!\d)\p{Nd}/gu; // but 0-9

// In Unicode the ten digits of a script stand in a row, zero first; of mathematics' five times ten do.
const valueOf = (digit) => {
  let before = 0;
  while (String.fromCodePoint(digit.codePointAt() - before - 1).match(DIGIT)) before++;
  return before % 10;
};

/**
 * The text with the decimal digits of any script as ASCII digits, without marks that nobody sees and white space around;
 * a code also without white space and dashes inside. Put in again, what comes out stays as it is.
 */
export const typed = (text, code) =>
  text
    .replace(DIGIT, valueOf)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff]/g, "")
    .replace(code ? /\p{Pd}|\u2212/gu : "", "")
    .replace(/[\s\x85]+/g, (space, at, all) => (code || !at || at + space.length == all.length ? "" : space));
