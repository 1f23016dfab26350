#!/usr/bin/env bash
# Run: @minify-html/node@0.18.1, htmlnano@3.5.1 (its presets safe and max), html-minifier-terser
#   @7.2.0 and html-minifier-next@6.2.11 (removeEmptyAttributes), @swc/html@1.16.22 on a form;
#   what it sends is read in jsdom@29.1.1.
# Guess: a form sends the same before and after; at the least with a preset called safe.
# What happens: `value=""` is taken off radio buttons and ticked boxes by all but @swc/html.
#   HTML's default for these isn't "" but "on". So the choice "rather not say" sends
#   gender=on. An `<option value="">` keeps its value in all. minify-html does so without any
#   option, and has none against it. (html-minifier-next 8.7.0, for Node.js 22, is the same.)
#   Issue 194 of minify-html, open, and 1083 of html-minifier, closed, tell of it.
# Why it matters: the store refuses "on" as a gender, or keeps it; the page looks the same,
#   and the template and the development build, not minified, are right. Give such a choice a
#   value of its own ("none"), or leave removeEmptyAttributes out.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  @minify-html/node@0.18.1 htmlnano@3.5.1 html-minifier-terser@7.2.0 html-minifier-next@6.2.11 \
  @swc/html@1.16.22 jsdom@29.1.1 >/dev/null

cat >run.mjs <<'EOF'
import minifyHtml from "@minify-html/node";
import swc from "@swc/html";
import { minify as next } from "html-minifier-next";
import { minify as terser } from "html-minifier-terser";
import htmlnano from "htmlnano";
import { JSDOM } from "jsdom";

const html = `<form>
<label><input type="radio" name="gender" value="" checked> لا أود الإجابة</label>
<label><input type="radio" name="gender" value="female"> أنثى</label>
<input type="checkbox" name="news" value="" checked>
<select name="city"><option value="">اختر المدينة</option></select>
</form>`;
const other = { minifyCss: false, minifyJs: false, minifySvg: false }; // these need further packages
const nano = async (preset) => (await htmlnano.process(html, other, htmlnano.presets[preset])).html;
const results = {
  source: html,
  "minify-html, no options": minifyHtml.minify(Buffer.from(html), {}).toString(),
  "htmlnano safe": await nano("safe"),
  "htmlnano max": await nano("max"),
  "html-minifier-terser, no options": await terser(html),
  "html-minifier-terser removeEmptyAttributes": await terser(html, { removeEmptyAttributes: true }),
  "html-minifier-next conservative": await next(html, { preset: "conservative" }),
  "html-minifier-next comprehensive": await next(html, { preset: "comprehensive" }),
  "@swc/html removeEmptyAttributes": (await swc.minify(Buffer.from(html), { removeEmptyAttributes: true })).code,
};
for (const [name, text] of Object.entries(results)) {
  const { window } = new JSDOM(text);
  const sent = [...new window.FormData(window.document.querySelector("form"))];
  console.log(`${name}: ${sent.map(([key, value]) => `${key}=${value}`).join(" ")}`);
}
EOF

want='source: gender= news= city=
minify-html, no options: gender=on news=on city=
htmlnano safe: gender=on news=on city=
htmlnano max: gender=on news=on city=
html-minifier-terser, no options: gender= news= city=
html-minifier-terser removeEmptyAttributes: gender=on news=on city=
html-minifier-next conservative: gender= news= city=
html-minifier-next comprehensive: gender=on news=on city=
@swc/html removeEmptyAttributes: gender= news= city='
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
