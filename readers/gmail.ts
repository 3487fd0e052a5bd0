import type { Reading } from '../records/occasion.ts';
import { readPrint } from './gmail-print.ts';
import { headerOf, messageUnits, readThread, threadHeadings, threadIdOf } from './gmail-thread.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { visibleAll } from './visible.ts';

/** What an address of Gmail says: a print of messages, a conversation, or something else, such as a list of them. */
type Place = { view: 'print' | 'thread' | 'other'; thread: string };

/** First segments of the hash that take one more to name a list. */
const deeperLists = /^(?:label|search|category|advanced-search|section_query)$/;

function placeOf(url: string): Place {
  const { searchParams, hash } = new URL(url);
  const thread = (searchParams.get('permthid') ?? searchParams.get('th') ?? '').replace(/^#/, '');
  if (searchParams.get('view') === 'pt') return { view: 'print', thread };
  if (thread !== '') return { view: 'thread', thread };
  const segments = hash.slice(1).split('?')[0]?.split('/') ?? [];
  const last = segments.at(-1) ?? '';
  const depth = deeperLists.test(segments[0] ?? '') ? 3 : 2;
  const named = segments.length >= depth && /^[A-Za-z0-9]{16,}$/.test(last);
  return named ? { view: 'thread', thread: last } : { view: 'other', thread: '' };
}

/** Whether a list of conversations is on the screen beside the open one (reading pane). */
const besideList = (document: Document): boolean =>
  visibleAll(document, '[gh=tl],[role=main] [role=grid],[role=main] tr[role=row]').length > 0;

/** Reads the Gmail page: the conversation on the screen, whole, in a reading pane or in a window of its own, or a print. */
export function read(document: Document, url: string): Reading {
  const { view, thread } = placeOf(url);
  if (view === 'print') return readPrint(document, thread);
  if (view === 'thread') return readThread(document, /^[0-9a-f]{16}$/.test(thread) ? { hex: thread } : {});
  if (threadHeadings(document).length === 0) return { state: 'not-here' };
  // A conversation under another address is being left, unless it stands in a pane beside the list.
  return besideList(document) ? readThread(document, {}) : { state: 'not-yet' };
}

/** Names the conversation on the screen together with what the address says. */
export function mark(document: Document, url: string): string | null {
  const { view, thread } = placeOf(url);
  return (
    [view === 'print' ? view : '', thread, ...new Set(threadHeadings(document).map(threadIdOf))].join(' ').trim() ||
    null
  );
}

/** Headers, heading and the way up from them; while nothing is open, the main areas. Never a body, never a compose form. */
export function watched(document: Document): Watched {
  const headings = threadHeadings(document);
  const units = messageUnits(document);
  const mains = [...document.querySelectorAll('[role=main]')];
  const deep = [...headings, ...units.map((unit) => headerOf(unit)).filter((e) => e !== null)];
  return { deep, along: [...units, ...mains, document.body], below: units.length === 0 ? mains : [] };
}

/** The reader of Gmail. */
export const gmail: SiteReader = {
  site: 'gmail',
  named: ['data-thread-perm-id', 'data-legacy-thread-id', 'data-message-id', 'data-legacy-message-id', 'aria-expanded'],
  read,
  mark,
  watched,
};
