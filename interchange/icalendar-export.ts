import { escaped, folded, utcStamp } from './content-line.ts';

/** One thing planned, as it stands in the calendar. Times in epoch ms. */
export interface PlannedEvent {
  id: string;
  summary: string;
  description: string;
  at: number;
  updatedAt: number;
}

/** A planned share takes so long in the calendar, in ms. */
const length = 15 * 60_000;

/**
 * Planned shares as a calendar file (RFC 5545), private and not taking up time. No attendees: nobody is to be invited by opening it.
 * `now` in epoch ms.
 */
export function* calendarText(events: Iterable<PlannedEvent>, now: number): Generator<string> {
  const lines = (list: readonly string[]): string => `${list.map(folded).join('\r\n')}\r\n`;
  yield lines(['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Renmai//Planned shares//EN', 'CALSCALE:GREGORIAN']);
  for (const event of events)
    yield lines([
      'BEGIN:VEVENT',
      `UID:${escaped(event.id)}@renmai`,
      `DTSTAMP:${utcStamp(now)}`,
      `LAST-MODIFIED:${utcStamp(event.updatedAt)}`,
      `DTSTART:${utcStamp(event.at)}`,
      `DTEND:${utcStamp(event.at + length)}`,
      `SUMMARY:${escaped(event.summary)}`,
      ...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]);
  yield lines(['END:VCALENDAR']);
}
