// A built script, as themes paste it into a page, a template or another file: node paste.mjs what script. Fails with a message.
import { parse } from "acorn";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [what, file] = process.argv.slice(2);
const script = readFileSync(file, "utf8");
const require = createRequire(import.meta.url);

// As the module is in the script: one text, evaluated.
const moduleOf = (code) => {
  const texts = [];
  parse(code, { ecmaVersion: 2020, onToken: ({ type, value }) => type.label == "string" && value.length > 10_000 && texts.push(value) });
  if (texts.length != 1) throw new Error(`the module is in the script ${texts.length} times`);
  return texts[0];
};

const page = `<!doctype html><title>A page</title><p>before</p><script>${script}</script><p>after</p>`;

// Templates that show what they are given to {{ }}, and what is between.
const templates = {
  async twig() {
    return require("twig").twig({ data: page, rethrow: true }).render({});
  },
  async liquid() {
    const { Liquid } = require("liquidjs");
    return new Liquid().parseAndRender(page, {});
  },
  async nunjucks() {
    return require("nunjucks").renderString(page, {});
  },
  async ejs() {
    const ejs = await import("ejs");
    return (ejs.render ?? ejs.default.render)(page, {});
  },
};

const minifiers = {
  terser: async () => (await require("terser").minify(script)).code,
  swc: async () => (await require("@swc/core").minify(script, { compress: true, mangle: true })).code,
  uglify: async () => require("uglify-js").minify(script).code,
  closure: async () => execFileSync(process.execPath, [require.resolve("google-closure-compiler/cli.js"), "--js", file], { encoding: "utf8", maxBuffer: 1e8 }),
};

const html = async () => {
  const { minify } = require("html-minifier-terser");
  const fragments = [/<%[\s\S]*?%>/, /<\?[\s\S]*?\?>/, /{{[\s\S]*?}}/, /{%[\s\S]*?%}/, /{#[\s\S]*?#}/];
  return minify(page, { collapseWhitespace: true, removeComments: true, ignoreCustomFragments: fragments, processScripts: ["text/html"] });
};

if (templates[what]) {
  if ((await templates[what]()) !== page) throw new Error("the template changed it");
} else if (what == "html") {
  if (!(await html()).includes(script.trim())) throw new Error("the minifier of HTML changed it");
} else if (what == "behind") {
  for (const between of ["", "\n", "/* no semicolon */"]) {
    const [first, second] = parse(`window.f = function () {}${between}${script}`, { ecmaVersion: 2020 }).body;
    if (first.expression.right.type != "FunctionExpression" || !second) throw new Error("it is part of what the file before it ends with");
  }
} else {
  const code = await minifiers[what]();
  if (moduleOf(code) !== moduleOf(script)) throw new Error("the module's text is another one");
  if (code.length > script.length * 1.02) throw new Error(`${code.length} of ${script.length} bytes`);
}
