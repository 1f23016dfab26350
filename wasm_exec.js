// How a Go program runs on somebody else's page. What a guest owes its host:
//   - its room: it sees what it is lent, and leaves nothing on the window (bridge/cross_*.js, one for each compiler);
//   - the guard: Go can't catch a JavaScript exception (TinyGo has no recover, and a getter that
//     throws escapes safejs), so everything that may throw is done by a function that tries;
//   - the containment: if the program dies, its open calls reject, and a fresh one takes over.
import cross from "compiler:cross";

// A program that dies this often is not started again.
const MAX_DEATHS = 3;

// Goes on in a task of its own, so that the page can do something between ours; after so many milliseconds.
export const task = (value, ms) => new Promise((resolve) => setTimeout(resolve, ms, value));

const hide = (object, members) => {
  for (const name in members) Object.defineProperty(object, name, { value: members[name] });
};

/** The shape of every error that a call rejects with: an Error whose members are its own and enumerable. */
export function failure(members) {
  const known = { name: "AxiosError", isAxiosError: true, status: undefined, response: undefined, config: undefined, request: undefined };
  const all = Object.assign(known, members);
  const error = new Error(all.message);
  delete error.message; // its own isn't enumerable
  Object.assign(error, all);
  // What handlers use of axios's.
  const { name, message, code, status, config, stack } = error;
  hide(error, { toJSON: () => ({ name, message, code, status, config, stack }) });
  const headers = walk(all, ["response", "headers"]);
  if (headers) hide(headers, { get: (name) => headers[name.toLowerCase()], has: (name) => name.toLowerCase() in headers });
  return error;
}

// Lists cross as text: items end with \n, answers with \0, both of which no header or URL can hold
// (where one does, \r keeps it just as invalid without shifting its neighbours; so does a tab in a name).
const clean = (value) => String(value).replace(/[\0\n]/g, "\r");

const flat = (value) => {
  if (value == null || value === false) return "";
  if (typeof value != "object") return clean(value);
  const sent = ([name, member]) => (member == null || member === false ? [] : [name.replace(/\t/g, "\r"), member]);
  const items = Array.isArray(value) ? value : Object.entries(value).flatMap(sent);
  return items.map(clean).join("\n");
};

// What an operation answers where the page has no such function.
const MISSING = {};

const { toString } = Object.prototype;

const isFile = (value) => typeof value == "object" && /(File|Blob)\]$/.test(toString.call(value));
// Stands for a file while the rest of an object is made JSON.
const FILE = "\0file";

const textOf = (value) => (/^(str|num|boo)/.test(typeof value) ? String(value) : "");

// The function, with its last answers kept: what Go asks for is mostly the same.
const remembering = (make) => {
  const known = new Map();
  return (text) => {
    let made = known.get(text);
    if (!made) {
      if (known.size > 199) known.clear();
      known.set(text, (made = make(text)));
    }
    return made;
  };
};
const keysOf = remembering((path) => path.split("."));
// Lines of paths with tabs between; behind a path and a space may stand an argument.
const linesOf = remembering((lines) =>
  lines.split("\n").map((line) => line.split("\t").map((item) => item.split(" ").map((part, i) => (i ? part : part.split("."))))),
);

// The SDK spreads answers and errors into dataLayer, where every script reads them: what the request was authorized by
// is left out of both, and so are headers that weren't sent. (A Request tells its headers, an XMLHttpRequest doesn't.)
const withoutToken = (outcome) => {
  const headers = walk(outcome, ["config", "headers"]);
  for (const name of Object.keys(headers || {})) {
    if (headers[name] == null || /^authorization$/i.test(name)) Reflect.deleteProperty(headers, name);
  }
  for (const holder of [outcome, walk(outcome, ["response"])]) {
    if (walk(holder, ["request", "headers"])) Reflect.set(holder, "request", { responseURL: holder.request.url });
  }
  return outcome;
};

// axios's error as it is by XMLHttpRequest, which is what handlers know.
const asByXHR = (error, signal) => {
  if (!error || !error.isAxiosError) return error;
  const { name, code, config, response, cause } = error;
  // axios 1.13 wraps the error of an answer, and loses the answer before it is read.
  if (!response && cause && cause.response) {
    try {
      cause.response.data = JSON.parse(cause.response.data);
    } catch (_) {} // text
    return withoutToken(cause);
  }
  if (code == "ETIMEDOUT" && !walk(config, ["transitional", "clarifyTimeoutError"])) error.code = "ECONNABORTED";
  // The same error once more, with a request that tells its headers.
  if (cause && cause.isAxiosError) error.cause = undefined;
  if (code == "ERR_CANCELED" && signal) error.cause = signal.reason;
  // Made of what fetch threw: it was given up while the body came (DOMException.ABORT_ERR), it refuses a header, or the
  // answer breaks off.
  if (code == 20 || (name != "AxiosError" && !code && !response)) {
    const network = { code: "ERR_NETWORK", message: "Network Error", cause: cause || new Error(error.message) };
    const late = { code: "ECONNABORTED", message: `timeout of ${config.timeout}ms exceeded` };
    const canceled = { name: "CanceledError", code: "ERR_CANCELED", message: "canceled", cause: signal && signal.reason };
    Object.assign(error, { name: "AxiosError" }, signal && signal.aborted ? canceled : code ? late : network);
  }
  return error;
};

// What is found; undefined where a step is missing.
export const walk = (root, keys) => keys.reduce((value, key) => (value == null ? undefined : value[key]), root);
// Calls the function that is found, on the object that holds it; another value is passed to otherwise.
const call = (root, keys, args, otherwise) => {
  const self = walk(root, keys.slice(0, -1));
  const fn = walk(self, keys.slice(-1));
  return typeof fn == "function" ? Reflect.apply(fn, self, args) : otherwise(fn);
};

// What a Go program may ask of the page, by the numbers in bridge/host.go. A value crosses as a number: its
// place in `values`, and its kind in the last three bits (bridge/value.go). What a call brings or makes
// stays in its place until the call is over; so nothing is left to a garbage collector that can't see both
// sides.
const KINDS = { number: 4, string: 5, object: 6, function: 7 };

const createOperations = ({ keeps }, program) => {
  const at = program.at;
  // Asks with keepalive where that is wanted and small enough. Of it the browser allows so much to all scripts together,
  // and refuses at once what is more: that is asked without. What the network has failed at the store may have: nothing is
  // sent twice. They look alike, but a refusal is a task of the page's own, and so is the event of an element. One that is
  // queued behind the request comes after a refusal, and before whatever the browser hears of the network (timers and
  // messages may come before the first and behind the second: WebKit, Chromium and Firefox were asked).
  const keeping = (kept, ask) => {
    if (!kept) return ask(false);
    let sent;
    const queue = async () => {
      for (let i = 0; i < 99; i++) await 0; // an axios calls fetch some microtasks later
      const details = document.createElement("details");
      details.ontoggle = () => (sent = true);
      details.open = true;
    };
    const settled = new Promise((resolve, reject) => {
      // WebKit never settles it for a page that was left and came back.
      const back = ({ persisted }) =>
        persisted && !window.fetchLater && reject(failure({ message: "Network Error", code: "ERR_NETWORK" }));
      window.addEventListener("pageshow", back);
      ask(true)
        .then(resolve, reject)
        .then(() => window.removeEventListener("pageshow", back));
    });
    queue();
    return settled.catch((error) => {
      if (sent || !(error instanceof TypeError || Object(error).code == "ERR_NETWORK")) throw error;
      return ask(false);
    });
  };
  const args = (numbers) => {
    const list = numbers.map(at);
    while (list.length && list[list.length - 1] === undefined) list.pop();
    return list;
  };
  // An object of lines: "name\ttext", or "name" for one of the values in turn; undefined is left out.
  const objectOf = (lines, ...rest) => {
    const made = {};
    for (const line of lines.split("\n")) {
      const tab = line.indexOf("\t");
      const value = tab < 0 ? at(rest.shift()) : line.slice(tab + 1);
      if (value !== undefined) made[tab < 0 ? line : line.slice(0, tab)] = value;
    }
    return made;
  };
  const requestBySDK = async ([url, verb], payload, body, options, small, tell) => {
    const { api } = window.salla;
    const { axios } = api;
    // An adapter that somebody has put in place of the standard ones is left.
    const byFetch = [].concat(axios.defaults.adapter).includes("fetch");
    const kept = small && byFetch && keeps(options.signal); // now: it may be for the event that the page is in
    const at = verb == "post" ? 2 : 1; // where axios takes its configuration
    let failed;
    const landed = (...how) => {
      if (tell) tell(...how);
      tell = 0; // once
    };
    const send = (...args) =>
      keeping(kept, async (keepalive) => {
        const config = Object.assign({}, args[at], options);
        if (byFetch) config.adapter = "fetch";
        if (keepalive) config.fetchOptions = { keepalive };
        // By XMLHttpRequest axios takes it away, by fetch it doesn't.
        if (body === undefined) config.headers = Object.assign({}, config.headers, { "Content-Type": null });
        return axios[verb](args[0], ...(at > 1 ? [body] : []), config);
      }).then(withoutToken, (error) => {
        landed(2);
        throw (failed = asByXHR(withoutToken(error), options.signal));
      });
    const react = (answer) => {
      landed(3, answer);
      try {
        api.handleAfterResponseActions(answer);
      } catch (_) {} // a listener's: it makes no failure of an answer
    };
    const self = Object.create(api, {
      axios: { value: Object.create(axios, { [verb]: { value: send } }) },
      handleAfterResponseActions: { value: react },
    });
    try {
      const value = await Reflect.apply(api.request, self, [url, payload, verb, {}]);
      landed(3, value); // at the latest: a page may have a request of its own
      return [1, value];
    } catch (error) {
      landed(2);
      throw failed || error; // a listener may have thrown its own
    }
  };
  return {
    // These answer a value.
    values: [
      // get: the member of root at the dotted path; undefined where a step is missing.
      (path, root) => walk(at(root), keysOf(path)),
      // set: a member of root.
      (key, root, value) => {
        at(root)[key] = at(value);
      },
      // call: the function at the dotted path, on the object that holds it.
      // Missing is not thrown: an error notes the stack, which takes longer than many a call.
      (path, root, ...rest) => call(at(root), keysOf(path), args(rest), () => MISSING),
      // make: new path(argument).
      (path, root, ...rest) => Reflect.construct(walk(at(root), keysOf(path)), args(rest)),
      // string, number: themselves.
      (text) => text,
      (_, number) => number,
      // object: of lines.
      objectOf,
      // entries: key, value, key, value, … of an object.
      (_, value) => Object.entries(at(value)).flat(),
      // append: the entries of one FormData or URLSearchParams to another.
      (_, target, source) => {
        for (const [name, value] of at(source)) at(target).append(name, value);
      },
      // json: the text; null where there is a file inside, which JSON would lose; an error where it can't be.
      (_, value) => {
        let file = false;
        try {
          const text = JSON.stringify(at(value), (_, member) => {
            if (isFile(member)) file = true;
            return member;
          });
          return file ? null : text;
        } catch (error) {
          return Object(error);
        }
      },
      // multipart: FormData of an object with files inside. What isn't a file arrives as JSON would have had it; nested
      // members are named a[b], as PHP and axios have it.
      (_, value) => {
        const form = new FormData();
        const files = []; // by the place that stands in the JSON for each
        const append = (name, member) => {
          if (!member || typeof member != "object") form.append(name, member == null ? "" : member);
          else if (FILE in member) form.append(name, files[member[FILE]]);
          else for (const key of Object.keys(member)) append(name ? `${name}[${key}]` : key, member[key]);
        };
        append("", JSON.parse(JSON.stringify(at(value), (_, member) => (isFile(member) ? { [FILE]: files.push(member) - 1 } : member))));
        return form;
      },
      // fields: the entries of FormData as text, to tell forms apart; null where there is a file. (A file
      // input without a file gives an empty one without a name.)
      (_, form) => {
        const items = [...at(form)].flat().map((item) => (item.size === 0 && !item.name ? "" : item));
        return items.every((item) => typeof item == "string") ? JSON.stringify(items) : null;
      },
      // any: whether at one of the dotted paths is something that isn't falsy.
      (paths, root) => linesOf(paths).some(([[keys]]) => walk(at(root), keys)),
      // failure: the error with these members.
      (_, members) => failure(at(members)),
      // pick: an object of what is found in source. A line is "name\tpath", or with "\tpath" again: both as one text;
      // or "name" for one of the other values in turn.
      (lines, source, ...rest) => {
        const made = {};
        const find = ([keys]) => walk(at(source), keys);
        for (const [[[name]], path, more] of linesOf(lines)) {
          made[name] = more ? textOf(find(path)) + textOf(find(more)) : path ? find(path) : at(rest.shift());
        }
        return made;
      },
      // send: fetch; the text is the URL, the method and the lines of the headers. small: keepalive may be asked for.
      // Goes on at a slot of the program's with the status, the body, parsed where it is JSON, and the response; without
      // a response where there is none.
      (text, body, signal, small, slot) => {
        const answer = async () => {
          const { fetch } = window;
          const [url, method] = text.split("\n", 2);
          const headers = objectOf(text.slice(url.length + method.length + 2));
          const aborter = at(signal);
          const kept = at(small) && keeps(aborter);
          // Not at once: the browser notes the stack of a request, which is long where Go is on it.
          await undefined;
          if (aborter && aborter.aborted) throw aborter;
          return keeping(kept, async (keepalive) => {
            const response = await Reflect.apply(fetch, window, [url, { method, headers, body: at(body), signal: aborter, keepalive }]);
            let got = await response.text();
            try {
              got = JSON.parse(got);
            } catch (_) {} // text
            return [response.status | 0, got, response];
          });
        };
        program.then(answer(), slot);
      },
      // announce: an outcome, by a dispatcher of salla.event.profile. Should the program die before it has
      // settled the promise as well, this was the call's outcome.
      (dispatcher, value) => {
        program.announced(at(value));
        window.salla.event.profile[dispatcher](at(value));
      },
      // request: by the SDK, as its own methods do it (salla.api.request), so whatever was done to its axios counts, and
      // all that follows on an answer is the SDK's. Ours are the body, the options and that it goes by fetch. The text is
      // the URL and the verb; payload is what the theme passed. Goes on with 3 and the answer's body, or with 2 where it
      // failed, before anything follows on that; then with 1 and the body, or with 0 and the error.
      (text, payload, body, options, small, slot) =>
        program.then(requestBySDK(text.split("\n"), at(payload), at(body), at(options), at(small), program.callback(slot)), slot),
      // then: goes on at a slot of the program's when the promise settles: with 1 and the value, or with 0 and the reason.
      // (A thenable of the page's may call back twice.)
      (_, promise, slot) => program.then(Promise.resolve(at(promise)).then((value) => [1, value]), slot),
      // callback: a function of the page's that goes on at a slot of the program's. What it is called with stays outside:
      // a theme's signal may call it with anything.
      (_, slot) => {
        const go = program.callback(slot);
        return () => go(1);
      },
      // settle: the promise of a call.
      (_, id, ok, value) => program.settle(id, at(ok), at(value)),
    ],
    // These answer a number itself.
    numbers: [
      // integer: the number at the dotted path, 0 for anything else.
      (path, root) => Math.min(Math.max(Math.trunc(walk(at(root), keysOf(path))) || 0, 0), 0x7fffffff),
      // class: the place, in the dotted list, of what Object.prototype.toString says; -1 for another.
      (names, value) => keysOf(names).indexOf(toString.call(at(value)).slice(8, -1)),
    ],
    // These answer a text.
    texts: [
      // text: of the string, number or boolean at the dotted path ("": root itself).
      (path, root) => textOf(path ? walk(at(root), keysOf(path)) : at(root)),
      // all: many answers in one crossing. A line is "path" or "path argument"; functions are called; what
      // throws or is missing answers "".
      (lines, root) =>
        linesOf(lines)
          .map(([[keys, ...args]]) => {
            try {
              return flat(call(at(root), keys, args, (found) => found));
            } catch {
              return "";
            }
          })
          .join("\0"),
    ],
  };
};

/**
 * A Go program as seen from the page.
 *
 * page: { open(), keeps(signal), lent, fallback(name, args, reason), failed(name, error), stopped(reason) }
 *   open      how far the page is: 0, nobody can serve a call; 1, the SDK was created; 2, it is ready, or the
 *             page configured. A call made at 0 waits for 2, later ones go at once, as the SDK's do
 *   keeps     whether what is sent now, and given up by the signal, has to outlive the page, or might have to
 *   lent      what js.Global().page is: the only things of the page that Go starts with
 *   fallback  serves a call where the program can't run (answers or throws)
 *   failed    announces the failure of a call that died with the program, or was given up before it ran; answers
 *             what the call resolves to nevertheless, if anything
 *   stopped   hears that nothing will run any more
 */
export function createProgram(page, names) {
  const calls = new Map(); // id -> {name, args, resolve, reject, sent}
  let waiting = []; // ids of those that have not been sent, in order
  let lastId = 0;
  let deaths = 0;
  let module;
  let instance; // the running one
  let stopped; // the reason, once nothing will run any more

  function run() {
    let entry, go;
    let dead = false;

    const values = [window, page.lent];
    const free = [];
    let depth = 0;
    let scope; // of the call that the program is busy with: {places, waits, over}
    const ended = [];
    const put = (value) => {
      if (value == null) return value === undefined ? 0 : 1;
      if (typeof value == "boolean") return value ? 3 : 2;
      const place = free.length ? free.pop() : values.length;
      values[place] = value;
      scope.places.push(place);
      return place * 8 + (KINDS[typeof value] || 6);
    };
    const at = (number) => ((number & 7) > 3 ? values[number >> 3] : [undefined, null, false, true][number & 7]);

    const die = (reason) => {
      if (dead) return;
      dead = true;
      if (instance == self) instance = undefined;
      died(reason, (id) => walk(scopes.get(id), ["announced"]));
    };
    // Everything that enters the program does so in the scope of a call; what it leaves is freed when the
    // call has been settled, nothing continues it, and the program is off the stack.
    const enter = (next, id, what, first, second) => {
      if (dead) return;
      const before = scope;
      scope = next;
      depth++;
      try {
        entry(id, what, put(first), put(second));
      } catch (error) {
        die(error);
      }
      depth--;
      scope = before;
      if (!dead && go.exited) die(new Error("the Go program ended"));
      if (!depth) {
        for (const done of ended.splice(0)) {
          if (done.waits) continue; // comes again
          for (const place of done.places.splice(0)) {
            values[place] = undefined;
            free.push(place);
          }
        }
      }
    };
    const leave = (scope) => scope.over && !scope.waits && ended.push(scope);
    const scopes = new Map(); // by the id of the call
    const open = (over) => ({ places: [], waits: 0, over });
    const self = {
      call(id, what, args) {
        const next = open(false);
        scopes.set(id, next);
        enter(next, id, what, ...args);
      },
      attach() {
        const next = open(true);
        ended.push(next);
        enter(next, 0, 0);
      },
    };
    const { values: answers, numbers, texts } = createOperations(page, {
      at,
      then(promise, slot) {
        const mine = scope;
        mine.waits++;
        const go = (got) => {
          mine.waits--;
          leave(mine);
          enter(mine, -slot, ...got);
        };
        promise.then(go, (reason) => go([0, reason]));
      },
      callback(slot) {
        const mine = scope;
        return (what, value) => {
          if (!mine.over) enter(mine, -slot, what, value);
        };
      },
      announced(value) {
        scope.announced = { value };
      },
      settle(id, ok, value) {
        const mine = scopes.get(id);
        scopes.delete(id);
        mine.over = true;
        leave(mine);
        const call = calls.get(id);
        calls.delete(id);
        if (call) ok ? call.resolve(value) : call.reject(value);
      },
    });
    // A dead program that is still on the stack is unwound at its next step.
    const living = () => {
      if (dead) throw new Error("dead");
    };
    const host = {
      start: (fn) => (entry = fn),
      do(operation, text, ...rest) {
        living();
        try {
          const answer = answers[operation];
          if (!answer) return numbers[operation - answers.length](text, ...rest);
          const value = answer(text, ...rest);
          return value === MISSING ? -1 : put(value);
        } catch {
          return -1;
        }
      },
      tell(operation, text, root) {
        living();
        try {
          return texts[operation](text, root);
        } catch {
          return "";
        }
      },
    };
    go = cross(host);
    return WebAssembly.instantiate(module, go.importObject).then(task).then((wasm) => {
      scope = open(true); // of the start, which stays
      // run() resolves when the program ends (standard Go) or has been initialised (TinyGo).
      const ended = go.run(wasm);
      return Promise.race([ended, Promise.resolve()]).then(() => {
        if (!entry || go.exited) throw new Error("the Go program did not start");
        ended.catch(die);
        instance = self;
      });
    });
  }

  const send = (id, call) => {
    call.sent = true;
    instance.call(id, names.indexOf(call.name), call.args);
  };

  const flush = () => {
    const before = waiting;
    waiting = [];
    for (const id of before) {
      const call = calls.get(id);
      if (!call) continue;
      if (instance && page.open() >= call.needs) send(id, call);
      else waiting.push(id);
    }
  };

  const fail = (call, members) => {
    const error = failure(members);
    const instead = page.failed(call.name, error);
    instead ? call.resolve(instead) : call.reject(error);
  };

  function died(reason, announced) {
    deaths++;
    for (const [id, call] of calls) {
      if (!call.sent) continue;
      calls.delete(id);
      const outcome = announced(id);
      if (outcome) {
        outcome.value instanceof Error ? call.reject(outcome.value) : call.resolve(outcome.value);
        continue;
      }
      fail(call, { message: "salla-profile stopped: " + reason, code: "ERR_RUNTIME", cause: reason });
    }
    const again = deaths < MAX_DEATHS;
    if (again) run().then(flush, stop);
    else stop(reason);
    console.warn("salla-profile: " + reason + (again ? "; starting afresh" : "; giving up")); // last: it is the page's
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

  // A call that waits can be given up like one that was sent.
  const limit = (id, call, { signal, timeout }) => {
    const giveUp = (members) => {
      if (call.sent || !calls.delete(id)) return;
      fail(call, members);
    };
    const cancel = () => giveUp({ name: "CanceledError", code: "ERR_CANCELED", message: "canceled", cause: signal.reason });
    const longest = 0x7fffffff; // a timer for longer than that fires at once
    if (timeout > 0) setTimeout(giveUp, Math.min(timeout, longest), { code: "ECONNABORTED", message: `timeout of ${timeout}ms exceeded` });
    if (signal) signal.aborted ? cancel() : signal.addEventListener("abort", cancel);
  };

  return {
    /** Runs the compiled module; resolves when calls are served. */
    start(compiled) {
      module = compiled;
      return run().then(flush);
    },
    /** Tells the program that the SDK was created or the page configured. */
    attach() {
      if (instance) instance.attach();
      flush();
    },
    /** Sends what has waited for the page. */
    flush,
    /** Whether calls wait. */
    waits: () => waiting.length > 0,
    /** Nothing will run: calls are served by page.fallback from now on. */
    stop,
    /** Calls a method of the program; waits for it to run. Always a promise, settled once. */
    call: (name, args, options) =>
      new Promise((resolve, reject) => {
        const call = { name, args, resolve, reject, needs: page.open() || 2 };
        if (stopped) return serve(call);
        const id = ++lastId;
        calls.set(id, call);
        waiting.push(id);
        flush();
        try {
          if (!call.sent) limit(id, call, options);
        } catch {} // no options, or broken ones
      }),
  };
}
