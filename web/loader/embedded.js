// Where the module is inside the script (the release): one file, one request, and nothing that could be missing.
import { task } from "../../wasm_exec.js";
import text from "profile:module";

// What web/make/bundle/text.go wrote: most bytes are one printable ASCII character, the others two.
const decode = (text) => {
  const bytes = new Uint8Array(text.length);
  let size = 0;
  for (let i = 0; i < text.length; size++) {
    const c = text.charCodeAt(i++);
    bytes[size] = c < 90 ? c - 35 : c < 96 ? c - 26 : c < 123 ? c : (c - 123) * 56 + 10 + text.charCodeAt(i++);
  }
  return bytes.subarray(0, size);
};

/**
 * The text is read once, and passed on: a minifier may copy a constant to each place that reads it.
 * @returns {Promise<WebAssembly.Module>}
 */
export const load = () => task(text).then((text) => WebAssembly.compile(decode(text)));
