// Gets the .wasm: beside the script, or where data-wasm says.
import { httpURL } from "./config.js";

// A module that isn't there by then doesn't come: waiting calls must not hang on it.
const PATIENCE = 60_000;

/** @returns {Promise<WebAssembly.Module>} */
export async function compile(tag) {
  const given = tag?.dataset.wasm;
  const url = httpURL("data-wasm", given || "salla-profile.wasm", given ? document.baseURI : tag?.src);
  // Of this build and no other: whoever trusts the script (by its own integrity) can trust the module.
  const response = await fetch(url, { integrity: INTEGRITY, signal: AbortSignal.timeout?.(PATIENCE) });
  if (!response.ok) throw new Error(url + ": " + response.status);
  // A streaming compile that fails on the type has consumed the body: choose beforehand.
  return WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get("content-type"))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
