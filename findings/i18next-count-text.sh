#!/usr/bin/env bash
# Run: i18next@26.7.2, one key with its plural forms in Arabic and in English.
# Guess: t("left", { count: "2" }) is the form for two, as Intl.PluralRules takes "2" for 2.
# What happens: it is the key, "left": a count that is text is no count, and without one no
#   form is looked at, not even `other`, nor those of the fallback language. Nothing is
#   written to the console.
# Why it matters: a count that comes of a data attribute, of a form or of an API that sends numbers
#   as text puts the key's name on the page. The documentation says that count must be there;
#   that it must be a number, only the types say. Put Number(...) around it.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  i18next@26.7.2 jsdom@26.1.0 >/dev/null

cat >run.mjs <<'EOF'
import i18next from "i18next";
const { JSDOM } = await import("jsdom");
const { document } = new JSDOM("<b data-count=2>").window;
const forms = (lng) => Object.fromEntries(["zero", "one", "two", "few", "many", "other"].map((form) => [`left_${form}`, `${lng} ${form}`]));
const warned = [];
for (const name of ["warn", "error"]) console[name] = (...args) => warned.push(args);
for (const lng of ["ar", "en"]) {
  await i18next.init({ lng, fallbackLng: "en", showSupportNotice: false, resources: { ar: { translation: forms("ar") }, en: { translation: forms("en") } } });
  const counts = { "2": 2, "\"2\"": "2", "\"0\"": "0", "dataset.count": document.querySelector("b").dataset.count };
  for (const [title, count] of Object.entries(counts)) {
    console.log(`${lng}, count ${title}: ${i18next.t("left", { count })}; Intl.PluralRules: ${new Intl.PluralRules(lng).select(count)}`);
  }
}
console.log("warnings:", warned.length);
EOF

want='ar, count 2: ar two; Intl.PluralRules: two
ar, count "2": left; Intl.PluralRules: two
ar, count "0": left; Intl.PluralRules: zero
ar, count dataset.count: left; Intl.PluralRules: two
en, count 2: en other; Intl.PluralRules: other
en, count "2": left; Intl.PluralRules: other
en, count "0": left; Intl.PluralRules: other
en, count dataset.count: left; Intl.PluralRules: other
warnings: 0'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
