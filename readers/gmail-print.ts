import type { Reading, Role } from '../records/occasion.ts';
import { addressOf } from './address.ts';
import { roleOf } from './gmail-recipients.ts';
import { messageUnits, readThread } from './gmail-thread.ts';
import { mailboxesIn } from './mailbox-text.ts';
import { newRoll, type Roll } from './roll.ts';
import { lineOf } from './text.ts';
import { visibleAll } from './visible.ts';

const broken = (part: string): Reading => ({ state: 'broken', site: 'gmail', part });

/** The cells of a table itself, not of a table within it, which is where the body is. */
const ownCells = (table: Element): Element[] =>
  visibleAll(table, 'td').filter((cell) => cell.closest('table') === table);

/** The person in a cell `<b>Name</b> <address>`, as the print writes the account and each sender. */
function personIn(cell: Element): { name: string | null; address: string } | null {
  const bold = cell.querySelector('b');
  const all = cell.textContent ?? '';
  const name = bold?.textContent ?? '';
  const after = bold && all.trimStart().startsWith(name.trim()) ? all.trimStart().slice(name.trim().length) : all;
  const address = addressOf(/<([^<>]+)>\s*$/.exec(after)?.[1]) ?? addressOf(after);
  if (address) return { name: lineOf(name), address };
  const whole = mailboxesIn(name).people;
  return whole.length === 1 ? (whole[0] ?? null) : null;
}

/** Reads one printed message into the roll; answers what is wrong with it, or whether all its people are there. */
function readPrinted(table: Element, own: string | null, roll: Roll): { broken: string } | { complete: boolean } {
  const cells = ownCells(table);
  const sender = cells[0] && personIn(cells[0]);
  if (!sender) return { broken: 'sender of a printed message' };
  roll.add({ ...sender, role: 'from' });
  const lines = cells.flatMap((cell) =>
    visibleAll(cell, '.recipient > div').filter((line) => line.closest('table') === table),
  );
  let complete = lines.length > 0;
  let role: Role | null = null;
  for (const line of lines) {
    const text = line.textContent ?? '';
    const { people, rest } = mailboxesIn(text);
    const replyTo = line.matches('.replyto');
    const next: Role = replyTo ? 'reply-to' : roleOf(text.trimStart(), role);
    if (!replyTo) role = next;
    for (const person of people) roll.add({ ...person, role: next });
    // "to me" stands without an address, and without a colon.
    const me = rest.length === 1 && people.length === 0 && own !== null && !/[:：,]/.test(text) && text.length < 40;
    if (me) roll.add({ name: null, address: own, role: next });
    else if (rest.length > 0 || people.length === 0) complete = false;
  }
  return { complete };
}

/** Reads a print of one message or of a conversation; `thread` is what the address calls it. */
export function readPrint(document: Document, thread: string): Reading {
  if (messageUnits(document).length > 0) return readThread(document, { ref: thread || 'print' });
  const tables = visibleAll(document, 'table.message').filter((t) => t.parentElement?.closest('table') === null);
  const first = tables[0];
  if (!first)
    return document.readyState === 'complete' && document.querySelector('table')
      ? broken('messages of the print')
      : { state: 'not-yet' };
  const before = visibleAll(document, 'table').filter(
    (t) => t.compareDocumentPosition(first) & 4 && !t.contains(first),
  );
  const own =
    before
      .flatMap((t) => visibleAll(t, 'td'))
      .map(personIn)
      .find((p) => p !== null)?.address ?? null;
  const head = before.findLast(
    (t) => t.querySelector('b') !== null && ![...t.querySelectorAll('td')].some((td) => personIn(td)),
  );
  const title =
    lineOf(head?.querySelector('b')?.textContent) ?? lineOf(document.title.split(' - ').slice(1).join(' - '));
  const roll = newRoll(own);
  const drawn = /\p{Nd}+/u.exec(head?.textContent?.slice(title?.length ?? 0) ?? '')?.[0];
  let complete = drawn === undefined || Number(drawn) <= tables.length;
  for (const table of tables) {
    const read = readPrinted(table, own, roll);
    if ('broken' in read) return broken(read.broken);
    if (!read.complete) complete = false;
  }
  const participants = roll.people();
  const extent = { complete, shown: participants.length, total: complete ? participants.length : null };
  return {
    state: 'occasion',
    occasion: {
      site: 'gmail',
      ref: thread || title || 'print',
      kind: 'thread',
      title,
      start: null,
      end: null,
      whenText: null,
      own,
      participants,
      extent,
    },
  };
}
