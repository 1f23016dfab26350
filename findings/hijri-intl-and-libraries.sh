#!/usr/bin/env bash
# Run: moment-hijri@3.0.0 (with moment@2.30.1), @tabby_ai/hijri-converter@1.0.5,
#   @internationalized/date@3.12.4. All three say "Umm al-Qura".
# Guess: they agree on every day between 1940 and 2019; a table is a table.
# What happens: moment-hijri and hijri-converter give the same date on every day of
#   those decades but 30 days of 2000-2009. @internationalized/date gives what
#   Intl.DateTimeFormat with `islamic-umalqura` gives in Chromium 156 and Node.js 20
#   (ICU 78.2), and that is another date on 80 % of the days of 1990-1999, 75 % of
#   1980-1989 and 70 % of 1970-1979, nearly always by one day. From 2010 to 2019 all
#   agree. 18 March 1994 is 6 Shawwal 1414 for the two libraries and 5 Shawwal for Intl.
# Why it matters: a profile form that shows the birthday by Intl (or by React Aria)
#   and lets the customer edit it in a date picker built on moment-hijri moves the
#   birthday by a day on each save. Customers who are adults today are the ones hit.
#   Convert in one place and send the Gregorian date.
# Seen: the five lines of `want`; the share is days that differ / days.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  moment@2.30.1 moment-hijri@3.0.0 @tabby_ai/hijri-converter@1.0.5 \
  @internationalized/date@3.12.4 >/dev/null

cat >run.cjs <<'EOF'
const moment = require("moment-hijri");
const { gregorianToHijri } = require("@tabby_ai/hijri-converter");
const { CalendarDate, IslamicUmalquraCalendar, toCalendar } = require("@internationalized/date");

const byMoment = (y, m, d) => {
  const t = moment([y, m - 1, d]);
  return [t.iYear(), t.iMonth() + 1, t.iDate()].join("-");
};
const byTable = (year, month, day) => {
  const h = gregorianToHijri({ year, month, day });
  return [h.year, h.month, h.day].join("-");
};
const byIntl = (y, m, d) => {
  const h = toCalendar(new CalendarDate(y, m, d), new IslamicUmalquraCalendar());
  return [h.year, h.month, h.day].join("-");
};

console.log("1994-03-18", byMoment(1994, 3, 18), byTable(1994, 3, 18), byIntl(1994, 3, 18));
for (const decade of [1970, 1980, 1990, 2010]) {
  let days = 0, libraries = 0, differ = 0;
  for (let t = Date.UTC(decade, 0, 1); t < Date.UTC(decade + 10, 0, 1); t += 86400000) {
    const day = new Date(t);
    const args = [day.getUTCFullYear(), day.getUTCMonth() + 1, day.getUTCDate()];
    days++;
    if (byMoment(...args) !== byTable(...args)) libraries++;
    if (byMoment(...args) !== byIntl(...args)) differ++;
  }
  console.log(`${decade}s: ${differ}/${days} from Intl's table, ${libraries} between the two libraries`);
}
const parts = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura-nu-latn", { timeZone: "UTC" });
console.error(`This Node.js (ICU ${process.versions.icu}): 1994-03-18 is ${parts.format(Date.UTC(1994, 2, 18))}`);
EOF

want='1994-03-18 1414-10-6 1414-10-6 1414-10-5
1970s: 2545/3652 from Intl'"'"'s table, 0 between the two libraries
1980s: 2724/3653 from Intl'"'"'s table, 0 between the two libraries
1990s: 2929/3652 from Intl'"'"'s table, 0 between the two libraries
2010s: 0/3652 from Intl'"'"'s table, 0 between the two libraries'
got=$(TZ=UTC node run.cjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
