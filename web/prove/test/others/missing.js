// What a page takes of the browser's from the script, one at a time: each method answers a promise, and what the SDK alone sends there is sent.
import { namesIn } from "./names.js";
import { assert } from "./from.js";
import { FILES, aloneGround, ground, played } from "./ground.js";

// The page itself; and what a page without it has no SDK, nor anything else.
const NOBODYS = /^(window|document|location|undefined|Object|Array|String|Function|Symbol|Infinity|NaN|Salla|salla|top|dataLayer|mozInnerScreenX)$/;

const { globals, members } = await namesIn("/dist/" + FILES[0]);
const names = globals.filter((name) => !NOBODYS.test(name));

const WAYS = {
  missing: (name) => `try { delete window.${name}; } catch (_) {} if ("${name}" in window) Object.defineProperty(window, "${name}", { value: undefined, configurable: true, writable: true });`,
  "a stub": (name) => `Object.defineProperty(window, "${name}", { value: typeof ${name} == "function" ? function () {} : {}, configurable: true, writable: true });`,
  "the theme's own": (name) => `Object.defineProperty(window, "${name}", { value: { score: 5 }, configurable: true, writable: true });`,
};

// Of a prototype, or of an object with functions.
const HOLDERS = ["Array.prototype", "String.prototype", "RegExp.prototype", "Function.prototype", "Promise.prototype", "Object", "Array", "JSON", "String", "Math", "Date", "WebAssembly", "Promise",
  "Object.prototype", "Storage.prototype", "EventTarget.prototype", "Document.prototype", "HTMLAnchorElement.prototype", "HTMLElement.prototype", "Element.prototype", "FormData.prototype",
  "URLSearchParams.prototype", "Headers.prototype", "Response.prototype", "AbortController.prototype", "AbortSignal.prototype", "PerformanceObserver.prototype", "Performance.prototype", "performance", "console", "CustomEvent.prototype"];

const PARTS = {
  missing: (holder, name) => `delete ${holder}.${name}; if ("${name}" in ${holder}) ${holder}.${name} = undefined;`,
  "a stub": (holder, name) => `Object.defineProperty(${holder}, "${name}", { value: function () {}, configurable: true, writable: true });`,
};

const partsOf = (holder) => {
  const object = holder.split(".").reduce((value, key) => value[key], window);
  return members.filter((name) => {
    const { value, get } = Object.getOwnPropertyDescriptor(object, name) || {};
    return (typeof value == "function" || get) && name != "constructor";
  });
};

const within = (promise) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, 4000, { hangs: true }))]).catch((error) => ({ error: String(error) }));

const sent = (result) => (result.requests || []).map(({ method, path, body }) => `${method} ${path} ${body}`).join("\n");
const kinds = (result) => (result.outcomes ? result.outcomes.map(({ is }) => is).join() : JSON.stringify(result));

/** Undefined, or what is wrong. */
async function compared(change) {
  const [alone, standalone, ...ours] = await Promise.all([
    within(ground({ between: change }).then((page) => played(page))),
    within(aloneGround({ between: change }).then((page) => played(page))),
    ...FILES.map((file) => within(ground({ between: change, file }).then((page) => played(page)))),
  ]);
  for (const frame of document.querySelectorAll("iframe")) frame.remove();
  const wrong = [];
  const works = kinds(alone) == "resolved,rejected,resolved,resolved";
  ours.forEach((result, i) => {
    if (works && kinds(result) != kinds(alone)) wrong.push(`${FILES[i]}: ${kinds(result)}`);
    else if (works && sent(result) != sent(alone)) wrong.push(`${FILES[i]} sent ${sent(result)}`);
  });
  if (kinds(standalone) != "resolved,rejected,resolved,resolved") wrong.push("without the SDK: " + kinds(standalone));
  return wrong.length ? wrong.join("\n") + (works ? "" : "\n(the SDK alone: " + kinds(alone) + ")") : undefined;
}

for (const [way, change] of Object.entries(WAYS)) {
  for (const name of names) it(`${name}: ${way}`, async () => assert.isUndefined(await compared(change(name))));
}
for (const [way, change] of Object.entries(PARTS)) {
  for (const holder of HOLDERS) {
    for (const name of partsOf(holder)) it(`${holder}.${name}: ${way}`, async () => assert.isUndefined(await compared(change(holder, name))));
  }
}
