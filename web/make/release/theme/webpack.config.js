import { resolve } from "node:path";

export default {
  mode: "production",
  entry: { main: "./main.js", storefront: "./storefront.js" },
  output: { path: resolve("dist-webpack"), filename: "[name].js" },
};
