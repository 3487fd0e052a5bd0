import type { Reading } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { languageOf, noWhen, shownDay, writtenWhen } from './calendar-when.ts';
import { numbersIn } from './count.ts';
import { accountAt } from './own-account.ts';
import { addressIn, personFrom } from './person.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { firstVisible, visible, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'proton-calendar';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
const bubble = '.eventpopover';
const heading = '.eventpopover-title';
const row = '[data-testid="participant-in-popover"],.participant';
const count = '.attendee-count';
const text = '.participant-text';
const extra = '.participant-extra-text';

const bubbles = (document: Document): Element[] =>
  visibleAll(document, bubble).filter((e) => visibleAll(e, heading).length > 0);

/** A guest as the row shows them; `isUser` where the site puts its word for the user in the place of the name. */
function guestIn(element: Element) {
  const titled = visibleAll(element, '[title]').map((e) => e.getAttribute('title'));
  const title = titled.find((value) => addressIn(value) !== null);
  const name = firstVisible(element, text)?.textContent;
  // Further lines hold the address, the site's words about the guest, and what the guest wrote, which has markup of its own.
  const lines = visibleAll(element, extra).filter((e) => e.children.length === 0);
  const [address] = lines.map((e) => addressOf(e.textContent)).filter((found) => found !== null);
  const isUser = addressOf(title) !== null && lineOf(name) !== null && addressIn(name) === null;
  const person = personFrom([isUser ? null : name, title], [title, address], 'always');
  const words = lines.flatMap((e) => (addressOf(e.textContent) ? [] : [lineOf(e.textContent) ?? '']));
  return { person, isUser, words: words.join(',') };
}

/** Reads the bubble of an event. Who takes part stands behind a button, the organizer beside it. */
function readBubble(document: Document, url: string, event: Element): Reading {
  const [title] = visibleAll(event, heading);
  if (!title) return { state: 'not-yet' };
  const rows = visibleAll(event, row).filter((e) => !e.parentElement?.closest(row));
  const guests = rows.map((element) => ({ ...guestIn(element), organizes: element.matches('.is-organizer') }));
  const user = guests.find((guest) => guest.isUser)?.person;
  const own = accountAt(document, '[data-testid^="heading:userdropdown"] *') ?? (user ? user.address : null);
  const roll = newRoll(own);
  for (const { person, organizes, words } of guests) {
    if (person === false || (person.name === null && person.address === null)) return broken('address of a guest');
    roll.add({ ...person, role: organizes ? 'organizer' : 'attendee' }, words);
  }
  if (guests.filter((guest) => guest.organizes).length > 1) return broken('organizer');
  const counts = visibleAll(event, count).map((e) => Math.max(0, ...numbersIn(e.textContent ?? '')));
  const total = counts.length > 0 ? Math.max(...counts) : null;
  const participants = roll.people();
  const listed = guests.some((guest) => !guest.organizes);
  const complete = total === null ? rows.length === 0 : participants.length >= total && (listed || total === 0);
  const when = whenOf(title);
  const name = lineOf(title.getAttribute('title')) ?? titleText(title);
  return {
    state: 'occasion',
    occasion: {
      site,
      kind: 'meeting',
      // The bubble has no id: the same title at the same time is the same event.
      ref: (new URL(url).searchParams.get('EventID') ?? `${when.whenText ?? ''} ${name ?? ''}`.trim()).slice(0, 300),
      title: name,
      own,
      start: null,
      end: null,
      whenText: when.whenText,
      participants,
      extent: { complete, shown: participants.length, total: total === null && complete ? 0 : total },
      wording: {
        language: languageOf(document),
        shownDay: shownDay(document, url, ''),
        when: when.when,
        form: when.form,
        participants: roll.words(),
      },
    },
  };
}

/** The time, which stands beside the title, after it or (the form of 2021) before it. */
function whenOf(title: Element) {
  const parts = [...(title.parentElement?.children ?? [])].filter((e) => e !== title && visible(e));
  const dated = parts.find((e) => /\p{Nd}.*\p{Nd}/u.test(e.textContent ?? ''));
  return dated ? writtenWhen(dated.querySelector('time')?.parentElement ?? dated) : noWhen;
}

/** Reads the Proton Calendar page: the bubble of the event on the screen. */
export function read(document: Document, url: string): Reading {
  const [event, other] = bubbles(document);
  if (event) return other ? { state: 'not-yet' } : readBubble(document, url, event);
  const loading = visibleAll(document, bubble).length > 0;
  return loading ? { state: 'not-yet' } : { state: 'not-here' };
}

/** Names the event on the screen by its title and time, as it has no id. */
export function mark(document: Document): string | null {
  const open = bubbles(document).map((e) => visibleAll(e, heading)[0]?.parentElement?.textContent ?? '');
  return open.length > 0 ? (lineOf(open.join(' ')) ?? ' ') : null;
}

/** The bubble's title, time and guests; never its description. */
export function watched(document: Document): Watched {
  const open = bubbles(document);
  const parts = open.flatMap((e) => [
    ...visibleAll(e, heading).flatMap((title) => title.parentElement ?? []),
    ...visibleAll(e, count),
    ...visibleAll(e, row),
  ]);
  const lists = parts.flatMap((e) => (e.matches(row) ? (e.parentElement ?? []) : []));
  return watchedParts(document, parts, [...open, ...lists]);
}

/** The reader of Proton Calendar. */
export const protonCalendar: SiteReader = {
  site,
  named: ['title', 'aria-expanded'],
  read,
  mark,
  watched,
};
