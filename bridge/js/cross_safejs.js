// The page's end of cross_safejs.go: the standard compiler's own wasm_exec.js, which expects to own the page, gets a
// private scope for its global object (web/make/bundle), so nothing is left behind. js.Global() is that scope.
import glue from "compiler:wasm_exec";

export default (host) =>
  new (glue({ Object, Array, Uint8Array, console, crypto, performance, TextEncoder, TextDecoder, host }))();
