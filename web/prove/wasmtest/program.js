// The test program: the compiler's class for it, which gets the test's arguments and tells what it writes.
import glue from "compiler:glue";
import run from "wasmtest:run";

// At once and in order, also if the program never lets go of the page again.
export const post = (path, body) => {
  const request = new XMLHttpRequest();
  request.open("POST", path, false);
  request.send(body);
};

let ran = false;

export default (scope) => {
  const Go = glue(scope);
  // What a test needs besides what wasm_exec.js gives every program.
  scope.window = window;
  scope.fs.writeSync = (fd, bytes) => {
    post(fd == 2 ? "/stderr" : "/stdout", bytes.slice());
    return bytes.length;
  };
  return class extends Go {
    constructor() {
      super();
      this.argv = run.argv;
      this.env = run.env;
      this.exit = (code) => post("/exit?code=" + code);
    }
    run(instance) {
      if (ran) return new Promise(() => {}); // wasm_exec.js starts an ended program afresh: not a test
      ran = true;
      return super.run(instance);
    }
  };
};
