// As themes are built: each entry becomes a script in public/, which is emptied first, and files are copied beside them.
const path = require("path");
const CopyPlugin = require("copy-webpack-plugin");

module.exports = {
  entry: {
    menu: "./src/assets/js/menu.js",
    app: "./src/assets/js/app.js",
  },
  output: { path: path.resolve("public"), clean: true },
  plugins: [
    new CopyPlugin({ patterns: [
      { from: "src/assets/images", to: "images" },
    ] }),
  ],
};
