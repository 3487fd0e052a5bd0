import type { Reading, ReadOccasion, Wording } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { type Guests, readGuests } from './calendar-guests.ts';
import { formWhen, languageOf, shownDay, type WrittenWhen, writtenWhen } from './calendar-when.ts';
import { accountInBar } from './own-account.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf, titleText } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'google-calendar';
const guestRow = '[role=treeitem][data-email]';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
const byId = (root: ParentNode, id: string): Element[] => visibleAll(root, `[id="${id}"]`);

/** An event's name on the site: base64 of its id and, often cut short, the address of the calendar it was opened in. */
export function eventName(encoded: string): { event: string; calendar: string | null } {
  try {
    const [event, calendar] = atob(encoded.replaceAll('-', '+').replaceAll('_', '/')).split(' ');
    if (event && /^[\x21-\x7e]{3,200}$/.test(event)) return { event, calendar: addressOf(calendar) };
  } catch {
    // Not base64: the name is used as it stands.
  }
  return { event: encoded.slice(0, 200), calendar: null };
}

/** The event that the address names: that of the edit page, or one that was opened by a link. */
function eventInAddress(url: string): { edit: boolean; encoded: string | null } {
  const { pathname, searchParams } = new URL(url);
  const edit = /\/eventedit(?:\/([^/]+))?\/?$/.exec(pathname);
  return { edit: edit !== null, encoded: edit?.[1] ?? searchParams.get('eid') };
}

const bubbles = (document: Document): Element[] => byId(document, 'xDetDlg');

/** The user's own address: from the bar, else that of the calendar where nothing on the page names another one. */
function ownOf(document: Document, calendar: string | null, owners: Element[]): string | null {
  const inBar = accountInBar(document);
  if (inBar) return inBar;
  const named = owners
    .map((e) => /[^\s–—-]+@\S+$/.exec((e.getAttribute('data-text') ?? e.textContent ?? '').trim())?.[0])
    .map((text) => addressOf(text))
    .find((address) => address !== null);
  if (!calendar || /@group\.(?:v\.)?calendar\.google\.com$/i.test(calendar) || !/@.+\./.test(calendar))
    return named ?? null;
  return !named || named.toLowerCase() === calendar.toLowerCase() ? calendar : null;
}

/** Reads the details of the event `encoded`: a bubble, or the main area of a page of its own. */
function readDetails(document: Document, bubble: Element, encoded: string | null, url: string): Reading {
  if (!encoded) return broken('id of the event');
  const { event, calendar } = eventName(encoded);
  const dialog = bubble.closest('[role=dialog]') ?? bubble;
  const labelId = dialog.getAttribute('aria-labelledby');
  const heading = (labelId ? byId(bubble, labelId)[0] : undefined) ?? visibleAll(bubble, '[role=heading]')[0];
  const when = byId(bubble, 'xDetDlgWhen')[0];
  if (!heading) return when ? broken('title of the event') : { state: 'not-yet' };
  const lists = byId(bubble, 'xDetDlgAtt');
  const inText = '[id="xDetDlgDesc"],[id="xDetDlgLoc"]';
  const astray = visibleAll(dialog, guestRow).some(
    (row) => row.closest('[id="xDetDlgAtt"],[id="xDetDlgRoom"]') === null,
  );
  if (
    astray ||
    lists.some((list) => list.closest(inText)) ||
    byId(document, 'xDetDlgAtt').some((list) => !bubble.contains(list) && list.closest('[id="xDetDlg"]') === null)
  )
    return broken('guest list');
  const own = ownOf(document, calendar, byId(bubble, 'xDetDlgCal'));
  const guests =
    lists.length === 0 ? { participants: [], words: [], complete: true, total: 0 } : readGuests(lists, own, true);
  if ('broken' in guests) return broken(guests.broken);
  const wording = { language: languageOf(document), shownDay: shownDay(document, url, encoded) };
  return meeting({ ref: event, title: titleText(heading), own }, guests, writtenWhen(when), wording);
}

function readEdit(document: Document, encoded: string): Reading {
  const { event, calendar } = eventName(encoded);
  // A form, or the same page for somebody who may not change the event.
  const titleBox = byId(document, 'xTiIn')[0] ?? visibleAll(document, '[role=main] [role=heading]')[0];
  if (!titleBox) return { state: 'not-yet' };
  const input = titleBox.matches('input,textarea') ? titleBox : titleBox.querySelector('input,textarea');
  const title = input ? lineOf((input as HTMLInputElement).value) : titleText(titleBox);
  const own = ownOf(document, calendar, byId(document, 'xCalOwn'));
  const lists = byId(document, 'xGstLst');
  if (visibleAll(document, guestRow).some((row) => !lists.some((list) => list.contains(row))))
    return broken('guest list');
  const guests =
    lists.length === 0 ? { participants: [], words: [], complete: false, total: null } : readGuests(lists, own, false);
  if ('broken' in guests) return broken(guests.broken);
  const wording = { language: languageOf(document), shownDay: null };
  return meeting({ ref: event, title, own }, guests, formWhen(byId(document, 'xDaRaSel')[0]), wording);
}

function meeting(
  named: Pick<ReadOccasion, 'ref' | 'title' | 'own'>,
  { participants, words, complete, total }: Exclude<Guests, { broken: string }>,
  { whenText, when, form }: WrittenWhen,
  page: Pick<Wording, 'language' | 'shownDay'>,
): Reading {
  return {
    state: 'occasion',
    occasion: {
      site,
      kind: 'meeting',
      ...named,
      start: null,
      end: null,
      whenText,
      participants,
      extent: { complete, shown: participants.length, total },
      wording: { ...page, when, form, participants: words },
    },
  };
}

/** Reads the Google Calendar page: the bubble or page of an event on the screen, or its edit page. */
export function read(document: Document, url: string): Reading {
  const open = bubbles(document);
  const ids = new Set(open.map((e) => e.getAttribute('data-eventid')));
  if (ids.size > 1) return { state: 'not-yet' };
  const readings = open.map((bubble) => readDetails(document, bubble, bubble.getAttribute('data-eventid'), url));
  const first = readings[0];
  if (first) {
    const same = readings.every((reading) => JSON.stringify(reading) === JSON.stringify(first));
    return same ? first : broken('details of the event');
  }
  const { edit, encoded } = eventInAddress(url);
  const details = ['xDetDlgWhen', 'xDetDlgAtt'].flatMap((id) => byId(document, id));
  if (details.length > 0) {
    const page = details[0]?.closest('[role=main]');
    return page && encoded ? readDetails(document, page, encoded, url) : broken('details of the event');
  }
  if (encoded === null) return { state: 'not-here' };
  return edit ? readEdit(document, encoded) : { state: 'not-yet' };
}

/** Names the event on the screen, or the one that the address names. */
export function mark(document: Document, url: string): string | null {
  const shown = new Set(bubbles(document).map((e) => e.getAttribute('data-eventid')));
  return shown.size > 0 ? [...shown].join(' ') : eventInAddress(url).encoded;
}

/** The open event's title, time and guests; while none is open, every bubble left in the page and where one may come. */
export function watched(document: Document, url: string): Watched {
  const all = [...document.querySelectorAll('[id="xDetDlg"]')];
  const open = all.filter(visible);
  if (open.length > 0) return { deep: open.flatMap(readParts), along: all, below: [] };
  if (eventInAddress(url).encoded) {
    const parts = ['xTiIn', 'xDaRaSel', 'xGstLst', 'xCalOwn', 'xDetDlgWhen', 'xDetDlgAtt'].flatMap((id) =>
      byId(document, id),
    );
    return { deep: parts, along: [document.body], below: parts.length > 0 ? [] : [document.body] };
  }
  return { deep: [], along: all, below: [document.body] };
}

/** The parts of a bubble that are read; its description and location are not among them. */
const readParts = (bubble: Element): Element[] => [
  ...bubble.querySelectorAll(
    '[role=heading],[id="xDetDlgWhen"],[id="xDetDlgAtt"],[id="xDetDlgRoom"],[id="xDetDlgCal"]',
  ),
];

/** The reader of Google Calendar. */
export const googleCalendar: SiteReader = { site, named: ['data-eventid', 'aria-hidden'], read, mark, watched };
