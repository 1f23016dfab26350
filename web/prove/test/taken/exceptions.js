// Where what happens doesn't tell by itself what is right. Each line: a pattern of "what: way", and why.

// Nobody waits there for what becomes of the calls: the SDK alone isn't ready or doesn't answer, and neither do we.
const ENDLESS = [
  [/^Math: /, "the SDK isn't ready"],
  [/^Object\.defineProperty: missing/, "the SDK isn't ready"],
  [/^String\.prototype\.split: /, "the SDK isn't ready"],
  [/^String\.prototype\.(replace: |toLowerCase: missing)/, "the SDK's calls reject; its emitter and its axios are broken"],
  [/^Array\.isArray: /, "the SDK's calls reject"],
  [/^Array\.prototype\.push: /, "the SDK's emitter takes no listener"],
];

// The SDK's own calls that fail don't end there, so the calls are made once they are ours: when the module runs.
const OURS = [[/^Math\.floor: missing/, "axios asks it of each answer, in an event of the request"]];

// Not tried: the SDK turns in a loop without an end there, and the whole suite would stand still; or nothing on the page can go on.
const LOOPS = [
  [/^Promise\.prototype\.(then|catch): /, "nothing that waits goes on, and the suite itself waits"],
  [/^Object\.getPrototypeOf: a stub/, "axios goes up the prototypes"],
  [/^String\.prototype\.indexOf: a stub/, "the SDK's emitter looks for its delimiter"],
];

// Without the SDK, where the script neither does all nor says that it can't.
const ALONE = [
  [/^fetch: /, "looked up at each request, since others replace it: a request fails as one that the network refuses"],
  [/^Object\./, "the script can't begin, as in a browser that is too old for it"],
  [/^Array\.(isArray|prototype\.(find|flatMap|map|push)): /, "the script can't begin"],
  [/^(Document|EventTarget)\.prototype\./, "the script can't begin"],
  [/^RegExp\.prototype\./, "the script can't begin"],
  [/^String\.prototype\./, "texts are read with it everywhere: the script can't begin, or its calls reject"],
  [/^String\.from/, "every text that crosses is made with it"],
  [/^Promise\.(prototype\.|resolve)/, "what every call answers is made of it"],
  [/^(Response|Headers)\.prototype\./, "an answer has come that nobody can read"],
  [/^JSON\.parse: a stub/, "an answer has come that nobody can read"],
  [/^setTimeout: /, "a clock that stands still, as tests have: the module goes on when it ticks"],
];

// The same with the SDK, which makes its requests by XMLHttpRequest.
const WITH_SDK = [
  [/^String\.prototype\.charCodeAt: a stub/, "every text that crosses is read with it"],
  [/^fetch: a stub/, "it takes the request and never says that it didn't"],
  [/^Response\.prototype\.text: /, "an answer has come that nobody can read"],
  [/^Object\.defineProperty: a stub/, "the errors are axios's own, of an instance that it can't make then"],
];

const reasonIn = (list, name) => (list.find(([pattern]) => pattern.test(name)) || [])[1];

export const isEndless = (name) => Boolean(reasonIn(ENDLESS, name));
export const waitsForOurs = (name) => Boolean(reasonIn(OURS, name));
export const loops = (name) => Boolean(reasonIn(LOOPS, name));
export const isExcused = (name) => Boolean(reasonIn(WITH_SDK, name));
export const isExcusedAlone = (name) => Boolean(reasonIn(ALONE, name));
