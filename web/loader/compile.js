// Gets the .wasm: beside the script, or where data-wasm or load() say.
import { httpURL } from "./config.js";

// A module that isn't there by then doesn't come: waiting calls must not hang on it.
const PATIENCE = 60_000;

/** @returns {Promise<WebAssembly.Module>} */
export async function compile({ wasm, base, fetch }) {
  const url = httpURL("data-wasm", wasm || "salla-profile.wasm", wasm ? document.baseURI : base);
  // Of this build and no other: whoever trusts the script (by its own integrity) can trust the module.
  const response = await fetch(url, { integrity: INTEGRITY, signal: AbortSignal.timeout?.(PATIENCE) });
  if (!response.ok) throw new Error(url + ": " + response.status);
  // A streaming compile that fails on the type has consumed the body: choose beforehand.
  return WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get("content-type"))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
