// What customers type: bridge/page/normalize.js, beside the tables of profile/profiletest.
import { assert, fresh, inFrame, test } from "../tools.js";

const { normalize: { normalize } } = await fresh();

const typed = [
  [true, "12 34", "1234"], [true, "\u200f1234\u200e", "1234"], [true, "۱۲–۳۴", "1234"], [true, "1\u00a02\u20093−4-", "1234"], [true, "", ""], [true, " - ", ""],
  [false, "０５５１１１２２３３", "0551112233"], [false, "\u2066+٩٦٦ ٥٥-١١١\u2069", "+966 55-111"], [false, " ৫৫৫ ", "555"], [false, "\u200f", ""],
  [false, "\u200f \u200f5\u200e \u200e", "5"], [false, "\ufeffa@b.sa\u3000", "a@b.sa"], [false, "ع٣@b", "ع3@b"], [false, "a-b@c d", "a-b@c d"],
  [false, "１９９０-٠١-०२", "1990-01-02"], [false, "𝟙𝟿𝟵𝟢", "1990"],
];
test("what customers type arrives as they meant it", () => {
  for (const [code, text, want] of typed) assert.strictEqual(normalize(text, code), want, JSON.stringify(text));
});

const marks = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u061c\ufeff";
const spaces = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2009\u2028\u2029\u202f\u205f\u3000";
const dashes = "-\u058a\u05be\u1400\u1806\u2010\u2015\u2212\u2e3a\u301c\u3030\ufe31\ufe58\ufe63\uff0d";
const texts = [
  ...typed.map(([, text]) => text), ...marks, ...spaces, ...dashes, `a${marks}b`, ` a${spaces}b `, `1${dashes}2`, "x😀ﷺ", "\u06dd", "½²Ⅷ", "\u0660\u0669\u06f0\u06f9\u07c0\u0966\u09e6\u17e0\u1810\ua9d0\uff10\uff19",
  "\u{1d7ce}\u{1d7d8}\u{1d7e2}\u{1d7ec}\u{1d7f6}\u{1d7ff}", "\u{104a0}\u{11066}\u{1e950}\u{1e959}",
];
test("it is what profile/profiletest makes of it, by the tables of Go's package unicode", async () => {
  const query = new URLSearchParams(texts.map((text) => ["text", text]));
  const want = await (await fetch("/normalized?" + query)).json();
  for (const text of texts) assert.deepEqual([normalize(text, false), normalize(text, true)], want[text], JSON.stringify(text));
});

test("what comes out stays as it is", () => {
  for (const text of texts) for (const code of [false, true]) assert.strictEqual(normalize(normalize(text, code), code), normalize(text, code));
});

test("a browser that lacks the tables leaves digits as they are", async () => {
  const { normalize } = await inFrame("const Own = RegExp; RegExp.prototype.constructor = function (source, flags) { if (/u/.test(flags)) throw new SyntaxError('u'); return new Own(source, flags); };");
  assert.strictEqual(normalize.normalize(" ٥5\u200f ", false), "٥5");
});
