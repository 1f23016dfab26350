// What runs in a browser: the page's end of bridge/, the loader, the demo and the tests' pages. Run by `make lint`.
const js = require("@eslint/js");
const globals = require("globals");

// What the pages of the tests, of parity and of the bench lend their scripts.
const lent = ["salla", "Salla", "receive", "held", "lab", "parity", "seen", "created", "notices", "INTEGRITY", "DEV", "VERSION", "COMPILER", "mocha", "it", "afterEach"];

module.exports = [
  { ignores: ["**/node_modules/**", "**/*.mjs", "**/testdata/**", "build/**", "dist/**", "web/make/release/theme/**"] },
  {
    files: ["**/*.js"],
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      globals: { ...globals.browser, ...Object.fromEntries(lent.map((name) => [name, "writable"])) },
    },
    rules: {
      ...js.configs.recommended.rules,
      "no-unused-vars": ["error", { args: "none", caughtErrors: "none", ignoreRestSiblings: true }],
      "no-empty": ["error", { allowEmptyCatch: true }],
      "max-lines-per-function": ["error", 60],
      "max-params": ["error", 6],
    },
  },
  // The yardstick of bench is one closure, as its bytes are compared.
  { files: ["web/prove/bench/plain.js"], rules: { "max-lines-per-function": "off" } },
  { files: ["**/*.config.js", "**/twig.js"], languageOptions: { sourceType: "commonjs", globals: globals.node } },
];
