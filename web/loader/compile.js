// Gets the .wasm: beside the script, or where data-wasm or load() say.

/** @returns {Promise<WebAssembly.Module>} */
export async function compile({ wasm, base }) {
  const url = wasm || new URL("salla-profile.wasm", base || document.baseURI);
  const response = await fetch(url);
  if (!response.ok) throw new Error(url + ": " + response.status);
  // A streaming compile that fails on the type has consumed the body: choose beforehand.
  return WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get("content-type"))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
