// UTF-8 by hand: pages stub TextEncoder and TextDecoder, and the functions for URIs take ten times as long for Arabic.

// The page may replace it later.
const { fromCodePoint } = String;

const REPLACEMENT = 0xfffd;

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
 * Writes a text, and returns where it ends. A surrogate alone becomes U+FFFD.
 *
 * @param {string} text
 * @param {Uint8Array} bytes
 * @param {number} at
 */
export const encode = (text, bytes, at) => {
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code < 128) {
      bytes[at++] = code;
      continue;
    }
    code = /** @type {number} */ (text.codePointAt(i));
    if (code > 0xffff) i++;
    else if (code >> 11 == 0x1b) code = REPLACEMENT; // a surrogate alone
    let more = code > 0xffff ? 3 : code > 0x7ff ? 2 : 1;
    bytes[at++] = (0xff00 >> (more + 1)) | (code >> (6 * more));
    while (more--) bytes[at++] = 128 | ((code >> (6 * more)) & 63);
  }
  return at;
};
