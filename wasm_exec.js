// How a Go program runs on somebody else's page.
//
// The compiler's own wasm_exec.js expects to own the page: it writes Go, fs, process and more on the
// global object. Here it gets a private scope instead (the build renames its globals to members of
// `scope`, see web/build), so nothing is left behind and js.Global() is that scope.
//
// Two more things a guest owes its host live here:
//   - the guard: Go can't catch a JavaScript exception (TinyGo has no recover, and a getter that
//     throws escapes safejs), so everything that may throw is done by a function that tries;
//   - the containment: if the program dies, its open calls reject, and a fresh one takes over.
import glue from "compiler:wasm_exec";

// A program that dies this often is not started again.
const MAX_DEATHS = 3;

/** The shape of every error that a call rejects with: an Error whose members are its own and enumerable. */
export function failure(members) {
  const all = { name: "AxiosError", isAxiosError: true, ...members };
  const error = new Error(all.message);
  for (const key in all) {
    Object.defineProperty(error, key, { value: all[key], enumerable: true, configurable: true, writable: true });
  }
  return error;
}

// Lists cross as text: items end with \n, answers with \0, both of which no header or URL can hold
// (where one does, \r keeps it just as invalid without shifting its neighbours).
const clean = (value) => String(value).replace(/[\0\n]/g, "\r");

const flat = (value) => {
  if (value == null) return "";
  if (typeof value != "object") return clean(value);
  const items = Array.isArray(value) ? value : Object.entries(value).filter((entry) => entry[1] != null).flat();
  return items.map(clean).join("\n");
};

const walk = (root, path) => {
  let self;
  for (const key of path.split(".")) {
    self = root;
    root = root == null ? undefined : root[key];
  }
  return [root, self];
};

// What a Go program may ask of the page, by the numbers in bridge/host.go. Each takes a text and values,
// and is tried: where it throws, the program gets `thrown` and goes on.
const operations = [
  // get: the member of root at the dotted path; undefined where a step is missing.
  (path, root) => walk(root, path)[0],
  // set: a member of root.
  (key, root, value) => {
    root[key] = value;
  },
  // call: the function at the dotted path, on the object that holds it.
  (path, root, ...args) => {
    const [fn, self] = walk(root, path);
    while (args.length && args[args.length - 1] === undefined) args.pop();
    return Reflect.apply(fn, self, args);
  },
  // make: new path(argument).
  (path, root, argument) => Reflect.construct(walk(root, path)[0], argument === undefined ? [] : [argument]),
  // ask: many answers in one crossing. A line is "path" or "path argument"; functions are called; what
  // throws or is missing answers "".
  (lines, root) =>
    lines
      .split("\n")
      .map((line) => {
        try {
          const [path, ...args] = line.split(" ");
          const [found, self] = walk(root, path);
          return flat(typeof found == "function" ? Reflect.apply(found, self, args) : found);
        } catch {
          return "";
        }
      })
      .join("\0"),
  // text: of the string, number or boolean at the dotted path ("": root itself); undefined for all else.
  (path, root) => {
    const value = path ? walk(root, path)[0] : root;
    return /^(str|num|boo)/.test(typeof value) ? String(value) : undefined;
  },
  // object: a line is "name\ttext", or "name" for one of the values in turn.
  (lines, ...values) => {
    const made = {};
    for (const line of lines ? lines.split("\n") : []) {
      const tab = line.indexOf("\t");
      if (tab < 0) made[line] = values.shift();
      else made[line.slice(0, tab)] = line.slice(tab + 1);
    }
    return made;
  },
  // entries: key, value, key, value, … of an object.
  (_, value) => Object.entries(value).flat(1),
  // append: the entries of one FormData or URLSearchParams to another.
  (_, target, source) => {
    for (const [name, value] of source) target.append(name, value);
  },
  // json: null where there is a file inside, which JSON would lose.
  (_, value) => {
    let file = false;
    const text = JSON.stringify(value, (_, member) => {
      if (member instanceof Blob) file = true;
      return member;
    });
    if (text === undefined) throw new TypeError("not JSON");
    return file ? null : text;
  },
  // failure: the error with these members.
  (_, members) => failure(members),
];

/**
 * A Go program as seen from the page.
 *
 * page: { lent, fallback(name, args), failed(name, error) }
 *   lent      what js.Global().page is: the only things of the page that Go starts with
 *   fallback  serves a call where the program can't run (answers or throws)
 *   failed    announces the failure of a call that died with the program
 */
export function createProgram(page, names) {
  const calls = new Map(); // id -> {name, args, resolve, reject, sent}
  let lastId = 0;
  let deaths = 0;
  let module;
  let instance; // the running one
  let stopped; // the reason, once nothing will run any more

  function run() {
    let entry, go;
    let dead = false;
    const thrown = {};
    const die = (reason) => {
      if (dead) return;
      dead = true;
      if (instance == self) instance = undefined;
      died(reason);
    };
    const self = {
      enter(...args) {
        if (dead) return;
        try {
          entry(...args);
        } catch (error) {
          die(error);
        }
        if (go.exited) die(new Error("the Go program ended"));
      },
    };
    const all = [
      ...operations,
      // then: goes on at a slot of the program's when the promise settles.
      (_, promise, slot) => {
        promise.then(
          (value) => self.enter(-slot, true, value),
          (error) => self.enter(-slot, false, error),
        );
      },
      // settle: the promise of a call.
      (_, id, ok, value) => {
        const call = calls.get(id);
        calls.delete(id);
        if (call) ok ? call.resolve(value) : call.reject(value);
      },
    ];
    const scope = {
      Object, Array, Uint8Array, console, crypto, performance, TextEncoder, TextDecoder,
      window, page: page.lent,
      host: {
        thrown,
        start: (fn) => (entry = fn),
        // A function of the page's that goes on at a slot of the program's.
        callback: (slot) => () => self.enter(-slot, true),
        do(operation, text, ...values) {
          // A dead program that is still on the stack is unwound at its next step.
          if (dead) throw new Error("dead");
          try {
            return all[operation](text, ...values);
          } catch {
            return thrown;
          }
        },
      },
    };

    go = new (glue(scope))();
    return WebAssembly.instantiate(module, go.importObject).then((wasm) => {
      // run() resolves when the program ends (standard Go) or has been initialised (TinyGo).
      const ended = go.run(wasm);
      return Promise.race([ended, Promise.resolve()]).then(() => {
        if (!entry) throw new Error("the Go program did not start");
        ended.catch(die);
        instance = self;
      });
    });
  }

  const send = (id, call) => {
    call.sent = true;
    instance.enter(id, names.indexOf(call.name), ...call.args);
  };

  const flush = () => {
    for (const [id, call] of calls) {
      if (!instance) return;
      if (!call.sent) send(id, call);
    }
  };

  function died(reason) {
    deaths++;
    for (const [id, call] of calls) {
      if (!call.sent) continue;
      calls.delete(id);
      const error = failure({ message: "salla-profile stopped: " + reason, code: "ERR_RUNTIME", cause: reason });
      page.failed(call.name, error);
      call.reject(error);
    }
    console.warn("salla-profile: " + reason + (deaths < MAX_DEATHS ? "; starting afresh" : "; giving up"));
    if (deaths < MAX_DEATHS) run().then(flush, stop);
    else stop(reason);
  }

  function stop(reason) {
    stopped = reason;
    for (const [id, call] of calls) {
      calls.delete(id);
      serve(call);
    }
    page.stopped(reason);
  }

  const serve = (call) => {
    try {
      call.resolve(page.fallback(call.name, call.args, stopped));
    } catch (error) {
      call.reject(error);
    }
  };

  return {
    /** Runs the compiled module; resolves when calls are served. */
    start(compiled) {
      module = compiled;
      return run().then(flush);
    },
    /** Tells the program that the SDK was created or the page configured. */
    attach: () => instance?.enter(0),
    /** Nothing will run: calls are served by page.fallback from now on. */
    stop,
    /** Calls a method of the program; waits for it to run. Always a promise, settled once. */
    call: (name, args) =>
      new Promise((resolve, reject) => {
        const call = { name, args, resolve, reject };
        if (stopped) return serve(call);
        calls.set(++lastId, call);
        if (instance) send(lastId, call);
      }),
  };
}
