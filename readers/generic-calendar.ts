import type { Answer, WallClock } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { clockOf } from './generic-clock.ts';
import type { Roll } from './roll.ts';
import { lineOf } from './text.ts';

/** An event as a calendar file tells of it. */
export type CalendarEvent = {
  uid: string | null;
  title: string | null;
  start: WallClock | null;
  end: WallClock | null;
  addPeople(roll: Roll): void;
};

const longest = 300_000;

/** The calendar file that the document is, or that a link on it carries in itself; null for none. */
export function calendarText(document: Document): string | null {
  const first = document.body?.firstChild;
  // How browsers show a file of text; anything else is a page, whose whole text is not wanted.
  const own = first?.nodeType === 3 || first?.nodeName === 'PRE' ? (first.textContent ?? '') : '';
  if (/^\s*BEGIN:VCALENDAR/i.test(own.slice(0, 100))) return own.slice(0, longest);
  const href = document.querySelector('a[href^="data:text/calendar" i]')?.getAttribute('href') ?? '';
  const comma = href.indexOf(',');
  if (comma < 0 || href.length > longest) return null;
  try {
    const bytes = Uint8Array.from(atob(href.slice(comma + 1)), (letter) => letter.charCodeAt(0));
    return /;base64$/i.test(href.slice(0, comma))
      ? new TextDecoder().decode(bytes)
      : decodeURIComponent(href.slice(comma + 1));
  } catch {
    try {
      return decodeURIComponent(href.slice(comma + 1));
    } catch {
      return null;
    }
  }
}

type Property = { name: string; parameters: Map<string, string>; value: string };

function propertyOf(line: string): Property {
  const parts = /^([\w-]+)((?:;[^=;:]+=(?:"[^"]*"|[^";:]*)(?:,"[^"]*")*)*):(.*)$/.exec(line);
  const parameters = [...(parts?.[2] ?? '').matchAll(/;([^=;:]+)=("[^"]*"|[^;]*)/g)].map(
    ([, name = '', value = '']) => [name.toUpperCase(), value.replaceAll('"', '')] as const,
  );
  return { name: (parts?.[1] ?? '').toUpperCase(), parameters: new Map(parameters), value: parts?.[3] ?? '' };
}

const plain = (text: string): string | null => lineOf(text.replace(/\\[nN]/g, ' ').replace(/\\(.)/g, '$1'));

function clock(property: Property | undefined): WallClock | null {
  const zone = property?.parameters.get('TZID') ?? '';
  return clockOf(property?.value.trim() ?? null, /^[\w+/-]{1,64}$/.test(zone) ? zone : null);
}

const answers: Record<string, Answer> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  'NEEDS-ACTION': 'needs-action',
};

/** The one event of a calendar file (RFC 5545); null where it has none, or several different ones. */
export function calendarEvent(text: string): CalendarEvent | null {
  const lines = text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .slice(0, 20_000);
  const events: Property[][] = [];
  const open: string[] = [];
  for (const line of lines) {
    const property = propertyOf(line);
    if (property.name === 'BEGIN') {
      open.push(property.value.trim().toUpperCase());
      if (open.at(-1) === 'VEVENT') events.push([]);
    } else if (property.name === 'END') open.pop();
    else if (open.at(-1) === 'VEVENT') events.at(-1)?.push(property);
  }
  const of = (event: readonly Property[], name: string) => event.find((property) => property.name === name);
  const [event] = events;
  if (event === undefined || new Set(events.map((one) => of(one, 'UID')?.value)).size > 1) return null;
  return {
    uid: of(event, 'UID')?.value.trim() || null,
    title: plain(of(event, 'SUMMARY')?.value ?? ''),
    start: clock(of(event, 'DTSTART')),
    end: clock(of(event, 'DTEND')),
    addPeople(roll) {
      for (const { name, parameters, value } of event) {
        if (name !== 'ORGANIZER' && name !== 'ATTENDEE') continue;
        const address = addressOf(value.trim().replace(/^mailto:/i, ''));
        const kind = parameters.get('CUTYPE')?.toUpperCase() ?? '';
        roll.add({
          name: plain(parameters.get('CN') ?? ''),
          address,
          role: name === 'ORGANIZER' ? 'organizer' : 'attendee',
          answer: answers[parameters.get('PARTSTAT')?.toUpperCase() ?? ''] ?? null,
          optional: parameters.get('ROLE')?.toUpperCase() === 'OPT-PARTICIPANT',
          marked: /^(?:ROOM|RESOURCE)$/.test(kind) ? 'room' : kind === 'GROUP' ? 'group' : null,
        });
      }
    },
  };
}
