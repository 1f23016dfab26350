// How a program runs: wasm_exec.js, with a program that a test plays.
import { assert, fresh, inFrame, rejection, test, turn } from "../tools.js";

// The smallest module: nothing is in it.
const MODULE = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));

/**
 * Runs a program. On entry it does as onCall({ id, method, argument, options }), and with the id 0 onAttach(holder, methods) say;
 * host is what it has of the page, deaths are the reasons that the page was told.
 */
async function running({ functions = {}, schema = {}, parts, ...own } = {}) {
  const deaths = [];
  const program = { onCall() {}, onAttach() {}, onRun() {}, ...own };
  let host;
  window.cross = (its, schemas) => {
    host = its;
    program.schemas = schemas;
    return {
      importObject: {},
      run: async (instance) => program.onRun(instance),
      call(id, method, argument, options) {
        if (id) program.onCall({ id, method, argument: host.put(argument), options: host.put(options) });
        else program.onAttach(argument, options);
      },
    };
  };
  const { wasmExec } = parts || (await fresh());
  const page = await wasmExec.run(MODULE, { schema, functions, died: (reason) => deaths.push(reason) });
  return { page, program, host, deaths };
}

// More values than the table has free places.
const MANY = 5000;

/** How many handles are taken. */
const taken = ({ page, program, host }) => {
  let highest = 0;
  const { onAttach } = program;
  program.onAttach = () => {
    for (let i = 0; i < MANY; i++) highest = Math.max(highest, host.put({}));
  };
  page.call(0, 0);
  program.onAttach = onAttach;
  return highest - MANY;
};

test("a program has the page's schema, and that of members", async () => {
  const schema = { look: [[]] };
  const { program } = await running({ schema });
  assert.strictEqual(program.schemas.page, schema);
  assert.hasAllKeys(program.schemas.js, ["get", "set"]);
});

test("a program that doesn't start is told", async () => {
  assert.strictEqual(await rejection(running({ onRun: () => Promise.reject("no start") })), "no start");
});

test("handles stand for values: undefined for 0, window for 1", async () => {
  const { host } = await running();
  assert.strictEqual(host.at(0), undefined);
  assert.strictEqual(host.at(1), window);
  assert.strictEqual(host.put(undefined), 0);
  for (const value of [null, 0, "", NaN, {}, Symbol(), 7n]) assert.ok(Object.is(host.at(host.put(value)), value));
});

test("what a call brought is there until it is settled and off the stack", async () => {
  const one = await running();
  const { page, program, host } = one;
  const before = taken(one);
  const argument = {};
  let handle;
  program.onCall = (call) => {
    handle = call.argument;
    page.end(7);
    assert.strictEqual(host.at(handle), argument, "still on the stack");
  };
  page.call(7, 0, argument, {});
  assert.strictEqual(host.at(handle), undefined);
  assert.strictEqual(taken(one), before);
});

test("a call that isn't settled keeps what it brought", async () => {
  const one = await running();
  const { page, program, host } = one;
  let handle;
  program.onCall = (call) => (handle = call.argument);
  const argument = {};
  page.call(1, 0, argument);
  program.onCall = () => page.end(2);
  page.call(2, 0, {});
  assert.strictEqual(host.at(handle), argument);
  page.end(1);
  page.end(1);
  page.end(99);
  page.call(0, 0); // leaves the program: what has ended is freed
  assert.strictEqual(host.at(handle), undefined);
});

test("a callback that is to come keeps what its call brought, also once that is settled", async () => {
  const { page, program, host } = await running();
  let handle, callback;
  program.onCall = (call) => {
    handle = call.argument;
    callback = host.callback((answer) => seen.push(answer, host.at(handle)));
    page.end(1);
  };
  const argument = {};
  page.call(1, 0, argument);
  assert.strictEqual(host.at(handle), argument);
  const seen = [];
  callback("answer");
  assert.deepEqual(seen, ["answer", argument]);
  assert.strictEqual(host.at(handle), undefined);
});

test("a callback is called once", async () => {
  const { page, program, host } = await running();
  let callback;
  let count = 0;
  program.onCall = () => (callback = host.callback(() => count++));
  page.call(1, 0);
  for (let i = 0; i < 3; i++) callback();
  assert.strictEqual(count, 1);
});

test("calls inside calls have scopes of their own, in whatever order they end", async () => {
  const one = await running();
  const { page, program, host } = one;
  const before = taken(one);
  const handles = [];
  program.onCall = ({ id, argument }) => {
    handles.push(argument);
    if (id < 5) page.call(id + 1, 0, { id: id + 1 });
    assert.strictEqual(host.at(host.put(id)), id);
  };
  page.call(1, 0, { id: 1 });
  assert.deepEqual(handles.map((handle) => host.at(handle).id), [1, 2, 3, 4, 5]);
  for (const id of [3, 1, 5, 2, 4]) page.end(id);
  page.call(0, 0);
  assert.deepEqual(handles.map(host.at), Array(5).fill(undefined));
  assert.strictEqual(taken(one), before);
});

test("nothing is left of any number of calls", async () => {
  const one = await running();
  const { page, program, host } = one;
  const before = taken(one);
  let callbacks = [];
  program.onCall = () => {
    callbacks.push(host.callback(() => {}), host.callback(() => {}));
    for (let i = 0; i < 9; i++) host.put({ i });
  };
  for (let round = 0; round < 3; round++) {
    for (let id = 1; id < 50; id++) page.call(id, 0, {}, {});
    for (let id = 1; id < 50; id += 2) page.end(id);
    for (const callback of callbacks) callback({});
    for (let id = 2; id < 50; id += 2) page.end(id);
    callbacks = [];
    page.call(0, 0);
    assert.strictEqual(taken(one), before);
  }
});

test("what an attach brings is freed at once", async () => {
  const one = await running();
  const { page, program, host } = one;
  let handle;
  program.onAttach = (holder) => (handle = host.put(holder));
  page.call(0, 0, {}, {});
  assert.strictEqual(host.at(handle), undefined);
});

test("the page's functions are asked by name", async () => {
  const { host } = await running({ functions: { add: (a, b) => a + b } });
  assert.strictEqual(host.ask("add", [1, 2]), 3);
  assert.strictEqual(host.ask("get", [{ a: 7 }, "a"]), 7);
});

test("a fault in a function of the page's is loud in a development build, and its callbacks are called later with nothing", async () => {
  const { host } = await running({ functions: { add: () => 0, broken: () => { throw new TypeError("oops"); } } });
  const heard = [];
  const hear = (answer) => heard.push(answer);
  host.callback(hear);
  assert.strictEqual(host.ask("add", []), 0, "of one that isn't broken they are its own to call");
  const callbacks = [host.callback(hear), host.callback(hear)];
  assert.strictEqual(host.ask("broken", callbacks), undefined);
  assert.isEmpty(heard, "never inside");
  await turn();
  assert.deepEqual(heard, [{}, {}]);
  assert.lengthOf(window.uncaught.splice(0), 1);
});

test("what the page's own objects throw is silent, and the result nothing", async () => {
  const { host } = await running();
  const broken = { get a() { throw new Error("no"); } };
  assert.strictEqual(host.ask("get", [broken, "a"]), undefined);
  assert.strictEqual(host.ask("set", [new Proxy({}, { set() { throw new Error("no"); } }), "a", 1]), undefined);
});

for (const [how, enter] of Object.entries({ call: ({ page }) => page.call(1, 0), attach: ({ page }) => page.call(0, 0), resume: ({ callback }) => callback() })) {
  test(`a program that throws on ${how} is dead: the page is told once, and it isn't entered again`, async () => {
    const { page, program, host, deaths } = await running();
    let callback;
    let entered = 0;
    const trap = () => {
      entered++;
      throw new Error("trap");
    };
    program.onCall = () => (callback = host.callback(trap));
    page.call(9, 0);
    program.onCall = program.onAttach = trap;
    enter({ page, callback });
    assert.deepEqual(deaths.map(String), ["Error: trap"]);
    page.call(2, 0);
    page.call(0, 0);
    callback();
    page.end(9);
    assert.strictEqual(entered, 1);
    assert.lengthOf(deaths, 1);
  });
}

test("a dead program that is still on the stack is unwound at its next step", async () => {
  const asked = [];
  const { page, program, host, deaths } = await running({ functions: { note: (what) => asked.push(what) } });
  program.onCall = ({ id }) => {
    if (id == 2) throw new Error("inner");
    page.call(2, 0);
    host.ask("note", ["after its death"]);
    asked.push("it goes on");
  };
  page.call(1, 0);
  assert.deepEqual([asked, deaths.map(String)], [[], ["Error: inner"]]);
});

test("what the page replaces later isn't used", async () => {
  const parts = await inFrame();
  const { Promise, setTimeout, WebAssembly } = parts.win;
  Object.assign(parts.win, { Promise: undefined, setTimeout: undefined, WebAssembly: undefined, cross: (...args) => window.cross(...args) });
  try {
    const { page } = await running({ parts });
    assert.isFunction(page.call);
  } finally {
    Object.assign(parts.win, { Promise, setTimeout, WebAssembly });
  }
});
