// What a built script uses of the browser's: made from its text.
import { parse } from "acorn";

/** Runs visit(node) for each node of a tree. */
const each = (node, visit) => {
  if (!node || typeof node != "object") return;
  if (Array.isArray(node)) return node.forEach((one) => each(one, visit));
  if (typeof node.type == "string") visit(node);
  for (const key of Object.keys(node)) if (key != "type") each(node[key], visit);
};

// The names that a pattern binds.
const boundBy = (pattern) => {
  if (pattern?.type == "Identifier") return [pattern.name];
  const { properties, elements, left, argument, value } = pattern || {};
  return [...(properties || elements || []), left, argument, value].flatMap((part) => (part ? boundBy(part) : []));
};

// The name that window has in the script, besides its own: browser.js's.
const aliasIn = (tree) => {
  let alias;
  each(tree, ({ type, id, init }) => {
    if (type == "VariableDeclarator" && init?.type == "ConditionalExpression" && init.consequent.name == "window") alias ??= id.name;
  });
  return alias;
};

const keysOf = ({ properties }) => properties.map(({ key }) => key?.name).filter(Boolean);

/**
 * The names of the browser's globals in a script, and those of all members that it reads. A global is a name that the script binds nowhere,
 * or a member of window.
 * @param {string} url
 */
export async function namesIn(url) {
  const tree = parse(await (await fetch(url)).text(), { ecmaVersion: "latest" });
  const alias = aliasIn(tree);
  const bound = new Set();
  const keys = new Set(); // identifiers that name a member
  const members = new Set();
  const globals = new Set();
  const isWindow = (node) => node?.type == "Identifier" && (node.name == "window" || node.name == alias);
  each(tree, (node) => {
    const { type, id, init, params, param, object, property, computed, key, shorthand } = node;
    for (const pattern of [id, param, ...(params || [])]) for (const name of boundBy(pattern)) bound.add(name);
    if (/^(Property|MethodDefinition)$/.test(type) && !computed && !shorthand) keys.add(key);
    if (type == "ObjectPattern") for (const name of keysOf(node)) members.add(name);
    if (type == "VariableDeclarator" && id.type == "ObjectPattern" && isWindow(init)) for (const name of keysOf(id)) globals.add(name);
    if (type == "MemberExpression" && !computed) {
      keys.add(property);
      members.add(property.name);
      if (isWindow(object)) globals.add(property.name);
    }
  });
  each(tree, (node) => {
    if (node.type == "Identifier" && !keys.has(node) && !bound.has(node.name)) globals.add(node.name);
  });
  return { globals, members };
}
