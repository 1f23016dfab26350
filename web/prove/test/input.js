// Calls every kind of method with everything that a theme might pass by mistake. Collects what isn't as the contract has it.
const problems = (seen.problems = []);
seen.tried = 0;

const circle = { first_name: "x" };
circle.self = circle;
const file = new File(["content"], "a.txt", { type: "text/plain" });
const form = new FormData();
form.append("first_name", "Form");
form.append("attachment", file);
const element = document.createElement("form");
element.innerHTML = '<input name="first_name" value="Element"><input name="get" value="1"><input name="tagName"><input name="nodeType">';
const thrower = () => {
  throw new Error("on purpose");
};
const trap = new Proxy({}, { get: thrower, has: thrower, ownKeys: thrower, getPrototypeOf: thrower, getOwnPropertyDescriptor: thrower });
const revoked = Proxy.revocable({}, {});
revoked.revoke();
const frame = document.body.appendChild(document.createElement("iframe"));
const other = frame.contentWindow;
let deep = {};
for (let i = 0; i < 200_000; i++) deep = { deep };
class Custom {
  first_name = "Custom";
}

// What update does with it: "refused" before sending, or "sent" (and whatever the store says).
const payloads = {
  number: [42, "refused"],
  NaN: [NaN, "refused"],
  string: ["first_name=x", "sent"], // a form
  true: [true, "refused"],
  false: [false, "refused"],
  symbol: [Symbol("x"), "refused"],
  BigInt: [10n, "refused"],
  function: [() => {}, "refused"],
  "async function": [async () => {}, "refused"],
  class: [Custom, "refused"],
  array: [[1, 2], "sent"],
  "array of entries": [[["first_name", "x"]], "sent"],
  Date: [new Date(), "sent"],
  Map: [new Map([["first_name", "x"]]), "sent"],
  Promise: [Promise.resolve({}), "sent"],
  Blob: [new Blob(["x"]), "sent"],
  File: [file, "sent"],
  ArrayBuffer: [new ArrayBuffer(8), "sent"],
  window: [window, "refused"],
  document: [document, "sent"],
  div: [document.createElement("div"), "sent"],
  Event: [new Event("submit"), "sent"],
  circular: [circle, "refused"],
  "BigInt member": [{ first_name: "x", n: 1n }, "refused"],
  "throwing getter": [{ get first_name() { throw new Error("on purpose"); } }, "refused"],
  "throwing toJSON": [{ toJSON: thrower }, "refused"],
  "throwing tag": [{ get [Symbol.toStringTag]() { throw new Error("on purpose"); } }, "refused"],
  "throwing Proxy": [trap, "refused"],
  "revoked Proxy": [revoked.proxy, "refused"],
  "too deep": [deep, "refused"],
  undefined: [undefined, "sent"],
  null: [null, "sent"],
  "empty object": [{}, "sent"],
  "null prototype": [Object.assign(Object.create(null), { first_name: "Null" }), "sent"],
  "class instance": [new Custom(), "sent"],
  frozen: [Object.freeze({ first_name: "Frozen" }), "sent"],
  "symbol key": [{ first_name: "Symbol", [Symbol("x")]: 1 }, "sent"],
  "symbol member": [{ first_name: "Symbol", x: Symbol("x") }, "sent"],
  "function member": [{ first_name: "Function", x() {} }, "sent"],
  "undefined member": [{ first_name: "Undefined", x: undefined }, "sent"],
  "members named like methods": [{ first_name: "x", hasOwnProperty: 1, get: 2, then: 3, toString: 4, constructor: 5, ["__proto__"]: 6 }, "sent"],
  "separators": [{ first_name: "a\0b\nc\td\re" }, "sent"],
  "lone surrogate": [{ first_name: "\ud800" }, "sent"],
  "FormData with a file": [form, "sent"],
  "empty FormData": [new FormData(), "sent"],
  URLSearchParams: [new URLSearchParams({ first_name: "Params" }), "sent"],
  "form element": [element, "sent"],
  "another frame's object": [other.eval("({ first_name: 'Frame' })"), "sent"],
  "another frame's array": [other.eval("[]"), "sent"],
};

const settled = (promise) =>
  Promise.race([
    promise.then(
      (body) => ({ body }),
      (error) => ({ error }),
    ),
    // Only for what is never answered: it takes that long on no machine.
    new Promise((resolve) => setTimeout(resolve, 120_000, { silent: true })),
  ]);

const sent = () => seen.requests.filter((request) => request.startsWith("fetch POST")).length;

let gone = false;

async function attempt(name, call, expected) {
  if (problems.length > 20 || gone) return; // the first ones tell
  seen.tried++;
  const before = sent();
  let outcome;
  try {
    const promise = call();
    if (!(promise instanceof Promise)) return problems.push(name + ": no Promise but " + String(promise));
    outcome = await settled(promise);
  } catch (error) {
    return problems.push(name + ": thrown at the caller: " + error);
  }
  const { error, silent } = outcome;
  if (silent) {
    gone = true; // and no other would be
    return problems.push(name + ": never answered");
  }
  const isSent = sent() > before;
  if (isSent !== (expected === "sent")) problems.push(name + (isSent ? ": was sent" : ": wasn't sent: " + error?.message));
  if (error) {
    if (!(error instanceof Error)) problems.push(name + ": not an Error: " + String(error));
    for (const member of ["name", "isAxiosError", "message", "code", "config"]) {
      if (!Object.keys(error).includes(member)) problems.push(name + ": the error has no " + member);
    }
    if (error.name !== "AxiosError" || error.isAxiosError !== true) problems.push(name + ": the error's name is " + error.name);
  }
  if (expected === "refused") {
    const fields = error?.response?.data?.error?.fields;
    if (error?.code !== "ERR_VALIDATION" || error.local !== true) problems.push(name + ": refused as " + error?.code);
    if (error?.response?.status !== 422 || !fields || !Object.values(fields).every((texts) => [texts].flat()[0])) {
      problems.push(name + ": without a 422's fields");
    }
  }
  if (expected === "sent" && error && !error.response) problems.push(name + ": sent, but " + error.message);

  // The next call works.
  const next = "Next " + seen.tried;
  const body = await settled(salla.profile.update({ first_name: next }));
  if (body.body?.data?.first_name !== next) problems.push(name + ": the next call gave " + (body.error ?? JSON.stringify(body)));
}

for (const [name, [payload, expected]] of Object.entries(payloads)) {
  await attempt("update " + name, () => salla.profile.update(payload), expected);
}
for (const [name, [payload, expected]] of Object.entries(payloads)) {
  if (expected === "sent") continue;
  await attempt("updateContacts " + name, () => salla.profile.updateContacts(payload), "refused");
  // verify takes a code as text, as long as there is one.
  await attempt("verify " + name, () => salla.profile.verify(payload), typeof payload == "number" ? "sent" : "refused");
}
await attempt("verify text", () => salla.profile.verify("1234"), "sent");

// The last argument.
const options = {
  number: 42,
  string: "x",
  function: thrower,
  array: [],
  null: null,
  BigInt: 10n,
  symbol: Symbol("x"),
  "BigInt members": { signal: 1n, timeout: 1n, headers: 1n },
  "symbol members": { signal: Symbol("x"), timeout: Symbol("x"), headers: Symbol("x") },
  "throwing Proxy": trap,
  "throwing getters": { get signal() { throw 1; }, get timeout() { throw 2; }, get headers() { throw 3; } },
  "wrong types": { signal: 1, timeout: "soon", headers: 7 },
  "odd numbers": { timeout: NaN },
  "negative timeout": { timeout: -1 },
  "a signal that isn't one": { signal: {} },
  "throwing headers": { headers: trap },
  "null headers": { headers: null },
};
for (const [name, option] of Object.entries(options)) {
  await attempt("options " + name, () => salla.profile.update({ first_name: "x" }, option), "sent");
}

// The data requests make their body themselves; what they can't send is refused, the rest is the store's to judge.
const types = {
  undefined: [undefined, "sent"],
  null: [null, "sent"],
  number: [7, "sent"],
  BigInt: [7n, "refused"],
  circular: [circle, "refused"],
  "throwing toJSON": [{ toJSON: thrower }, "refused"],
  "throwing Proxy": [trap, "refused"],
};
for (const [name, [type, expected]] of Object.entries(types)) {
  await attempt("initiateDeleteRequest " + name, () => salla.profile.initiateDeleteRequest(type), expected);
  await attempt("verifyDeleteRequest of " + name, () => salla.profile.verifyDeleteRequest({ type, code: type }), expected);
}
for (const argument of [undefined, null]) {
  await attempt("verifyDeleteRequest " + argument, () => salla.profile.verifyDeleteRequest(argument), "refused");
}
for (const [name, argument] of Object.entries({ number: 7, BigInt: 7n, "throwing Proxy": trap })) {
  await attempt("verifyDeleteRequest " + name, () => salla.profile.verifyDeleteRequest(argument), "refused");
}
{
  await attempt("verifyDeleteRequest string", () => salla.profile.verifyDeleteRequest("x"), "sent");
}
