import type { Reading } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { frameDocument } from './frame.ts';
import { newRoll } from './roll.ts';
import { hasMessage, headerRoot, headerTable, readHeader, subjectOf } from './roundcube-header.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { visible } from './visible.ts';

const site = 'roundcube';
const broken = (part: string): Reading => ({ state: 'broken', site, part });

/** Where a message is drawn: a page of its own, or the preview frame beside the list. */
type Place = { document: Document; frame: Element | null; folder: string; uid: string };

/** The folder and number of the message that an address names, null where it names none. */
function messageIn(url: string): { folder: string; uid: string } | null {
  const { searchParams } = new URL(url, 'http://unknown.invalid');
  const uid = searchParams.get('_uid') ?? '';
  const shown = /^(?:show|preview|print)$/.test(searchParams.get('_action') ?? '');
  return shown && uid !== '' ? { folder: searchParams.get('_mbox') ?? '', uid } : null;
}

const previewFrame = (document: Document): Element | null => {
  const frame = document.querySelector('iframe[id="messagecontframe"]');
  return frame && visible(frame) ? frame : null;
};

function placeOf(document: Document, url: string): Place | null {
  const own = messageIn(url);
  if (own) return { document, frame: null, ...own };
  const frame = previewFrame(document);
  const inner = frame && frameDocument(frame);
  const named = inner && messageIn(inner.location.href);
  return named ? { document: inner, frame, ...named } : null;
}

/** The account as the page's top bar writes it, or as the page's own script names who logged in; null where neither is an address. */
function ownOf(documents: Document[]): string | null {
  for (const document of documents) {
    const bar = addressOf(lineOf(document.querySelector('.header-title.username,.topright .username')?.textContent));
    if (bar) return bar;
  }
  for (const document of documents)
    for (const script of document.querySelectorAll('head script:not([src])')) {
      const login = addressOf(/\bset_env\(.*?"username":"([^"\\]+)"/s.exec(script.textContent ?? '')?.[1]);
      if (login) return login;
    }
  return null;
}

/** Reads the Roundcube page: the message on a page or in a window of its own, in the preview frame, or its print. */
export function read(document: Document, url: string): Reading {
  const place = placeOf(document, url);
  if (!place) return { state: 'not-here' };
  const root = headerRoot(place.document);
  // The page comes as one piece, the header before the message: as long as that is not there, more is to come.
  if (!root || !hasMessage(place.document)) return { state: 'not-yet' };
  const table = headerTable(root);
  if (table === null || table === 'several') return broken('header of the message');
  const own = ownOf(place.frame ? [document, place.document] : [document]);
  const roll = newRoll(own);
  const header = readHeader(root, table, roll);
  if ('broken' in header) return broken(header.broken);
  const participants = roll.people();
  const complete = header.complete && participants.some(({ role }) => role === 'from');
  return {
    state: 'occasion',
    occasion: {
      site,
      ref: `${new URL(url).host}/${place.folder}/${place.uid}`.slice(0, 300),
      kind: 'thread',
      title: subjectOf(root),
      start: null,
      end: null,
      whenText: null,
      own,
      participants,
      extent: { complete, shown: participants.length, total: complete ? participants.length : null },
    },
  };
}

/** Names the message on the screen by its folder and number. */
export function mark(document: Document, url: string): string | null {
  const place = placeOf(document, url);
  return place && `${place.folder}/${place.uid}`;
}

/** The message's header, and the preview frame, which loads a page for each message. */
export function watched(document: Document, url: string): Watched {
  const frame = document.querySelector('iframe[id="messagecontframe"]');
  const place = placeOf(document, url);
  const root = place && headerRoot(place.document);
  const along = [place?.document.body, frame, document.body].filter((e) => e != null);
  return {
    deep: root ? [root] : [],
    along,
    below: place && !root ? [place.document.body] : [],
    frames: frame ? [frame] : [],
  };
}

/**
 * Roundcube's pages carry its script `rcmail` and a body that names its task (elastic), or its message stack and the
 * hidden fields of its login form.
 */
export function fingerprint(document: Document): boolean {
  const scripted = [...document.querySelectorAll('script:not([src])')].some((script) =>
    /\brcmail\s*=\s*new rcube_webmail\(/.test(script.textContent ?? ''),
  );
  return scripted || document.querySelector('body[class*="task-"] [id="messagestack"],[id="rcmloginuser"]') !== null;
}

/** The reader of Roundcube, wherever it runs. */
export const roundcube: SiteReader = { site, named: ['src'], read, mark, watched, fingerprint };
