#!/usr/bin/env bash
# Run: cssjanus@2.3.1 (behind MediaWiki's and WordPress's sheets), stylis-plugin-rtl@2.1.1 (styled-
#   components, Emotion, MUI, on cssjanus) and rtlcss@4.3.0, on names and texts with left or right in them.
# Guess: texts in quotes and the names of animations stay as they are.
# What happens: in rtlcss they do. The other two turn left into right wherever it stands in
#   a value, so `animation-name` asks for slide-right while @keyframes slide-left keeps its
#   name, `container-name` likewise, and the text of `content` is another one. A custom property
#   is renamed where it is set and not where it is used. With names of right it is the same.
# Why it matters: only on the Arabic page a dialog doesn't slide in, a query of a container
#   never applies, a label says right, and a space is 0. No tool reports a name that nobody
#   defines. Name by start and end, or put /* @noflip */ before the rule.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  cssjanus@2.3.1 rtlcss@4.3.0 stylis@4.4.0 stylis-plugin-rtl@2.1.1 >/dev/null

cat >run.cjs <<'EOF'
const cssjanus = require("cssjanus");
const rtlcss = require("rtlcss");
const stylis = require("stylis");
const plugin = require("stylis-plugin-rtl").default;
const tools = {
  rtlcss: (css) => rtlcss.process(css),
  cssjanus: (css) => cssjanus.transform(css),
  stylis: (css) => stylis.serialize(stylis.compile(css), stylis.middleware([plugin, stylis.stringify])).replace(/;}/g, "}"),
};
for (const css of [
  "@keyframes slide-left{to{opacity:1}}.a{animation:slide-left 1s}",
  "@container left (width>1px){b{color:red}}.a{container-name:left}",
  ":root{--gap-left:1px}.a{padding-inline-start:var(--gap-left)}",
  ".a::before{content:\"left open\"}",
]) {
  console.log(css);
  for (const [name, tool] of Object.entries(tools)) {
    const out = tool(css);
    console.log(`  ${name}: ${out === css ? "as it is" : out}`);
  }
}
console.log(cssjanus.transform("/* @noflip */.a{animation:slide-left 1s}"));
EOF

want='@keyframes slide-left{to{opacity:1}}.a{animation:slide-left 1s}
  rtlcss: as it is
  cssjanus: @keyframes slide-left{to{opacity:1}}.a{animation:slide-right 1s}
  stylis: @keyframes slide-left{to{opacity:1}}.a{animation:slide-right 1s}
@container left (width>1px){b{color:red}}.a{container-name:left}
  rtlcss: as it is
  cssjanus: @container left (width>1px){b{color:red}}.a{container-name:right}
  stylis: @container left (width>1px){b{color:red}}.a{container-name:right}
:root{--gap-left:1px}.a{padding-inline-start:var(--gap-left)}
  rtlcss: as it is
  cssjanus: :root{--gap-right:1px}.a{padding-inline-start:var(--gap-left)}
  stylis: :root{--gap-right:1px}.a{padding-inline-start:var(--gap-left)}
.a::before{content:"left open"}
  rtlcss: as it is
  cssjanus: .a::before{content:"right open"}
  stylis: .a::before{content:"right open"}
/* @noflip */.a{animation:slide-left 1s}'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
