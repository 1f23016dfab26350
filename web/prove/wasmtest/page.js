// Runs a test binary as wasm_exec.js runs the module on a theme's page. window.wasmtest is the page's side
// for the tests: the program, and what it is lent (web/loader has the real one).
import * as program from "../../loader/calls.js";
import { typed } from "../../loader/typed.js";
import run from "wasmtest:run";
import { post } from "./program.js";

const lent = { window, config: {} };

program.use({
  lent,
  names: run.names,
  open: () => true,
  keeps: () => lent.leaving,
  stopped(reason) {
    post("/stderr", "wasmtest: " + (reason?.stack || reason) + "\n");
    post("/exit?code=1");
  },
});

window.wasmtest = { program, lent, typed };

WebAssembly.compileStreaming(fetch("/test.wasm")).then(program.start).catch(program.stop);
