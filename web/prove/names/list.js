// Prints the names of a tree's page tests and parity scenarios, one a line. Run by Node in a copy of the tree: the files are
// imported with a stand-in for the browser, so that they name their tests, and none of these runs.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";

const anything = new Proxy(function () {}, {
  get: (_, key) => (key == "then" ? undefined : key == Symbol.toPrimitive ? () => "" : key == Symbol.iterator ? () => [].values() : anything),
  set: () => true,
  apply: () => anything,
  construct: () => anything,
});

const [root] = process.argv.slice(2);
const load = (...path) => import(pathToFileURL(join(root, ...path)));
let suite;
Object.assign(globalThis, {
  anything,
  window: globalThis,
  document: anything,
  mocha: anything,
  addEventListener: () => {},
  fetch: async () => anything,
  location: { origin: "ORIGIN", search: "?file&only=\0" }, // a suite that begins to run has nothing to do
  afterEach: () => {},
  it: (name) => console.log(suite + "/" + name),
});

// A suite that names its tests by what its browser has, and newer than every tree that is compared.
const unnamed = "taken";

const folder = (...path) => readdirSync(join(root, ...path), { withFileTypes: true });
for (const prove of ["web", "web/prove"]) {
  if (!existsSync(join(root, prove, "test"))) continue; // the other tree's place
  for (const { name } of folder(prove, "test")) {
    if (name == unnamed || !existsSync(join(root, prove, "test", name, "run.js"))) continue;
    suite = name;
    await load(prove, "test", name, "run.js");
  }
  if (existsSync(join(root, prove, "page", "run.js"))) {
    suite = "page";
    await load(prove, "page", "run.js");
  }
  for (const { name } of folder(prove, "parity", "scenarios")) {
    const { default: scenarios } = await load(prove, "parity", "scenarios", name);
    for (const [scenario, { cases = {} }] of Object.entries(scenarios)) {
      const title = `parity/${name.replace(".js", "")}: ${scenario}`;
      console.log([title, ...Object.keys(cases).map((one) => `${title}: ${one}`)].join("\n"));
    }
  }
}
process.exit(); // whatever the stand-in has kept waiting
