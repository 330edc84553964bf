// Reads a calendar from standard input as a calendar program does, and prints what stands in it.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const most = Number(process.argv[2] ?? 60);
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(new ICAL.Timezone(zone));

const events = calendar.getAllSubcomponents("vevent").map(event => new ICAL.Event(event));
const whole = events.filter(event => !event.isRecurrenceException());
for (const event of whole) events.filter(other => other.isRecurrenceException() && other.uid === event.uid).forEach(other => event.relateException(other));

const utc = time => time.toJSDate().toISOString().replace(".000", "");
const timesOf = event => {
  if (!event.isRecurring()) return [{ starts: utc(event.startDate), ends: utc(event.endDate) }];
  const times = [];
  const each = event.iterator();
  for (let next; times.length < most && (next = each.next()); ) {
    const { startDate, endDate } = event.getOccurrenceDetails(next);
    times.push({ starts: utc(startDate), ends: utc(endDate) });
  }
  return times;
};
console.log(JSON.stringify(whole.map(event => ({
  uid: event.uid, title: event.summary, where: event.location ?? "", says: event.description ?? "",
  status: event.component.getFirstPropertyValue("status"), sequence: event.sequence, times: timesOf(event),
}))));
