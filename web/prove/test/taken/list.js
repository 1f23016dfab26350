// Everything of the browser's that the built scripts use: globals by their names, methods as "Array.prototype.push".
import { aloneGround, FILES, ground, played } from "../others/ground.js";
import { namesIn } from "./names.js";

// The page itself, names of Salla's, and the language's words that look like names.
const NOBODYS = /^(window|document|location|undefined|Infinity|Salla|salla|arguments|dataLayer|globalThis)$/;

// The language's own, whose methods are all that have a name of the script's: they can be reached from any value.
const LANGUAGE = ["Object", "Function", "Array", "String", "RegExp", "Promise", "JSON", "Math", "Date", "Error", "WebAssembly"];

const methodsOf = (holder, members) =>
  Object.entries(Object.getOwnPropertyDescriptors(holder)).flatMap(([name, { value }]) => (members.has(name) && typeof value == "function" && name != "constructor" ? name : []));

// Of the browser's interfaces, methods are those that our script was seen to call in this play.
const SPY = `
  window.called = new Set();
  window.spyOn = (label, holder, name) => {
    const own = holder[name];
    holder[name] = function (...args) {
      if (/\\/salla-profile/.test(new Error().stack)) called.add(label + "." + name);
      return Reflect.apply(own, this, args);
    };
  };
  parent.spy(window);`;

export async function listOf() {
  const globals = new Set();
  const members = new Set();
  for (const file of FILES) {
    const names = await namesIn("/dist/" + file);
    for (const name of names.globals) globals.add(name);
    for (const name of names.members) members.add(name);
  }
  window.spy = (win) => {
    for (const name of Object.getOwnPropertyNames(win)) {
      const { value } = Object.getOwnPropertyDescriptor(win, name);
      if (LANGUAGE.includes(name) || typeof value != "function" || !value.prototype) continue;
      for (const method of methodsOf(value.prototype, members)) win.spyOn(name + ".prototype", value.prototype, method);
    }
    for (const method of methodsOf(win.console, members)) win.spyOn("console", win.console, method);
  };
  const methods = new Set();
  for (const name of LANGUAGE) {
    for (const method of methodsOf(window[name], members)) methods.add(name + "." + method);
    for (const method of methodsOf(Object(window[name].prototype), members)) methods.add(name + ".prototype." + method);
  }
  const spied = [ground({ first: SPY, file: FILES[1] }), aloneGround({ first: SPY })];
  for (const page of await Promise.all(spied)) {
    await played(page);
    for (const name of page.win.called) methods.add(name);
  }
  return [...[...globals].filter((name) => !NOBODYS.test(name)), ...methods];
}
