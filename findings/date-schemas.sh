#!/usr/bin/env bash
# Run: joi@18.3.2 (date().iso()), yup@1.7.1 (date()), zod@4.6.7 (coerce.date() and iso.date()),
#   with TZ=Asia/Riyadh.
# Guess: a schema's date refuses the birthday "1994-02-30"; 30 February is what it is there
#   for. (The time zone was no guess; it came up in the same run.)
# What happens: joi, yup and zod's coerce accept it and hand back 2 March; only zod's iso.date()
#   refuses it. On a date that exists, yup moreover differs from the others and from
#   `new Date`: a date without a time is midnight *here*, which in Riyadh is 21:00 UTC of
#   the day before.
# Why it matters: the value that the schema hands back is what goes out as JSON. With yup it
#   is one day early for every customer east of Greenwich, while developers and CI on UTC
#   see the right day. Check a birthday as a string, and send the string.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact yup@1.7.1 joi@18.3.2 zod@4.6.7 >/dev/null

cat >run.cjs <<'EOF'
const yup = require("yup");
const joi = require("joi");
const { z } = require("zod");
const readers = {
  joi: (s) => joi.attempt(s, joi.date().iso()),
  yup: (s) => yup.date().validateSync(s),
  "zod coerce": (s) => z.coerce.date().parse(s),
  "zod iso": (s) => z.iso.date().parse(s),
};
for (const birthday of ["1994-03-18", "1994-02-30"]) {
  for (const name in readers) {
    let json;
    try {
      json = JSON.stringify(readers[name](birthday));
    } catch {
      json = "refused";
    }
    console.log(`${birthday} ${name}: ${json}`);
  }
}
EOF

want='1994-03-18 joi: "1994-03-18T00:00:00.000Z"
1994-03-18 yup: "1994-03-17T21:00:00.000Z"
1994-03-18 zod coerce: "1994-03-18T00:00:00.000Z"
1994-03-18 zod iso: "1994-03-18"
1994-02-30 joi: "1994-03-02T00:00:00.000Z"
1994-02-30 yup: "1994-03-01T21:00:00.000Z"
1994-02-30 zod coerce: "1994-03-02T00:00:00.000Z"
1994-02-30 zod iso: refused'
got=$(TZ=Asia/Riyadh node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
