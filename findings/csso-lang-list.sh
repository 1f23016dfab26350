#!/usr/bin/env bash
# Run: csso@5.0.5 on rules with :lang(); clean-css@5.3.3 and lightningcss@1.33.0 beside it, and
#   csso on what lightningcss makes of :dir(rtl).
# Guess: a selector that it doesn't understand is kept as it is, or is an error.
# What happens: a rule whose :lang() has a list or a quoted tag, both in Selectors 4, is gone
#   from the output, declarations and all, without a word; other selectors of the same rule go
#   with it. One plain tag is kept. lightningcss writes such lists itself, for :dir(rtl) in
#   older browsers: behind it csso removes every such rule. Its parser, css-tree, reads them
#   since 3.0.0 (issue 265, about an error); csso has 2.2.1.
# Why it matters: the Arabic font, or the whole layout from right to left, is missing in the
#   built stylesheet and only there. :lang(ar) in a try passes. Write :is(:lang(ar), :lang(fa))
#   or [lang|="ar"], or use clean-css.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  csso@5.0.5 clean-css@5.3.3 lightningcss@1.33.0 >/dev/null

cat >run.mjs <<'EOF'
import CleanCss from "clean-css";
import { minify } from "csso";
import { transform } from "lightningcss";
const lightning = (css, targets) => transform({ filename: "a.css", code: Buffer.from(css), minify: true, targets }).code.toString();
const tools = {
  csso: (css) => minify(css).css,
  "clean-css": (css) => new CleanCss().minify(css).styles,
  lightningcss: (css) => lightning(css),
};
const selectors = [":lang(ar)", ":lang(ar, fa)", ':lang("ar-SA")', ".price, html:lang(ar, fa) p", ":is(:lang(ar), :lang(fa))", '[lang|="ar"]'];
for (const selector of selectors) {
  const results = Object.entries(tools).map(([name, tool]) => `${name} ${tool(`${selector}{color:red}`) || "nothing"}`);
  console.log(`${selector}: ${results.join(" | ")}`);
}
const made = lightning("main:dir(rtl){float:right}", { safari: 14 << 16 });
console.log(`lightningcss for Safari 14: ${made.slice(0, 24)} …; then csso: ${minify(made).css || "nothing"}`);
EOF

want=':lang(ar): csso :lang(ar){color:red} | clean-css :lang(ar){color:red} | lightningcss :lang(ar){color:red}
:lang(ar, fa): csso nothing | clean-css :lang(ar,fa){color:red} | lightningcss :lang(ar,fa){color:red}
:lang("ar-SA"): csso nothing | clean-css :lang("ar-SA"){color:red} | lightningcss :lang(ar-SA){color:red}
.price, html:lang(ar, fa) p: csso nothing | clean-css .price,html:lang(ar,fa) p{color:red} | lightningcss .price,html:lang(ar,fa) p{color:red}
:is(:lang(ar), :lang(fa)): csso :is(:lang(ar),:lang(fa)){color:red} | clean-css :is(:lang(ar),:lang(fa)){color:red} | lightningcss :is(:lang(ar),:lang(fa)){color:red}
[lang|="ar"]: csso [lang|=ar]{color:red} | clean-css [lang|=ar]{color:red} | lightningcss [lang|=ar]{color:red}
lightningcss for Safari 14: main:lang(ae,ar,arc,bcc, …; then csso: nothing'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
