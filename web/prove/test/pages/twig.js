// Salla's server, as far as a theme sees it: renders a page of a theme's src/views.
//     node twig.js FOLDER PAGE < {assets, hooks, …what the templates name}
const fs = require("fs");
const path = require("path");
const Twig = require("twig");

const [folder, page] = process.argv.slice(2);
const { assets, hooks, ...context } = JSON.parse(fs.readFileSync(0, "utf8"));

Twig.extendFilter("asset", (name) => assets + "/" + name);
Twig.extendFunction("trans", (key) => key.split(".").pop());
Twig.extend(({ exports }) =>
  exports.extendTag({
    type: "hook",
    regex: /^hook\s+["']?([\w:.]+)["']?$/,
    next: [],
    open: true,
    parse: ({ match: [, name] }, _, chain) => ({ chain, output: hooks[name] ?? "" }),
  }),
);

// Templates name each other with dots: layouts.master.
const views = path.join(folder, "src/views");
for (const file of fs.readdirSync(views, { recursive: true })) {
  if (!file.endsWith(".twig")) continue;
  const id = file.slice(0, -".twig".length).split(path.sep).join(".");
  Twig.twig({ id, data: fs.readFileSync(path.join(views, file), "utf8"), rethrow: true, allowInlineIncludes: true });
}
process.stdout.write(String(Twig.twig({ ref: page }).render(context)));
