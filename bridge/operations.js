// The page's end of operation.go: what the rules of salla.profile ask of the page, besides bridge/js/host.js.
import { failure as errorOf } from "./failure.js";
import { createKeepalive, fetchAnswer } from "./fetch.js";
import { formText as textOfForm, toMultipart } from "./payload.js";
import { linesOf, objectOf, textOf, walk } from "./js/read.js";
import { requestBySDK } from "./sdk.js";

// The entries of one FormData or URLSearchParams, to another.
const append = (_, target, source) => {
  for (const [name, value] of source) target.append(name, value);
};

const multipart = (_, value) => toMultipart(value);

const formText = (_, form) => textOfForm(form);

const failure = (_, members) => errorOf(members);

// An object of what is found in source. A line is "name\tpath", or with "\tpath" again: both as one text; or "name" for
// one of the other values in turn.
const pick = (lines, source, ...values) => {
  const made = {};
  const find = ([keys]) => walk(source, keys);
  for (const [[[name]], path, more] of linesOf(lines)) {
    made[name] = more ? textOf(find(path)) + textOf(find(more)) : path ? find(path) : values.shift();
  }
  return made;
};

/**
 * keeps(signal): whether what is sent now has to outlive the page, or might have to.
 * program: { after, callback, announced, settle }, see wasm_exec.js.
 */
export const createOperations = (keeps, program) => {
  const decide = createKeepalive(keeps);

  // The text is the timeout, the URL, the method and the lines of the headers. Goes on at a slot of the program's with what
  // fetchAnswer says.
  const send = (text, body, signal, may, slot) => {
    const [timeout, url, method, ...headers] = text.split("\n");
    const withKeepalive = decide(may, signal);
    const init = { method, headers: objectOf(headers.join("\n")), body, signal };
    program.after(fetchAnswer(url, init, +timeout, withKeepalive), slot);
  };

  // An outcome, by a dispatcher of salla.event.profile. Should the program die before it has settled the promise as well,
  // this was the call's outcome.
  const announce = (dispatcher, value) => {
    program.announced(value);
    window.salla.event.profile[dispatcher](value);
  };

  // The text is the URL and the verb. Goes on with 3 and the answer's body, or with 2 where it failed; then with 1 and the
  // body, or with 0 and the error.
  const request = (text, payload, body, options, may, slot) => {
    const decideFor = (byFetch) => decide(may && byFetch, options.signal);
    program.after(requestBySDK(text.split("\n"), payload, body, options, decideFor, program.callback(slot)), slot);
  };

  const settle = (_, id, ok, value) => program.settle(id, ok, value);

  return {
    values: [append, multipart, formText, failure, pick, send, announce, request, settle],
  };
};
