import type { Reading } from '../records/occasion.ts';
import { readPrint } from './gmail-print.ts';
import { headerOf, messageUnits, readThread, threadHeadings, threadIdOf } from './gmail-thread.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { visibleAll } from './visible.ts';

/** What an address of Gmail says: a print of messages, a conversation, a list of them, or something else. */
type Place =
  | { view: 'print'; thread: string }
  | { view: 'thread'; thread: string }
  | { view: 'list' }
  | { view: 'elsewhere' };

/** First segments of the hash that show conversations, and how many segments name the list itself. */
const deeperLists = /^(?:label|search|category|advanced-search|section_query|create-filter)$/;
const noLists = /^(?:settings|contacts|chat|chats|meet|addons|tasks)$/;

function placeOf(url: string): Place {
  const { searchParams, hash, pathname } = new URL(url);
  const thread = searchParams.get('permthid') ?? searchParams.get('th') ?? searchParams.get('permmsgid') ?? '';
  if (searchParams.get('view') === 'pt') return { view: 'print', thread };
  if (thread !== '') return { view: 'thread', thread: thread.replace(/^#/, '') };
  const segments = hash.slice(1).split('?')[0]?.split('/') ?? [];
  const last = segments.at(-1) ?? '';
  if (noLists.test(segments[0] ?? '')) return { view: 'elsewhere' };
  const depth = deeperLists.test(segments[0] ?? '') ? 3 : 2;
  if (segments.length >= depth && /^[A-Za-z0-9]{16,}$/.test(last)) return { view: 'thread', thread: last };
  return pathname.startsWith('/mail') ? { view: 'list' } : { view: 'elsewhere' };
}

/** Whether a list of conversations is on the screen beside the open one (reading pane). */
const besideList = (document: Document): boolean =>
  visibleAll(document, '[gh=tl],[role=main] [role=grid],[role=main] tr[role=row]').length > 0;

/** Reads the Gmail page: the conversation on the screen, whole, in a reading pane or in a window of its own, or a print. */
export function read(document: Document, url: string): Reading {
  const place = placeOf(url);
  if (place.view === 'print') return readPrint(document, place.thread);
  if (place.view === 'elsewhere') return { state: 'not-here' };
  if (place.view === 'list') {
    if (threadHeadings(document).length === 0) return { state: 'not-here' };
    // A conversation under the address of a list: it is being left, unless it stands in a pane beside the list.
    return besideList(document) ? readThread(document, {}) : { state: 'not-yet' };
  }
  return readThread(document, /^[0-9a-f]{16}$/.test(place.thread) ? { hex: place.thread } : {});
}

/** Names the conversation on the screen together with what the address says. */
export function mark(document: Document, url: string): string | null {
  const place = placeOf(url);
  if (place.view === 'elsewhere') return null;
  const shown = threadHeadings(document).map(threadIdOf);
  const named = 'thread' in place ? place.thread : '';
  return named === '' && shown.length === 0 && place.view !== 'print' ? null : [named, ...new Set(shown)].join(' ');
}

/** Headers, heading and the way up from them; while nothing is open, the main areas. Never a body, never a compose form. */
export function watched(document: Document, url: string): Watched {
  const place = placeOf(url);
  if (place.view === 'elsewhere' || place.view === 'print') return { deep: [], along: [document.body], below: [] };
  const headings = threadHeadings(document);
  const units = messageUnits(document);
  const mains = [...document.querySelectorAll('[role=main]')];
  const deep = [...headings, ...units.map(headerOf).filter((e) => e !== null)];
  const waiting = place.view === 'thread' && units.length === 0;
  return { deep, along: [...units, ...mains, document.body], below: waiting ? mains : [] };
}

/** The reader of Gmail. */
export const gmail: SiteReader = {
  site: 'gmail',
  named: ['data-thread-perm-id', 'data-legacy-thread-id', 'data-message-id', 'data-legacy-message-id', 'aria-expanded'],
  read,
  mark,
  watched,
};
