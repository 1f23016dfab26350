// A page for the program in main, as wasm_exec.js is on a real one.
import { readFileSync } from "node:fs";
import cross from "compiler:cross";
import { members, Members } from "../../../../bridge/js/members.js";
import { createValues } from "../../../../bridge/js/values.js";
import { Page, Standalone } from "./bridge/page/wire.js";

const module = new WebAssembly.Module(readFileSync(process.argv[2]));

/** A page whose functions note their arguments, and return what stands in returns, once. */
export const start = async (own = {}, exports = (its) => its) => {
  const global = { starts: 7 };
  const page = { global, seen: [], returns: [], asks: [] };
  const note = (...args) => {
    page.seen.push(args.length == 1 ? args[0] : args);
    return page.returns.shift();
  };
  const { at, put } = createValues(global);
  let callbacks = [];
  const functions = { ...members };
  for (const name of Object.keys({ ...Page, ...Standalone })) functions[name] = own[name] || note;
  const host = {
    at,
    put: (value) => put(value, []),
    ask(name, args) {
      const given = callbacks;
      callbacks = [];
      if (page.dead) throw new Error("dead");
      page.asks.push(name);
      try {
        return functions[name](...args);
      } catch {
        for (const callback of given) setTimeout(callback, 0, {});
      }
    },
    callback(resume) {
      let over = false;
      callbacks.push((answer) => {
        if (!over) resume(answer);
        over = true;
      });
      return callbacks[callbacks.length - 1];
    },
  };
  const program = cross(host, { js: Members, page: { ...Page, ...Standalone } });
  await program.run(exports(await WebAssembly.instantiate(module, program.importObject)));
  page.program = program;
  page.call = (method, argument) => {
    page.seen.length = 0;
    program.call(1, method, argument);
    return page.seen;
  };
  return page;
};
