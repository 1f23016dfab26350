// What a built script uses of the browser's: made from its text.
import { parse } from "acorn";

const isSelf = (node) => node.type == "Identifier" && node.name == "window";

/** Runs visit(node) for each node of a tree. */
const each = (node, visit) => {
  if (!node || typeof node != "object") return;
  if (Array.isArray(node)) return node.forEach((one) => each(one, visit));
  if (typeof node.type == "string") visit(node);
  for (const key of Object.keys(node)) if (key != "type") each(node[key], visit);
};

// The name that browser.js has in the script.
const browserIn = (tree) => {
  let name;
  each(tree, ({ type, id, init }) => {
    if (type == "VariableDeclarator" && init?.type == "ConditionalExpression" && init.consequent.name == "window") name ??= id.name;
  });
  return name;
};

const membersOf = (pattern) => pattern.properties.map(({ key }) => key?.name).filter(Boolean);

/**
 * The names of the browser's globals in the script, and those of all members that are read. (A local name is two letters long at the most:
 * the script is minified.)
 */
export async function namesIn(url) {
  const text = await (await fetch(url)).text();
  const tree = parse(text, { ecmaVersion: "latest" });
  const browser = browserIn(tree);
  const globals = new Set();
  const members = new Set();
  const own = new Set(); // of objects' literals and patterns: no names of the browser's
  each(tree, ({ type, object, property, computed, id, init, key, shorthand }) => {
    if (type == "MemberExpression" && !computed) {
      members.add(property.name);
      own.add(property);
      if (isSelf(object) || object.name == browser) globals.add(property.name);
    }
    if ((type == "Property" || type == "MethodDefinition") && !computed && !shorthand) own.add(key);
    if (type == "VariableDeclarator" && id.type == "ObjectPattern") {
      for (const name of membersOf(id)) members.add(name);
      if (init && (isSelf(init) || init.name == browser)) for (const name of membersOf(id)) globals.add(name);
    }
  });
  each(tree, (node) => {
    if (node.type == "Identifier" && !own.has(node) && node.name.length > 2) globals.add(node.name);
  });
  return { globals: [...globals].filter((name) => name in window || name == "requestIdleCallback"), members: [...members] };
}
