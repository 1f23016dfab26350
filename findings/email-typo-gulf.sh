#!/usr/bin/env bash
# Run: mailcheck@1.1.1 and @zootools/email-spell-checker@1.12.0 ("did you mean …?" beside an
#   e-mail field), with their own lists, on addresses of Saudi Arabia and the Gulf.
# Guess: outlook.sa, one of Microsoft's own, may be unknown; but an ending that isn't on the
#   list is left alone, as an unknown name with .com is.
# What happens: every .sa becomes .ca, Canada's, every .com.sa becomes .com, and .ae becomes
#   .de. Neither list has an ending of an Arab state, and a country's code is two letters, so
#   another country's is always near. mailcheck also changes the first place that has those
#   letters, which is the name: salla.sa becomes calla.sa.
# Why it matters: a customer with a right address is told that it is wrong; who follows gives
#   an address that isn't theirs, and the code goes there. Typos in names are found as they
#   should be, so a try with gmial.com passes. Give topLevelDomains of your own, with sa,
#   com.sa, edu.sa, gov.sa and the neighbours'.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  mailcheck@1.1.1 @zootools/email-spell-checker@1.12.0 >/dev/null

cat >run.mjs <<'EOF'
import zootools from "@zootools/email-spell-checker";
import mailcheck from "mailcheck";
const ends = [...zootools.POPULAR_TLDS, "sa", "com.sa", "edu.sa", "gov.sa", "ae"];
const checkers = {
  mailcheck: (email) => {
    let answer = "nothing";
    mailcheck.run({ email, suggested: ({ domain }) => { answer = domain; }, empty() {} });
    return answer;
  },
  zootools: (email) => zootools.run({ email })?.domain ?? "nothing",
  "zootools with sa, ae …": (email) => zootools.run({ email, topLevelDomains: ends })?.domain ?? "nothing",
};
const domains = ["gmial.com", "unknown.com", "outlook.sa", "salla.sa",
  "shop.com.sa", "ksu.edu.sa", "moe.gov.sa", "outlook.ae", "shop.qa", "shop.kw", "shop.bh"];
for (const domain of domains) {
  const answers = Object.entries(checkers).map(([name, check]) => `${name} ${check(`sara@${domain}`)}`);
  console.log(`${domain}: ${answers.join(", ")}`);
}
EOF

want='gmial.com: mailcheck gmail.com, zootools gmail.com, zootools with sa, ae … gmail.com
unknown.com: mailcheck nothing, zootools nothing, zootools with sa, ae … nothing
outlook.sa: mailcheck outlook.ca, zootools outlook.ca, zootools with sa, ae … nothing
salla.sa: mailcheck calla.sa, zootools salla.ca, zootools with sa, ae … nothing
shop.com.sa: mailcheck shop.com, zootools shop.com, zootools with sa, ae … nothing
ksu.edu.sa: mailcheck ksu.edu, zootools ksu.edu, zootools with sa, ae … nothing
moe.gov.sa: mailcheck moe.gov, zootools moe.gov, zootools with sa, ae … nothing
outlook.ae: mailcheck outlook.de, zootools outlook.de, zootools with sa, ae … nothing
shop.qa: mailcheck shop.ca, zootools shop.ca, zootools with sa, ae … shop.ca
shop.kw: mailcheck shop.kr, zootools shop.kr, zootools with sa, ae … shop.kr
shop.bh: mailcheck shop.be, zootools shop.be, zootools with sa, ae … shop.be'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
