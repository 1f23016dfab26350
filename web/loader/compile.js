// Gets the .wasm: beside the script, or where data-wasm says.

/** @returns {Promise<WebAssembly.Module>} */
export async function compile(tag) {
  const url = tag?.dataset.wasm || new URL("salla-profile.wasm", tag?.src || document.baseURI);
  const response = await fetch(url);
  if (!response.ok) throw new Error(url + ": " + response.status);
  // A streaming compile that fails on the type has consumed the body: choose beforehand.
  return WebAssembly.compileStreaming && /^application\/wasm\b/i.test(response.headers.get("content-type"))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}
