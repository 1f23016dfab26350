#!/usr/bin/env bash
# Run: zod@4.6.7, valibot@1.5.0, yup@1.7.1, joi@18.3.2, validator@13.15.35,
#   ajv@8.17.1 with ajv-formats@3.0.1.
# Guess: all accept an address whose domain is in Punycode; that is what it is for.
# What happens: the default e-mail rules of zod and valibot want letters alone in the top
#   level domain, so no address under .السعودية, .امارات, .قطر or .مصر passes in the only
#   form in which it is ASCII: xn--mgberp4a5d4ar and so on. valibot refuses o'brien@…, too.
#   The other four accept both. zod's `pattern: z.regexes.html5Email` and valibot's
#   `rfcEmail` accept both.
# Why it matters: in Chromium 156 the value of <input type="email"> is Punycode as soon as
#   the customer types an Arabic domain, and the field is valid. So the browser says yes
#   and the theme's schema says no, about a text that the customer never typed.
# Seen: the two lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact zod@4.6.7 valibot@1.5.0 \
  yup@1.7.1 joi@18.3.2 validator@13.15.35 ajv@8.17.1 ajv-formats@3.0.1 >/dev/null

cat >run.cjs <<'EOF'
const { domainToASCII } = require("url");
const { z } = require("zod");
const v = require("valibot");
const yup = require("yup");
const joi = require("joi");
const validator = require("validator");
const ajv = new (require("ajv"))();
require("ajv-formats")(ajv);
const byAjv = ajv.compile({ type: "string", format: "email" });
const rules = {
  zod: (s) => z.email().safeParse(s).success,
  "zod html5Email": (s) => z.email({ pattern: z.regexes.html5Email }).safeParse(s).success,
  valibot: (s) => v.safeParse(v.pipe(v.string(), v.email()), s).success,
  "valibot rfcEmail": (s) => v.safeParse(v.pipe(v.string(), v.rfcEmail()), s).success,
  yup: (s) => yup.string().email().isValidSync(s),
  joi: (s) => !joi.string().email().validate(s).error,
  validator: (s) => validator.isEmail(s),
  ajv: byAjv,
};
for (const address of [`info@${domainToASCII("مثال.السعودية")}`, "o'brien@example.com"]) {
  const refused = Object.keys(rules).filter((name) => !rules[name](address));
  console.log(`${address} refused by: ${refused.join(", ")}`);
}
EOF

want="info@xn--mgbh0fb.xn--mgberp4a5d4ar refused by: zod, valibot
o'brien@example.com refused by: valibot"
got=$(node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
