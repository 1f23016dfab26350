#!/usr/bin/env bash
# Run: lightningcss@1.33.0 with the targets Chrome 111, Edge 111, Firefox 114, Safari 16.4
#   (those of Vite 8.4.0, which minifies CSS with it by default), and with Chrome 120 alone.
# Guess: `:dir(ltr)` and `:dir(rtl)` stay, or become selectors on the attribute `dir`.
# What happens: they become lists of languages. `input:dir(ltr)` is then an input that is
#   in none of nineteen languages, and `dir` is not looked at. With targets older than
#   logical properties, margin-inline-start and its kin are rewritten in the same way.
# Why it matters: a phone, e-mail or code field with dir="ltr" on an Arabic page is :dir(ltr)
#   for the browser and Arabic for the rewritten sheet: it gets the other side's style. So do a
#   page with dir="rtl" and no `lang`, and an English part of an Arabic page with a `lang`
#   and no `dir`. Nothing warns. Write [dir="rtl"], or exclude the feature DirSelector.
# Seen: the lines of `want`; "languages" counts the :lang() in the sheet.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact lightningcss@1.33.0 >/dev/null

cat >run.cjs <<'EOF'
const { transform, Features } = require("lightningcss");
const v = (major, minor = 0) => (major << 16) | (minor << 8);
const widely = { chrome: v(111), edge: v(111), firefox: v(114), safari: v(16, 4) };
const show = (title, code, options) => {
  const css = transform({ filename: "a.css", code: Buffer.from(code), minify: true, ...options }).code.toString();
  const languages = css.match(/:lang\(/g)?.length ?? 0;
  const rest = css.replace(/:lang\(\w+\)(,:lang\(\w+\))*/g, "…");
  console.log(`${title}: ${rest} (${languages} languages, ${css.includes("dir") ? "dir" : "no dir"})`);
};
show("ltr", "input:dir(ltr){color:red}", { targets: widely });
show("rtl", "input:dir(rtl){color:red}", { targets: widely });
show("ltr, DirSelector left out", "input:dir(ltr){color:red}", { targets: widely, exclude: Features.DirSelector });
show("ltr, Chrome 120", "input:dir(ltr){color:red}", { targets: { chrome: v(120) } });
show("margin", "input{margin-inline-start:1px}", { targets: { chrome: v(60), firefox: v(40) } });
EOF

want='ltr: input:not(…){color:red} (19 languages, no dir)
rtl: input:is(…){color:red} (19 languages, no dir)
ltr, DirSelector left out: input:dir(ltr){color:red} (0 languages, dir)
ltr, Chrome 120: input:dir(ltr){color:red} (0 languages, dir)
margin: input:not(:-webkit-any(…)){margin-left:1px}input:not(:-moz-any(…)){margin-left:1px}input:not(:is(…)){margin-left:1px}input:-webkit-any(…){margin-right:1px}input:-moz-any(…){margin-right:1px}input:is(…){margin-right:1px} (114 languages, no dir)'
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
