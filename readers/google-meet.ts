import type { Reading } from '../records/occasion.ts';
import { numbersIn } from './count.ts';
import { occasionRead } from './reading.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

const site = 'google-meet';
const broken = (part: string): Reading => ({ state: 'broken', site, part });
/** A person's device in the call, as a tile or as a row of the people panel. */
const device = '[data-participant-id^="spaces/"]';

/** The meeting that the address names, by its code. */
const codeIn = (url: string): string | null =>
  /^\/([a-z]{3}-[a-z]{4}-[a-z]{3})(?:\/|$)/.exec(new URL(url).pathname)?.[1] ?? null;

const tiles = (document: Document): Element[] =>
  visibleAll(document, device).filter((e) => !e.closest('[role=listitem]') && !e.parentElement?.closest(device));

/** The rows of the people panel, if it is open. */
const rowsIn = (document: Document): Element[] =>
  visibleAll(document, '[role=list] [role=listitem][aria-label]').filter((e) => lineOf(e.getAttribute('aria-label')));

/** A tile's name: what the page keeps from translation and is no icon. Null for none, false where two are drawn. */
function nameOn(tile: Element): string | null | false {
  const names = new Set(
    visibleAll(tile, '.notranslate')
      .filter(
        (e) =>
          e.localName !== 'i' &&
          !e.closest('i,svg,.google-symbols,.google-material-icons,button,[role=button],[aria-hidden="true"]') &&
          !e.querySelector('.notranslate'),
      )
      .map((e) => lineOf(e.textContent))
      .filter((name) => name !== null),
  );
  return names.size > 1 ? false : ([...names][0] ?? null);
}

/**
 * A row's name: its label, without what the site adds in brackets ("(You)"). What stands in the row or on a tile tells a
 * bracket that is part of somebody's name; where nothing does, nobody is guessed.
 */
function nameInRow(row: Element, onTiles: ReadonlySet<string>): string | null {
  const label = lineOf(row.getAttribute('aria-label'));
  const drawn = nameOn(row);
  if (label === null || drawn === false) return null;
  if (onTiles.has(label)) return label;
  if (drawn && label.startsWith(drawn)) return drawn;
  const bare = lineOf(label.replace(/\s*[(（][^()（）]*[)）]$/, ''));
  return bare === label || (bare !== null && onTiles.has(bare)) ? bare : null;
}

/** The meeting's title: its own, else the window's behind the product's name; a code is no title. */
function titleOf(document: Document, code: string): string | null {
  const own = document.querySelector('[data-meeting-title]')?.getAttribute('data-meeting-title');
  const title = lineOf(own) ?? lineOf(document.title.replace(/^[^-–]*[-–]\s*/, ''));
  return title === code || title === document.title ? null : title;
}

/** Numbers of people that the page draws beside its own buttons: how many are in the call. */
function countOf(document: Document): number | null {
  const [shown] = visibleAll(document, '[data-participant-count],[data-avatar-count]');
  const said = shown?.getAttribute('data-participant-count') ?? shown?.getAttribute('data-avatar-count') ?? '';
  return numbersIn(said)[0] ?? null;
}

/** Reads Google Meet: who is in the call, by tiles and by the people panel. A name is all that it ever shows. */
export function read(document: Document, url: string): Reading {
  const code = codeIn(url);
  if (code === null) return { state: 'not-here' };
  const drawn = tiles(document);
  const rows = rowsIn(document);
  // Before one joins, the page says in a sentence who is there: nothing that could be read with certainty.
  if (drawn.length === 0) return { state: 'not-here' };
  const named = drawn.map(nameOn);
  if (named.includes(false)) return broken('name on a tile');
  const onTiles = new Set(named.filter((name) => typeof name === 'string'));
  if (onTiles.size === 0) return { state: 'not-yet' };
  const inRows = rows.map((row) => nameInRow(row, onTiles)).filter((name) => name !== null);
  const roll = newRoll(null);
  for (const name of [...onTiles, ...inRows]) roll.add({ name, address: null, role: 'attendee' });
  const count = countOf(document);
  // Tiles alone leave out whoever does not fit; the panel has everybody.
  const whole =
    rows.length > 0 &&
    inRows.length === rows.length &&
    [...onTiles].every((name) => inRows.includes(name)) &&
    !named.includes(null);
  const people = roll.people().length;
  const complete = whole && (count === null || count <= Math.max(people, drawn.length));
  return occasionRead(
    {
      site,
      ref: code,
      kind: 'meeting',
      title: titleOf(document, code),
      own: null,
      complete,
      total: complete ? null : count,
    },
    roll,
  );
}

/** Names the call by its code once somebody is drawn in it. */
export function mark(document: Document, url: string): string | null {
  const code = codeIn(url);
  return code !== null && document.querySelector(device) ? code : null;
}

/** The tiles' names and the people panel; before the call, where it may come. */
export function watched(document: Document): Watched {
  const drawn = tiles(document);
  const lists = [...new Set(rowsIn(document).map((row) => row.closest('[role=list]')))].filter((e) => e !== null);
  // Tiles come and go among their siblings.
  const around = [...new Set(drawn.map((tile) => tile.parentElement))].filter((e) => e !== null);
  const names = drawn.flatMap((tile) => visibleAll(tile, '.notranslate')).filter(visible);
  return { deep: lists, along: [...names, ...around, document.body], below: drawn.length === 0 ? [document.body] : [] };
}

/** The reader of Google Meet. */
export const googleMeet: SiteReader = {
  site,
  named: ['data-participant-id', 'data-meeting-title'],
  read,
  mark,
  watched,
};
