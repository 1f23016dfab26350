#!/usr/bin/env bash
# Run: six tools that turn a sheet for left-to-right pages round: rtlcss@4.3.0, postcss-rtlcss@6.0.0,
#   cssjanus@2.3.1, stylis-plugin-rtl@2.1.1, @mui/stylis-plugin-rtl@9.4.0, rtl-css-js@1.16.1.
#   And rtlcss behind lightningcss@1.33.0.
# Guess: all but cssjanus swap the sides in `inset` as in `margin`; all turn scroll-margin-left,
#   and each of several shadows.
# What happens: nobody swaps `inset`, though all swap `left` and `right` and the four sides of
#   `margin`. rtl-css-js leaves scroll-margin-left, and only cssjanus and its kin swap the four
#   sides of `scroll-margin`; but these turn the first shadow alone.
# Why it matters: lightningcss (Vite) makes `inset` of the four longhands, so whether the sheet is
#   turned before or behind the minifier decides. A drawer or a list of countries pinned to the
#   right stays there on the Arabic page, and no tool warns. Turn first, or write inset-inline
#   and inset-block, which need no tool.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  rtlcss@4.3.0 postcss@8.5.33 postcss-rtlcss@6.0.0 cssjanus@2.3.1 stylis@4.4.0 \
  stylis-plugin-rtl@2.1.1 @mui/stylis-plugin-rtl@9.4.0 rtl-css-js@1.16.1 lightningcss@1.33.0 >/dev/null

cat >run.cjs <<'EOF'
const cssjanus = require("cssjanus");
const rtlcss = require("rtlcss");
const postcss = require("postcss");
const postcssRtlcss = require("postcss-rtlcss");
const rtlCssJs = require("rtl-css-js");
const stylis = require("stylis");
const byStylis = (plugin) => (css) => stylis.serialize(stylis.compile(css), stylis.middleware([plugin, stylis.stringify]));
const tools = {
  rtlcss: (css) => rtlcss.process(css),
  "postcss-rtlcss": (css) => postcss([postcssRtlcss({ mode: "override" })]).process(css, { from: undefined }).css,
  cssjanus: (css) => cssjanus.transform(css),
  "stylis-plugin-rtl": byStylis(require("stylis-plugin-rtl").default),
  "@mui/stylis-plugin-rtl": byStylis(require("@mui/stylis-plugin-rtl").default),
  "rtl-css-js": (css) => {
    const [, name, value] = /^\.a\{([^:]+):(.*)\}$/.exec(css);
    const [[key, out]] = Object.entries(rtlCssJs({ [name.replace(/-(\w)/g, (_, c) => c.toUpperCase())]: value }));
    return `{${key.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}:${out}}`;
  },
};
const tidy = (text) => text.replace(/\s+/g, "").replace(/;$/, "");
for (const [before, after] of [
  ["left:1px", "right:1px"],
  ["margin:1px 2px 3px 4px", "margin:1px 4px 3px 2px"],
  ["inset:1px 2px 3px 4px", "inset:1px 4px 3px 2px"],
  ["scroll-margin:1px 2px 3px 4px", "scroll-margin:1px 4px 3px 2px"],
  ["scroll-margin-left:1px", "scroll-margin-right:1px"],
  ["box-shadow:2px 0 red", "box-shadow:-2px 0 red"],
  ["box-shadow:2px 0 red,3px 0 blue", "box-shadow:-2px 0 red,-3px 0 blue"],
]) {
  const does = [];
  const not = [];
  for (const [name, tool] of Object.entries(tools)) {
    (tidy(tool(`.a{${before}}`)).includes(tidy(after)) ? does : not).push(name);
  }
  console.log(`${before}: turned by ${does.join(" ") || "none"}; not by ${not.join(" ") || "none"}`);
}
console.log(tools.cssjanus(".a{box-shadow:2px 0 red,3px 0 blue}"));
const sheet = ".a{top:0;right:0;bottom:0;left:auto}";
const minified = require("lightningcss").transform({ filename: "a.css", code: Buffer.from(sheet), minify: true }).code.toString();
console.log(`rtlcss: ${tools.rtlcss(sheet)}; behind lightningcss: ${tools.rtlcss(minified)}`);
EOF

want='left:1px: turned by rtlcss postcss-rtlcss cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl rtl-css-js; not by none
margin:1px 2px 3px 4px: turned by rtlcss postcss-rtlcss cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl rtl-css-js; not by none
inset:1px 2px 3px 4px: turned by none; not by rtlcss postcss-rtlcss cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl rtl-css-js
scroll-margin:1px 2px 3px 4px: turned by cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl; not by rtlcss postcss-rtlcss rtl-css-js
scroll-margin-left:1px: turned by rtlcss postcss-rtlcss cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl; not by rtl-css-js
box-shadow:2px 0 red: turned by rtlcss postcss-rtlcss cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl rtl-css-js; not by none
box-shadow:2px 0 red,3px 0 blue: turned by rtlcss postcss-rtlcss rtl-css-js; not by cssjanus stylis-plugin-rtl @mui/stylis-plugin-rtl
.a{box-shadow:-2px 0 red,3px 0 blue}
rtlcss: .a{top:0;left:0;bottom:0;right:auto}; behind lightningcss: .a{inset:0 0 0 auto}'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
