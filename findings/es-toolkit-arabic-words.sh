#!/usr/bin/env bash
# Run: es-toolkit@1.53.2 (startCase, kebabCase, toSnakeCaseKeys), beside its own
#   es-toolkit/compat and lodash@4.18.1.
# Guess: the same words as lodash makes; Arabic has no case, so a key stays as it is.
# What happens: vowel marks and Arabic digits belong to no word of es-toolkit's. A name with
#   marks comes out as single letters (مُحَمَّد: م ح م د), a digit is gone: حقل١ and حقل٢ both
#   become حقل, and of two such keys toSnakeCaseKeys keeps the value of the last. Names of
#   Hindi fall apart in the same way. es-toolkit/compat, of the same package, is as lodash
#   since September 2026 (pull requests 2102 and 2110); the main entry was left as it was.
# Why it matters: answers of an API that are converted key by key lose fields, without an
#   error; slugs and headings made of names are wrong. Plain letters and ASCII digits pass.
#   Import these functions from es-toolkit/compat.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  es-toolkit@1.53.2 lodash@4.18.1 >/dev/null

cat >run.mjs <<'EOF'
import * as toolkit from "es-toolkit";
import * as compat from "es-toolkit/compat";
import lodash from "lodash";
for (const text of ["الاسم الأول", "مُحَمَّد علي", "حقل١", "قسم ٥", "हिन्दी नाम"]) {
  for (const f of ["startCase", "kebabCase"]) {
    console.log(`${f} ${text}: es-toolkit "${toolkit[f](text)}", compat "${compat[f](text)}", lodash "${lodash[f](text)}"`);
  }
}
const fields = { firstName: "Sara", "حقل1": "a", "حقل2": "b", "حقل١": "c", "حقل٢": "d" };
console.log("toSnakeCaseKeys:", JSON.stringify(toolkit.toSnakeCaseKeys(fields)));
console.log("toCamelCaseKeys:", JSON.stringify(toolkit.toCamelCaseKeys({ first_name: "Sara", "حقل_١": "c", "حقل_٢": "d" })));
EOF

want='startCase الاسم الأول: es-toolkit "الاسم الأول", compat "الاسم الأول", lodash "الاسم الأول"
kebabCase الاسم الأول: es-toolkit "الاسم-الأول", compat "الاسم-الأول", lodash "الاسم-الأول"
startCase مُحَمَّد علي: es-toolkit "م ح م د علي", compat "مُحَمَّد علي", lodash "مُحَمَّد علي"
kebabCase مُحَمَّد علي: es-toolkit "م-ح-م-د-علي", compat "مُحَمَّد-علي", lodash "مُحَمَّد-علي"
startCase حقل١: es-toolkit "حقل", compat "حقل١", lodash "حقل١"
kebabCase حقل١: es-toolkit "حقل", compat "حقل١", lodash "حقل١"
startCase قسم ٥: es-toolkit "قسم", compat "قسم ٥", lodash "قسم ٥"
kebabCase قسم ٥: es-toolkit "قسم", compat "قسم-٥", lodash "قسم-٥"
startCase हिन्दी नाम: es-toolkit "ह न द न म", compat "हिन्दी नाम", lodash "हिन्दी नाम"
kebabCase हिन्दी नाम: es-toolkit "ह-न-द-न-म", compat "हिन्दी-नाम", lodash "हिन्दी-नाम"
toSnakeCaseKeys: {"first_name":"Sara","حقل_1":"a","حقل_2":"b","حقل":"d"}
toCamelCaseKeys: {"firstName":"Sara","حقل":"d"}'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
