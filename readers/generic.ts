import type { Reading, ReadOccasion } from '../records/occasion.ts';
import { calendarEvent, calendarText } from './generic-calendar.ts';
import { clockOf } from './generic-clock.ts';
import { addLinkedPeople, addNamed, addPerson, candidates } from './generic-people.ts';
import { jsonThings, seenThings, type Thing, textOf } from './generic-thing.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { visibleAll } from './visible.ts';

/** The main part of a page, else all of it. */
const mainOf = (document: Document): Element =>
  visibleAll(document, 'main,[role=main]')[0] ?? document.body ?? document.documentElement;

/** What may tell that somebody is here, to look whether there is anything to read at all. */
const signs = `${candidates},[itemscope],.h-event,.vevent,.h-card,.vcard,script[type="application/ld+json"],a[href^="data:text/calendar" i]`;

/** Heading that stands for the whole page: the one on the screen, if there is one alone. */
function headingOf(document: Document): string | null {
  const headings = visibleAll(mainOf(document), 'h1');
  return headings.length === 1 && headings[0] ? titleText(headings[0]) : null;
}

const isEvent = ({ types }: Thing): boolean => types.some((type) => /Event$|^Festival$/.test(type));
const isMessage = ({ types }: Thing): boolean => types.some((type) => type === 'EmailMessage' || type === 'Message');

/** The one thing of a kind that a page is about: the only one, or the only one called like the page. */
function theOne(things: readonly Thing[], heading: string | null): Thing | null {
  const said = (thing: Thing) => `${textOf(thing, 'name') ?? ''} ${textOf(thing, 'startDate') ?? ''}`;
  const different = [...new Map(things.map((thing) => [said(thing), thing])).values()];
  const called = different.filter((thing) => heading !== null && textOf(thing, 'name') === heading);
  const one = different.length === 1 ? different : called;
  return one.length === 1 ? (one[0] ?? null) : null;
}

/** A short name of a text that gives nothing of it away (FNV-1a, twice 32 bits). */
function nameOf(text: string): string {
  let [a, b] = [0x811c9dc5, 0xdeadbeef];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(text.length - 1 - i), 0x01000193);
  }
  return [a, b].map((n) => (n >>> 0).toString(16).padStart(8, '0')).join('');
}

/**
 * Reads a page of any kind by what published standards say: a calendar file shown as text, schema.org's events, messages and
 * persons, microformats, `mailto:` links, and attributes that hold a mailbox. It is never sure, so that it is asked about.
 */
export function read(document: Document, url: string): Reading {
  const roll = newRoll(null);
  const text = calendarText(document);
  if (document.querySelector(signs) === null && text === null) return { state: 'not-here' };
  const event = text === null ? null : calendarEvent(text);
  const found = event === null ? describedIn(document, roll) : null;
  event?.addPeople(roll);
  const participants = roll.people();
  const some = event !== null || found?.told === true || participants.some(({ address }) => address !== null);
  if (!some || participants.length === 0) return { state: 'not-here' };
  const title = event?.title ?? found?.title ?? null;
  const { origin, pathname, search, hash } = new URL(url);
  const ref = event?.uid ?? found?.id ?? `${origin}${pathname}${search}${hash} ${title ?? ''}`;
  const occasion: ReadOccasion = {
    site: 'generic',
    ref: nameOf(ref),
    kind: event !== null || found?.kind === 'meeting' ? 'meeting' : 'thread',
    title,
    start: event?.start ?? found?.start ?? null,
    end: event?.end ?? found?.end ?? null,
    whenText: null,
    own: null,
    participants,
    // Nothing on an unknown page tells that everybody is on it.
    extent: { complete: event !== null, shown: participants.length, total: null },
    unconfirmed: true,
  };
  return { state: 'occasion', occasion };
}

type Described = Pick<ReadOccasion, 'kind' | 'title' | 'start' | 'end'> & {
  id: string | null;
  /** Names alone count: the page says in so many words that they take part. */
  told: boolean;
};

function describedIn(document: Document, roll: ReturnType<typeof newRoll>): Described {
  const main = mainOf(document);
  const heading = headingOf(document);
  const [written, seen] = [jsonThings(document), seenThings(main)];
  const things = [...written, ...seen];
  const event = theOne(things.filter(isEvent), heading);
  const message = event === null ? theOne(things.filter(isMessage), heading) : null;
  if (event !== null) {
    addNamed(event, ['organizer', 'organiser'], 'organizer', roll);
    addNamed(event, ['attendee', 'attendees', 'performer', 'performers', 'contributor'], 'attendee', roll);
  }
  if (message !== null) {
    addNamed(message, ['sender', 'author'], 'from', roll);
    addNamed(message, ['toRecipient', 'recipient'], 'to', roll);
    addNamed(message, ['ccRecipient'], 'cc', roll);
    addNamed(message, ['bccRecipient'], 'bcc', roll);
  }
  const told = roll.people().length > 0;
  for (const thing of written) addPerson(thing, false, roll);
  for (const thing of seen) addPerson(thing, true, roll);
  addLinkedPeople(main, roll);
  const about = event ?? message;
  const named = about === null ? null : (textOf(about, 'name') ?? textOf(about, 'headline') ?? textOf(about, 'about'));
  return {
    kind: event === null ? 'thread' : 'meeting',
    title: named ?? heading ?? lineOf(document.title),
    start: event === null ? null : clockOf(textOf(event, 'startDate')),
    end: event === null ? null : clockOf(textOf(event, 'endDate')),
    id: about === null ? null : (textOf(about, 'identifier') ?? textOf(about, '@id')),
    told,
  };
}

/** Names the page by its address and heading; null where nothing on it tells of anybody. */
export function mark(document: Document, url: string): string | null {
  if (document.querySelector(signs) === null && calendarText(document) === null) return null;
  return `${url} ${document.querySelector('h1')?.textContent?.slice(0, 200) ?? ''}`;
}

/** The main part of the page, in which people may come and go. */
export function watched(document: Document): Watched {
  const main = mainOf(document);
  return { deep: [], along: [main, ...main.querySelectorAll('h1')], below: [main] };
}

/** The reader of pages of any kind that the user added. */
export const generic: SiteReader = {
  site: 'generic',
  named: ['href', 'title', 'aria-label'],
  read,
  mark,
  watched,
};
