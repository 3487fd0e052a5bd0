import type { Reading, Role } from '../records/occasion.ts';
import { numbersIn } from './count.ts';
import { roleOf } from './gmail-recipients.ts';
import { broken, conversation, messageUnits, readThread } from './gmail-thread.ts';
import { mailboxesIn } from './mailbox-text.ts';
import { newRoll, type Roll } from './roll.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

/** A line that the print itself wrote: it holds no block, as a piece of a body would. */
const isLine = (element: Element): boolean => element.querySelector('table,td,div') === null;

/** The person in a cell `<b>Name</b> <address>`, as the print writes the account and each sender. */
const personIn = (cell: Element) => (isLine(cell) ? mailboxesIn(`:${cell.textContent}`).people[0] : undefined);

/** The only element in an element that has no text of its own: the element itself where there is none such. */
function within(element: Element): Element {
  const [only, other] = element.children;
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim());
  return only && !other && !own ? within(only) : element;
}

/** The lines of recipients: an element each, whatever its kind. */
function linesIn(written: Element): Element[] {
  const lines = [...written.children].filter((e) => visible(e) && lineOf(e.textContent) !== null);
  return lines.map(within);
}

/** Reads one printed message into the roll; answers what is wrong with it, or whether all its people are there. */
function readPrinted(table: Element, own: string | null, roll: Roll): { broken: string } | { complete: boolean } {
  const cells = visibleAll(table, 'td').filter((cell) => cell.closest('table') === table);
  const sender = cells[0] && personIn(cells[0]);
  if (!sender) return { broken: 'sender of a printed message' };
  roll.add({ ...sender, role: 'from' });
  // The one part that the print itself wrote stands in a cell; one within a block is in a body.
  const [written, other] = visibleAll(table, '.recipient').filter(
    (e) => e.closest('table') === table && !table.contains(e.closest('div')),
  );
  const lines = written && !other ? linesIn(written) : [];
  let complete = lines.length > 0;
  let role: Role | null = null;
  for (const line of lines) {
    if (!isLine(line)) return { broken: 'recipients of a printed message' };
    const text = line.textContent ?? '';
    const { people, rest } = mailboxesIn(text);
    const replyTo = line.matches('.replyto');
    const next: Role = replyTo ? 'reply-to' : roleOf(text.trimStart(), role);
    if (!replyTo) role = next;
    for (const person of people) roll.add({ ...person, role: next });
    // "to me" stands without an address, and without a colon.
    if (people.length === 0 && rest.length === 1 && own && text.length < 40 && !/[:：,]/.test(text))
      roll.add({ name: null, address: own, role: next });
    else if (rest.length > 0 || people.length === 0) complete = false;
  }
  return { complete };
}

/** Reads a print of one message or of a conversation; `thread` is what the address calls it. */
export function readPrint(document: Document, thread: string): Reading {
  if (messageUnits(document).length > 0) return readThread(document, { ref: thread || 'print' });
  // A table within a table is layout, or part of a body.
  const outer = visibleAll(document, 'table').filter((t) => !t.parentElement?.closest('table,tbody,tr,td'));
  const tables = outer.filter((t) => t.matches('.message'));
  if (tables.length === 0) return outer.length > 0 ? broken('messages of the print') : { state: 'not-yet' };
  const before = outer.slice(0, outer.indexOf(tables[0] as Element));
  const own =
    before
      .flatMap((t) => visibleAll(t, 'td'))
      .map(personIn)
      .find(Boolean)?.address ?? null;
  const head = before.at(-1);
  // The subject is the first text that stands in an element of its own.
  const subject =
    head?.querySelector('b') ??
    [...(head?.querySelectorAll('td *') ?? [])].find((e) => e.children.length === 0 && lineOf(e.textContent));
  const title = lineOf(subject?.textContent);
  const roll = newRoll(own);
  const [drawn] = numbersIn(head?.textContent?.slice(title?.length ?? 0) ?? '');
  let complete = drawn === undefined || drawn <= tables.length;
  for (const table of tables) {
    const read = readPrinted(table, own, roll);
    if ('broken' in read) return broken(read.broken);
    if (!read.complete) complete = false;
  }
  return conversation(thread || title || 'print', title, own, roll, complete);
}
