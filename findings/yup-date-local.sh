#!/usr/bin/env bash
# Run: yup@1.7.1, beside joi@18.3.2, zod@4.6.7 (coerce) and the Date of JavaScript itself.
# Guess: all make the same Date of the birthday "1994-03-18": midnight UTC, as `new Date` does.
# What happens: yup has a parser of its own, for which a date without a time is midnight
#   *here*. In Riyadh that is 21:00 UTC of the day before, and JSON says so.
# Why it matters: the value that the schema hands back, sent as JSON, is one day early for
#   every customer east of Greenwich; developers and CI on UTC see the right day.
#   Validate the birthday as a string, with a pattern.
# Seen: the five lines of `want`, TZ=Asia/Riyadh, and the last with TZ=UTC.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts --save-exact yup@1.7.1 joi@18.3.2 zod@4.6.7 >/dev/null

cat >run.cjs <<'EOF'
const yup = require("yup");
const joi = require("joi");
const { z } = require("zod");
const readers = {
  Date: (s) => new Date(s),
  joi: (s) => joi.date().iso().validate(s).value,
  zod: (s) => z.coerce.date().parse(s),
  yup: (s) => yup.date().validateSync(s),
};
for (const name of process.argv.slice(2)) {
  console.log(name, process.env.TZ, JSON.stringify({ birthday: readers[name]("1994-03-18") }));
}
EOF

want='Date Asia/Riyadh {"birthday":"1994-03-18T00:00:00.000Z"}
joi Asia/Riyadh {"birthday":"1994-03-18T00:00:00.000Z"}
zod Asia/Riyadh {"birthday":"1994-03-18T00:00:00.000Z"}
yup Asia/Riyadh {"birthday":"1994-03-17T21:00:00.000Z"}
yup UTC {"birthday":"1994-03-18T00:00:00.000Z"}'
got=$(TZ=Asia/Riyadh node run.cjs Date joi zod yup && TZ=UTC node run.cjs yup)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
