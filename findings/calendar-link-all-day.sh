#!/usr/bin/env bash
# Run: calendar-link@2.11.5 (ics, { allDay: true }), read by ical.js@2.2.1, ts-ics@2.4.6 and
#   node-ical@0.27.2; ics@3.12.0 and ical-generator@11.1.2 write the same event beside it.
# Guess: an all-day event that one popular library writes, the others read as one.
# What happens: it is DTSTART:20260320, with no VALUE=DATE. RFC 5545 takes a bare value there
#   for a date with a time, so ical.js throws ("invalid date-time value"), and ts-ics gives an
#   event with an Invalid Date, with no error. node-ical guesses the date, as calendar
#   programs do. Events with a time, and those of the other writers, are right everywhere.
# Why it matters: "add to calendar" works when it is clicked, but a server, a test or an app
#   that reads the file loses the day, or the whole calendar. Add ;VALUE=DATE to both lines,
#   or write it with one of the others.
# Seen: the lines of `want`.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --loglevel=error --no-audit --no-fund --ignore-scripts --save-exact \
  calendar-link@2.11.5 ical.js@2.2.1 ts-ics@2.4.6 node-ical@0.27.2 ics@3.12.0 ical-generator@11.1.2 >/dev/null

cat >run.mjs <<'EOF'
import { ics } from "calendar-link";
import ICAL from "ical.js";
import icalGenerator from "ical-generator";
import { createEvent } from "ics";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";
const event = { title: "عيد الفطر", start: "2026-03-20", end: "2026-03-23" };
const calendar = icalGenerator();
calendar.createEvent({ start: new Date(2026, 2, 20), end: new Date(2026, 2, 23), allDay: true, summary: event.title });
const texts = {
  "calendar-link, all day": ics({ ...event, allDay: true }),
  "calendar-link, with a time": ics({ title: event.title, start: "2026-03-20T07:00:00Z", duration: [1, "hour"] }),
  ics: createEvent({ title: event.title, start: [2026, 3, 20], end: [2026, 3, 23] }).value,
  "ical-generator": calendar.toString(),
};
const day = (date) => (date ? `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}` : String(date));
const readers = {
  "ical.js": (text) => {
    const start = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent").getFirstPropertyValue("dtstart");
    return `${day(start.toJSDate())}${start.isDate ? ", all day" : ""}`;
  },
  "ts-ics": (text) => {
    const { start } = convertIcsCalendar(undefined, text).events[0];
    return `${day(start.date)}${start.type === "DATE" ? ", all day" : ""}`;
  },
  "node-ical": (text) => {
    const { start } = Object.values(nodeIcal.sync.parseICS(text)).find((entry) => entry.type === "VEVENT");
    return `${day(start)}${start.dateOnly ? ", all day" : ""}`;
  },
};
for (const [writer, text] of Object.entries(texts)) {
  const plain = decodeURIComponent(text.replace(/^data:[^,]*,/, ""));
  console.log(`${writer}: ${plain.match(/DTSTART[^\r\n]*/)[0]}`);
  for (const [reader, read] of Object.entries(readers)) {
    let result;
    try {
      result = read(plain);
    } catch (error) {
      result = `throws, ${error.message}`;
    }
    console.log(`  ${reader}: ${result}`);
  }
}
EOF

want='calendar-link, all day: DTSTART:20260320
  ical.js: throws, invalid date-time value: "2026-03-20T::"
  ts-ics: NaN-NaN-NaN
  node-ical: 2026-3-20, all day
calendar-link, with a time: DTSTART:20260320T070000Z
  ical.js: 2026-3-20
  ts-ics: 2026-3-20
  node-ical: 2026-3-20
ics: DTSTART;VALUE=DATE:20260320
  ical.js: 2026-3-20, all day
  ts-ics: 2026-3-20, all day
  node-ical: 2026-3-20, all day
ical-generator: DTSTART;VALUE=DATE:20260320
  ical.js: 2026-3-20, all day
  ts-ics: 2026-3-20, all day
  node-ical: 2026-3-20, all day'
got=$(TZ=UTC node run.mjs)
printf '%s\n' "$got"
if [ "$got" != "$want" ]; then
  printf 'CHANGED; expected:\n%s\n' "$want" >&2
  exit 1
fi
