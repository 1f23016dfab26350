// UTF-8 by hand: pages stub TextEncoder and TextDecoder, and the functions for URIs take ten times as long for Arabic.

// The page may replace it later.
const { fromCodePoint } = String;

const REPLACEMENT = 0xfffd;
// What the two halves of a character say too much.
const HALVES = (0xd800 << 10) + 0xdc00 - 0x10000;

/**
 * Reads a text of so many bytes.
 *
 * @param {Uint8Array} bytes
 * @param {number} start
 * @param {number} length
 */
export const decode = (bytes, start, length) => {
  let text = "";
  for (const end = start + length; start < end; ) {
    let code = bytes[start++];
    if (code > 127) {
      let more = code > 239 ? 3 : code > 223 ? 2 : 1;
      for (code &= 63 >> more; more--; ) code = (code << 6) | (bytes[start++] & 63);
      if (start > end) code = REPLACEMENT; // Go has cut a character in two
    }
    text += fromCodePoint(code);
  }
  return text;
};

/**
 * The bytes of a text. A surrogate alone becomes U+FFFD.
 *
 * @param {string} text
 */
export const encode = (text) => {
  const bytes = [];
  for (const character of text) {
    let code = character.charCodeAt(0);
    if (character[1]) code = (code << 10) + character.charCodeAt(1) - HALVES;
    else if (code >> 11 == 0x1b) code = REPLACEMENT; // a surrogate alone
    let more = code > 0xffff ? 3 : code > 0x7ff ? 2 : code > 0x7f ? 1 : 0;
    bytes.push(more ? (0xff00 >> (more + 1)) | (code >> (6 * more)) : code);
    while (more--) bytes.push(128 | ((code >> (6 * more)) & 63));
  }
  return bytes;
};
