import { addressKey } from '../people/address-key.ts';
import type { Participant, Role } from '../records/occasion.ts';
import { detectFile } from './detect.ts';
import { type CalendarContext, parseCalendar } from './icalendar.ts';
import { parseMail } from './mail.ts';
import { oneLine, type ParsedOccasion } from './parsed.ts';
import { labelledParts } from './paste-labels.ts';
import { type PastedPerson, peopleIn, peopleOfHeader } from './paste-people.ts';
import { whenIn } from './paste-when.ts';
import { digestOf } from './read-file.ts';
import { parseVcards } from './vcard.ts';

/** An occasion out of a pasted text. `ref` is the same for the same text. `startAt` null: no time is told. */
export type Pasted = Omit<ParsedOccasion, 'line'> & {
  /** The time as the text has it, where it could not be read. */
  whenText: string | null;
};

/** Longer texts are files, for the import page. */
export const longestPaste = 400_000;

const participant = (person: PastedPerson, role: Role): Participant => ({
  name: person.name,
  address: person.address,
  role: person.organizer ? 'organizer' : role,
  answer: null,
  optional: person.optional,
  self: false,
  marked: null,
});

/** Everybody once: by address, or by name where there is none and no address goes with that name. */
function united(participants: readonly Participant[]): Participant[] {
  const all = new Map<string, Participant>();
  for (const one of participants) {
    const key = (one.address === null ? null : addressKey(one.address)) ?? `name:${one.name}`;
    const before = all.get(key);
    all.set(key, before === undefined ? one : { ...before, name: before.name ?? one.name });
  }
  const named = new Set([...all.values()].flatMap(({ name, address }) => (address === null ? [] : [name])));
  return [...all.values()].filter(({ name, address }) => address !== null || !named.has(name));
}

const refOf = async (pasted: Omit<Pasted, 'ref'>): Promise<string> =>
  `paste:${await digestOf(new Blob([JSON.stringify([pasted.title, pasted.startAt, pasted.participants])]))}`;

const withRef = async (pasted: Omit<Pasted, 'ref'>): Promise<Pasted[]> =>
  pasted.participants.length === 0 ? [] : [{ ref: await refOf(pasted), ...pasted }];

const untimed = { startAt: null, endAt: null, zone: null, whenText: null };

const isMailRole = (role: string): boolean => /^(?:from|to|cc|bcc|reply-to)$/.test(role);

/** The name of an event as mail programs write it into a subject. */
const bareTitle = (subject: string): string | null =>
  oneLine(
    subject
      .replace(
        /^\s*(?:(?:updated |canceled event|cancelled|accepted|declined|tentative)?\s*invitation(?: from [^:]*)?|accepted|邀请|会议邀请|einladung)\s*[:：]\s*/iu,
        '',
      )
      .replace(/\s+@\s+\p{L}{2,4}\.?\s.*$/u, ''),
  );

/** A text with labels: the headers of a mail as a page shows them, or an invitation. */
async function labelled(text: string, { zone }: CalendarContext): Promise<Pasted[]> {
  const { before, parts } = labelledParts(text);
  const of = (meaning: string) => parts.filter((one) => one.meaning === meaning);
  const people = parts.flatMap(({ meaning, optional, value }) =>
    meaning === 'title' || meaning === 'when' || meaning === 'other'
      ? []
      : (isMailRole(meaning) ? peopleOfHeader(value) : peopleIn(value.replace(/;/g, '\n'), true)).map((one) =>
          participant({ ...one, optional: optional || one.optional }, meaning),
        ),
  );
  const others = peopleIn(before.join('\n')).filter(({ address }) => address !== null);
  const invitation = of('when').length > 0 || of('organizer').length > 0 || of('attendee').length > 0;
  const written = of('when')[0]?.value.replaceAll('\n', ' ') ?? null;
  const when = written === null ? null : whenIn(written, zone);
  const subject = of('title')[0]?.value ?? before.find((line) => /^\s*(?:.{0,20}invitation|邀请)/iu.test(line)) ?? null;
  return withRef({
    kind: invitation ? 'meeting' : 'thread',
    title: subject === null ? null : bareTitle(subject.split('\n')[0] ?? ''),
    startAt: when?.startAt ?? null,
    endAt: when?.endAt ?? null,
    zone: when === null ? null : zone,
    whenText: when === null ? oneLine(written) : null,
    participants: united([...people, ...others.map((one) => participant(one, invitation ? 'attendee' : 'to'))]),
  });
}

async function calendar(text: string, context: CalendarContext): Promise<Pasted[]> {
  const { records } = parseCalendar(text, context);
  return records.map(({ line: _, ...event }) => ({ ...event, whenText: null }));
}

async function cards(text: string): Promise<Pasted[]> {
  const { records } = parseVcards(text);
  const people = records.map(({ name, addresses }) => ({
    name: oneLine(name),
    address: addresses[0] ?? null,
    organizer: false,
    optional: false,
  }));
  const named = people.filter(({ name, address }) => name !== null || address !== null);
  return withRef({
    ...untimed,
    kind: 'meeting',
    title: null,
    participants: united(named.map((one) => participant(one, 'attendee'))),
  });
}

/**
 * The occasions in a pasted text: a calendar file or a part of one, cards, the headers of a mail raw or as a page shows them,
 * an invitation, or any list of names and addresses. None where it names nobody. Never throws.
 */
export async function parsePaste(given: string, context: CalendarContext): Promise<Pasted[]> {
  const text = given.replace(/\u00a0/g, ' ').replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
  const at = /^[ \t>]*BEGIN:(?:VCALENDAR|VEVENT)[ \t]*$/im.exec(text);
  if (at !== null) return calendar(text.slice(at.index).replace(/^[ \t]*>[ \t]?/gm, ''), context);
  if (/^\s*BEGIN:VCARD\s*$/im.test(text)) return cards(text.slice(text.search(/BEGIN:VCARD/i)));
  const bytes = new TextEncoder().encode(text.trimStart());
  if (detectFile(bytes).kind === 'mail') {
    const { records } = await parseMail(bytes);
    const raw = records.map(({ line: _, ...thread }) => ({ ...thread, whenText: null }));
    // Headers as a page shows them look alike, but have names without addresses, and semicolons.
    if (raw.length > 0 && /^(?:message-id|received|date|mime-version):/im.test(text)) return raw;
  }
  if (labelledParts(text).parts.some(({ meaning }) => meaning !== 'other')) {
    const found = await labelled(text, context);
    if (found.length > 0) return found;
  }
  const people = united(peopleIn(text).map((one) => participant(one, 'attendee')));
  return withRef({ ...untimed, kind: 'meeting', title: null, participants: people });
}

/** The occasion to show of several: the next one, else the last one. */
export function theNext(pasted: readonly Pasted[], now: number): Pasted | null {
  const timed = pasted.filter(({ startAt }) => startAt !== null).sort((a, b) => (a.startAt ?? 0) - (b.startAt ?? 0));
  const ahead = timed.find(({ startAt, endAt }) => (endAt ?? startAt ?? 0) > now);
  return ahead ?? timed.at(-1) ?? pasted[0] ?? null;
}
