// As themes are built: each entry becomes a script in public/, which is emptied first, and files are copied beside them.
const path = require("path");
const CopyPlugin = require("copy-webpack-plugin");

const asset = (file) => path.resolve("src/assets", file);
const output = (file) => path.resolve("public", file ?? "");

module.exports = {
  entry: {
    menu: asset("js/menu.js"),
    app: asset("js/app.js"),
  },
  output: { path: output(), clean: true },
  plugins: [
    new CopyPlugin({ patterns: [
      { from: asset("images"), to: output("images") },
    ] }),
  ],
};
