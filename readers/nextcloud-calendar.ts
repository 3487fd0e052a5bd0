import type { Reading } from '../records/occasion.ts';
import { numbersIn } from './count.ts';
import { outermost } from './mail-thread.ts';
import { fingerprint } from './nextcloud-mail.ts';
import { addressAt, personFrom } from './person.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = 'nextcloud-calendar';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
/** `src/components/Editor/Invitees/`; the editor is a popover, a side bar or a page. */
const list = '.invitees-list';
const item = '.invitees-list-item';
const editor = '.event-popover,.app-sidebar,.app-full,.calendar-edit-full,.modal-container';
const heading =
  '.event-popover__header h2,.property-title input,.property-title__input input,.property-title h2,.app-full__header h2';

/** The event of an address: `…/edit/<editor>/<object>/<occurrence>` or `/edit/<object>`. A new one has nobody yet. */
function eventIn(url: string): string | null {
  const { host, pathname } = new URL(url);
  const named = /\/apps\/calendar\/.*?\bedit\/(?:(?:popover|full|sidebar)\/)?([^/]+)(?:\/([^/]+))?/.exec(pathname);
  return named?.[1] && named[1] !== 'new' ? `${host}/${named[1]}/${named[2] ?? ''}` : null;
}

const editors = (document: Document): Element[] =>
  outermost(visibleAll(document, editor).filter((e) => visibleAll(e, heading).length > 0));

const titleIn = (root: Element): string | null => {
  const [title] = visibleAll(root, heading);
  if (!title) return null;
  return title.localName === 'input' ? lineOf((title as HTMLInputElement).value) : titleText(title);
};

/** Reads the page of Nextcloud Calendar: the event that the address names. */
export function read(document: Document, url: string): Reading {
  const ref = eventIn(url);
  if (ref === null) return { state: 'not-here' };
  const [root, other] = editors(document);
  if (!root || other) return { state: 'not-yet' };
  const lists = visibleAll(root, list);
  const rows = visibleAll(root, item);
  const drawn = visibleAll(document, `${item},.attendee-display,.attendee-display__name`);
  const astray = drawn.some((e) => !rows.some((row) => row.contains(e)));
  if (astray || rows.some((row) => !lists.some((one) => one.contains(row))) || lists.length > 1)
    return broken('guest list');
  const roll = newRoll(null);
  let complete = true;
  let organizers = 0;
  for (const row of rows) {
    const inside = (selector: string) => visibleAll(row, selector).filter((e) => e.closest(item) === row);
    const [display, more] = inside('.attendee-display__name,.invitees-list-item__displayname');
    if (!display || more) return broken('name of a guest');
    const names = [...display.childNodes].filter((node) => node.nodeType === 3 && lineOf(node.nodeValue) !== null);
    const [written, otherWritten] = inside('.attendee-display__email');
    const links = inside('a[href^="mailto:"]');
    const person = personFrom(
      [names.length === 1 ? names[0]?.nodeValue : ''],
      [
        otherWritten ? false : written ? addressAt(written) : null,
        ...links.flatMap((link) => [link.getAttribute('href')?.slice('mailto:'.length), link.getAttribute('title')]),
      ],
    );
    if (person === false || names.length !== 1) return broken('address of a guest');
    const organizer = inside('.invitees-list-item__organizer-hint').length > 0;
    if (organizer) organizers++;
    const members = row.querySelector('.member-list,.invitees-list-item__member-count') !== null;
    if (members && row.querySelector('.member-list--open') === null) complete = false;
    roll.add({ ...person, role: organizer ? 'organizer' : 'attendee', marked: members ? 'group' : null });
  }
  if (organizers > 1) return broken('organizer');
  const [note] = lists.flatMap((one) => visibleAll(one, '.invitees-list__more'));
  if (note) complete = false;
  const [missing] = numbersIn(note?.textContent ?? '');
  const participants = roll.people();
  // Names alone are an older form; among addresses one stands for an address that is gone.
  if (participants.some((p) => p.address === null) && participants.some((p) => p.address !== null)) complete = false;
  return {
    state: 'occasion',
    occasion: {
      site,
      ref: ref.slice(0, 300),
      kind: 'meeting',
      title: titleIn(root),
      start: null,
      end: null,
      whenText: null,
      own: null,
      participants,
      extent: {
        complete,
        shown: participants.length,
        total: complete ? participants.length : missing === undefined ? null : participants.length + missing,
      },
    },
  };
}

/** Names the event of the address. */
export const mark = (_document: Document, url: string): string | null => eventIn(url);

/** The title and the guests; a description is never among them. */
export function watched(document: Document): Watched {
  const open = editors(document);
  const parts = open.flatMap((root) => [...root.querySelectorAll(`${heading},${list}`)]);
  return watchedParts(document, parts, open);
}

/** The reader of Nextcloud Calendar, wherever it runs. */
export const nextcloudCalendar: SiteReader = { site, named: [], read, mark, watched, fingerprint };
