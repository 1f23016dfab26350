// The second minifier: a script, or with the argument "module" an ES module, from the standard input to the standard output. minify.go
// runs it. No option here is one of swc's unsafe ones.
import { minify } from "@swc/core";
import { text } from "node:stream/consumers";

const { code } = await minify(await text(process.stdin), {
  module: process.argv[2] == "module",
  ecma: 2017,
  compress: { ecma: 2017, passes: 3 },
  mangle: true,
  format: { asciiOnly: true, comments: false },
});
process.stdout.write(code);
