import { addressKey } from '../people/address-key.ts';
import type { Answer, Participant, Role } from '../records/occasion.ts';
import { excerpt, oneLine, type Parsed, type ParsedOccasion, type PassedOver, type RejectionCode } from './parsed.ts';
import { type CalendarTime, calendarTime, durationMs, placed, repeats } from './recurrence.ts';
import { describedZone, zoneByName } from './time-zone.ts';
import { type CardProperty, contentLines, parseProperty, valueText } from './vcard-lines.ts';
import { ianaZone, type Zone } from './zone.ts';

/** What reading a calendar needs from outside. `now`: epoch ms; `zone`: IANA name, for times without one. */
export interface CalendarContext {
  now: number;
  zone: string;
}

interface Component {
  name: string;
  line: number;
  properties: CardProperty[];
  badLine: { line: number; text: string } | null;
  text: string[];
}

const day = 86_400_000;
/** Repeating events are kept from two years back to sixty days ahead. */
export const keptBack = 730 * day;
export const keptAhead = 60 * day;

/** The components of a text, whole calendars or bare ones, in the order that they end; what does not end is told apart. */
function componentsOf(text: string): { ended: Component[]; open: Component[] } {
  const ended: Component[] = [];
  const open: Component[] = [];
  let stack: Component[] = [];
  for (const { line, text: written } of contentLines(text)) {
    const edge = /^\s*(BEGIN|END)\s*:\s*([\w-]+)\s*$/i.exec(written);
    const name = edge?.[2]?.toUpperCase() ?? '';
    const isBegin = edge?.[1]?.toUpperCase() === 'BEGIN';
    if (isBegin) {
      // Events never lie in each other: a second one begins only where the first was not ended.
      if (name === 'VEVENT' || name === 'VCALENDAR') {
        const at = stack.findIndex((one) => one.name === 'VEVENT');
        if (at >= 0) open.push(...stack.splice(at).slice(0, 1));
      }
      stack.push({ name, line, properties: [], badLine: null, text: [] });
    }
    for (const one of stack) if (one.name !== 'VCALENDAR') one.text.push(written);
    if (isBegin) continue;
    if (edge) {
      const at = stack.map((one) => one.name).lastIndexOf(name);
      if (at < 0) continue;
      const [closed, ...unclosed] = stack.slice(at);
      stack = stack.slice(0, at);
      open.push(...unclosed);
      if (closed) ended.push(closed);
      continue;
    }
    const component = stack.at(-1);
    if (!component) continue;
    const property = parseProperty(written, line);
    if (property) component.properties.push(property);
    else component.badLine ??= { line, text: written };
  }
  return { ended, open: [...open, ...stack] };
}

const answers: Record<string, Answer> = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  TENTATIVE: 'tentative',
  'NEEDS-ACTION': 'needs-action',
};

function participantOf(property: CardProperty, role: Role): Participant | null {
  const param = (name: string) => property.params.get(name)?.[0]?.trim() ?? '';
  const written = [property.value, param('EMAIL')].map((one) => one.trim().replace(/^mailto:/i, ''));
  const address = written.find((one) => addressKey(one) !== null) ?? null;
  const name = oneLine(param('CN').replace(/^"|"$/g, ''));
  const isAddress =
    name !== null && addressKey(name) !== null && (address === null || addressKey(name) === addressKey(address));
  const found = address ?? (isAddress ? name : null);
  if (found === null && name === null) return null;
  const type = param('CUTYPE').toUpperCase();
  return {
    name: isAddress ? null : name,
    address: found,
    role,
    answer:
      role === 'organizer' && param('PARTSTAT') === ''
        ? null
        : (answers[param('PARTSTAT').toUpperCase()] ?? (param('PARTSTAT') === '' ? 'needs-action' : null)),
    optional: /^(OPT|NON)-PARTICIPANT$/i.test(param('ROLE')),
    self: false,
    marked: type === 'ROOM' || type === 'RESOURCE' ? 'room' : type === 'GROUP' ? 'group' : null,
  };
}

/** Organizer first; one who is also in the list of attendees is one participant, with the answer given there. */
function participantsOf(properties: readonly CardProperty[]): Participant[] {
  const people = new Map<string, Participant>();
  for (const property of properties) {
    const role = property.name === 'ORGANIZER' ? 'organizer' : 'attendee';
    const one = participantOf(property, role);
    if (!one) continue;
    const ref = (one.address === null ? null : addressKey(one.address)) ?? `name:${one.name}`;
    const before = people.get(ref);
    if (!before) people.set(ref, one);
    else
      people.set(ref, {
        ...before,
        name: before.name ?? one.name,
        answer: role === 'attendee' ? one.answer : before.answer,
        role: before.role === 'organizer' || role === 'organizer' ? 'organizer' : 'attendee',
        marked: before.marked ?? one.marked,
        optional: before.optional && one.optional,
      });
  }
  return [...people.values()].sort((a, b) => Number(b.role === 'organizer') - Number(a.role === 'organizer'));
}

/** One VEVENT with its values read. */
interface EventRead {
  component: Component;
  uid: string;
  start: CalendarTime;
  zone: Zone;
  /** Epoch ms; null where neither end nor duration is given. */
  length: number | null;
  title: string | null;
  cancelled: boolean;
  participants: Participant[];
  rules: string[];
  extra: { time: CalendarTime; zone: Zone }[];
  /** Dates left out: epoch ms, and whole days (wall clock) as some programs write them for events with a time. */
  without: Set<number>;
  withoutDays: Set<number>;
  /** Which repetition of its event this one stands for, epoch ms. */
  insteadOf: number | null;
  sequence: number;
}

/**
 * The meetings of an iCalendar file (RFC 5545), whole or as bare components: each with organizer and attendees,
 * repeating ones once for each date from two years back to sixty days ahead, changed and cancelled dates taken into account. What is
 * broken is rejected for its part alone, with line and reason. Times come out as epoch ms by the zone described in the file, or
 * known by name. Never throws.
 */
export function parseCalendar(text: string, context: CalendarContext): Parsed<ParsedOccasion> {
  const parsed: Parsed<ParsedOccasion> = { records: [], rejected: [], passedOver: {} };
  const passOver = (why: PassedOver) => {
    parsed.passedOver[why] = (parsed.passedOver[why] ?? 0) + 1;
  };
  const reject = (code: RejectionCode, line: number, detail: string, component: Component) =>
    parsed.rejected.push({ line, code, detail, text: excerpt(component.text.join('\r\n')) });

  const { ended, open } = componentsOf(text.replace(/^\ufeff/, ''));
  for (const one of open) {
    if (one.name === 'VEVENT') reject('not-ended', one.line, '', one);
    if (one.name === 'VCALENDAR') reject('cut-off', one.line, '', one);
  }

  const described = new Map<string, Zone>();
  for (const one of ended)
    if (one.name === 'VTIMEZONE') {
      const zone = describedZone(one.text.join('\r\n'));
      if (zone) described.set(zone.id, zone.zone);
    }
  const named = ended.find((one) => one.name === 'VCALENDAR')?.properties.find((one) => one.name === 'X-WR-TIMEZONE');
  const ownZone = ianaZone(context.zone) ?? ianaZone('UTC');
  const home = (named && zoneByName(named.value)) ?? ownZone;
  if (!home) return parsed;
  const unknown = new Set<string>();

  const zoneFor = (property: CardProperty, component: Component): Zone => {
    const id = property.params.get('TZID')?.join(',');
    if (!id) return home;
    const zone = ianaZone(id) ?? described.get(id) ?? zoneByName(id);
    if (zone) return zone;
    if (!unknown.has(id)) {
      unknown.add(id);
      reject('unknown-zone', property.line, id, component);
    }
    return home;
  };

  /** Events without a UID (RFC 5545 asks for one) are told apart by start, title and place among their like. */
  const timesNamed = new Map<string, number>();
  const nameless = (name: string): string => {
    const times = (timesNamed.get(name) ?? 0) + 1;
    timesNamed.set(name, times);
    return times === 1 ? name : `${name}#${times}`;
  };

  const read = (component: Component): EventRead | null => {
    const all = (name: string) => component.properties.filter((one) => one.name === name);
    const first = (name: string) => all(name)[0];
    const dtstart = first('DTSTART');
    const start = dtstart ? calendarTime(dtstart.value) : null;
    if (!dtstart || !start) {
      reject('bad-start', dtstart?.line ?? component.line, dtstart?.value.trim() ?? '', component);
      return null;
    }
    if (component.badLine) reject('bad-line', component.badLine.line, component.badLine.text.slice(0, 80), component);
    const zone = zoneFor(dtstart, component);
    const startAt = placed(start, zone);
    const dtend = first('DTEND');
    const end = dtend ? calendarTime(dtend.value) : null;
    if (dtend && !end) reject('bad-date', dtend.line, `DTEND ${dtend.value.trim()}`, component);
    const duration = first('DURATION');
    const length =
      dtend && end
        ? placed(end, zoneFor(dtend, component)) - startAt
        : duration
          ? durationMs(duration.value)
          : start.date
            ? day
            : null;
    const dates = (name: string) =>
      all(name).flatMap((property) =>
        property.value.split(',').flatMap((value) => {
          if (value.trim() === '') return [];
          const time = calendarTime(value.split('/')[0] ?? '');
          if (time) return [{ time, zone: zoneFor(property, component) }];
          reject('bad-date', property.line, `${name} ${value.trim()}`, component);
          return [];
        }),
      );
    const left = dates('EXDATE');
    const recurrenceId = first('RECURRENCE-ID');
    const instead = recurrenceId ? calendarTime(recurrenceId.value) : null;
    const summary = first('SUMMARY');
    const title = summary ? oneLine(valueText(summary, false)) : null;
    return {
      component,
      uid: oneLine(first('UID')?.value)?.slice(0, 200) ?? nameless(`no-uid:${startAt}:${title ?? ''}`.slice(0, 200)),
      start,
      zone,
      length: length !== null && length >= 0 ? length : null,
      title,
      cancelled: /^CANCELLED$/i.test(first('STATUS')?.value.trim() ?? ''),
      participants: participantsOf([...all('ORGANIZER'), ...all('ATTENDEE')]),
      rules: all('RRULE').map((one) => one.value),
      extra: dates('RDATE'),
      without: new Set(left.map((one) => placed(one.time, one.zone))),
      withoutDays: new Set(start.date ? [] : left.filter((one) => one.time.date).map((one) => one.time.wall)),
      insteadOf: recurrenceId && instead ? placed(instead, zoneFor(recurrenceId, component)) : null,
      sequence: Number(first('SEQUENCE')?.value) || 0,
    };
  };

  /** One date of an event as a record, or passed over. */
  const add = (event: EventRead, startAt: number, ref: string) => {
    if (event.cancelled) return passOver('cancelled');
    if (event.participants.length === 0) return passOver('nobody-there');
    parsed.records.push({
      line: event.component.line,
      ref,
      kind: 'meeting',
      title: event.title,
      startAt,
      endAt: event.length === null ? null : startAt + event.length,
      zone: event.zone.name,
      participants: event.participants,
    });
  };

  const masters = new Map<string, EventRead>();
  const changed = new Map<string, Map<number, EventRead>>();
  for (const component of ended) {
    if (/^(VTODO|VJOURNAL|VFREEBUSY)$/.test(component.name)) passOver('no-event');
    if (component.name !== 'VEVENT') continue;
    const event = read(component);
    if (!event) continue;
    if (event.insteadOf === null) {
      const before = masters.get(event.uid);
      if (!before || before.sequence <= event.sequence) masters.set(event.uid, event);
    } else {
      const list = changed.get(event.uid) ?? new Map<number, EventRead>();
      const before = list.get(event.insteadOf);
      if (!before || before.sequence <= event.sequence) list.set(event.insteadOf, event);
      changed.set(event.uid, list);
    }
  }

  for (const event of masters.values()) {
    const startAt = placed(event.start, event.zone);
    const overrides = changed.get(event.uid);
    if (event.rules.length === 0 && event.extra.length === 0) {
      if (!overrides?.has(startAt)) add(event, startAt, event.uid);
      continue;
    }
    const [from, until] = [context.now - keptBack, context.now + keptAhead];
    const starts = new Set([startAt]);
    for (const rule of event.rules) {
      try {
        // A day more on both sides: wall clocks differ from UTC by less than that.
        const { walls, cut } = repeats(rule, event.start, event.zone, from - day, until + day);
        for (const wall of walls) starts.add(placed({ ...event.start, wall }, event.zone));
        if (cut) reject('too-many-repeats', event.component.line, rule, event.component);
      } catch {
        reject('bad-repeat', event.component.line, rule, event.component);
      }
    }
    for (const { time, zone } of event.extra) starts.add(placed(time, zone));
    const kept = [...starts].filter((at) => at >= from && at <= until).sort((a, b) => a - b);
    if (kept.length === 0) passOver('out-of-time');
    const dayOf = (at: number) => Math.floor((at + event.zone.offsetAtUtc(at)) / day) * day;
    for (const at of kept)
      if (!event.without.has(at) && !event.withoutDays.has(dayOf(at)) && !overrides?.has(at))
        add(event, at, `${event.uid}/${new Date(at).toISOString()}`);
  }
  for (const [uid, list] of changed)
    for (const [insteadOf, event] of list) {
      const at = placed(event.start, event.zone);
      const isKept = !masters.has(uid) || (at >= context.now - keptBack && at <= context.now + keptAhead);
      if (isKept) add(event, at, `${uid}/${new Date(insteadOf).toISOString()}`);
      else passOver('out-of-time');
    }
  return parsed;
}
