#!/usr/bin/env bash
# Run: date-fns@4.4.0, temporal-polyfill@1.0.8, dayjs@1.11.23, luxon@3.7.2, moment@2.31.0 on ages; ical.js@2.2.1
#   and rrule@2.8.1 on a yearly event. All for someone born on 29 February 2004.
# Guess: the age is 17 until the end of 28 February 2022 for all but moment; and a yearly event skips
#   the years without the day in both, as RFC 5545 has it.
# What happens: dayjs and luxon, like moment, say 18 on 28 February. ical.js shows the event on 1 March
#   of the other years, even where the rule has BYMONTH=2; with BYMONTHDAY=29 as well it
#   skips them. And FREQ=YEARLY;BYMONTHDAY=29 is every month for rrule, February for ical.js.
# Why it matters: a page that asks for 18 years and a server that counts the other way disagree
#   on that day, and the same birthday is in one calendar on 1 March and in the other not at all.
#   Say in one place which day counts; for a calendar write FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  date-fns@4.4.0 temporal-polyfill@1.0.8 dayjs@1.11.23 luxon@3.7.2 moment@2.31.0 \
  ical.js@2.2.1 rrule@2.8.1 >/dev/null

cat >run.mjs <<'EOF'
import { differenceInYears } from "date-fns";
import { Temporal } from "temporal-polyfill";
import dayjs from "dayjs";
import { DateTime } from "luxon";
import moment from "moment";
import ICAL from "ical.js";
import rrule from "rrule";
const born = "2004-02-29";
const local = (day) => new Date(...day.split("-").map((n, i) => n - (i === 1)));
const ages = {
  "date-fns": (day) => differenceInYears(local(day), local(born)),
  temporal: (day) => Temporal.PlainDate.from(born).until(day, { largestUnit: "years" }).years,
  dayjs: (day) => dayjs(day).diff(born, "year"),
  luxon: (day) => Math.floor(DateTime.fromISO(day).diff(DateTime.fromISO(born), "years").years),
  moment: (day) => moment(day).diff(born, "years"),
};
for (const [name, age] of Object.entries(ages)) {
  console.log(`${name}: ${["2022-02-27", "2022-02-28", "2022-03-01"].map((day) => `${age(day)} on ${day}`).join(", ")}`);
}
for (const rule of ["FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTHDAY=29", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1"]) {
  const days = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateString(born));
  const ical = Array.from({ length: 4 }, () => days.next().toString());
  const other = rrule.rrulestr(`DTSTART:20040229T000000Z\nRRULE:${rule}`).all((_, i) => i < 4).map((day) => day.toISOString().slice(0, 10));
  console.log(`${rule}\n  ical.js ${ical.join(" ")}\n  rrule   ${other.join(" ")}`);
}
EOF

want='date-fns: 17 on 2022-02-27, 17 on 2022-02-28, 18 on 2022-03-01
temporal: 17 on 2022-02-27, 17 on 2022-02-28, 18 on 2022-03-01
dayjs: 17 on 2022-02-27, 18 on 2022-02-28, 18 on 2022-03-01
luxon: 17 on 2022-02-27, 18 on 2022-02-28, 18 on 2022-03-01
moment: 17 on 2022-02-27, 18 on 2022-02-28, 18 on 2022-03-01
FREQ=YEARLY
  ical.js 2004-02-29 2005-03-01 2006-03-01 2007-03-01
  rrule   2004-02-29 2008-02-29 2012-02-29 2016-02-29
FREQ=YEARLY;BYMONTH=2
  ical.js 2004-02-29 2005-03-01 2006-03-01 2007-03-01
  rrule   2004-02-29 2008-02-29 2012-02-29 2016-02-29
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29
  ical.js 2004-02-29 2008-02-29 2012-02-29 2016-02-29
  rrule   2004-02-29 2008-02-29 2012-02-29 2016-02-29
FREQ=YEARLY;BYMONTHDAY=29
  ical.js 2004-02-29 2008-02-29 2012-02-29 2016-02-29
  rrule   2004-02-29 2004-03-29 2004-04-29 2004-05-29
FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1
  ical.js 2004-02-29 2005-02-28 2006-02-28 2007-02-28
  rrule   2004-02-29 2005-02-28 2006-02-28 2007-02-28'
got=$(node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
