import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import PostalMime from 'postal-mime';
import { personsOfCsv, readCsv } from '../interchange/csv.ts';
import { parseCalendar } from '../interchange/icalendar.ts';
import { parseMbox } from '../interchange/mail.ts';
import { headerOf } from '../interchange/mbox.ts';
import { parseVcards } from '../interchange/vcard.ts';
import { type Row, row, tableOf } from '../tests/bench/row.ts';

/** `npm run bench:import`: how long files take to become people and occasions, each beside the parser alone, in the same run. */
const rounds = process.argv.includes('--quick') ? 2 : 7;
const now = Date.UTC(2026, 10, 24);

const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

async function figures(ours: () => unknown, theirs: () => unknown) {
  const all = { ours: [] as number[], theirs: [] as number[] };
  await ours();
  await theirs();
  for (let round = 0; round < rounds; round++) {
    all.theirs.push(await timed(theirs));
    all.ours.push(await timed(ours));
  }
  return all;
}

const many = (n: number, of: (i: number) => string): string => Array.from({ length: n }, (_, i) => of(i)).join('');
const cards = (n: number) =>
  many(
    n,
    (i) =>
      `BEGIN:VCARD\r\nVERSION:3.0\r\nN:Family${i};Given${i};;;\r\nFN:Given${i} Family${i}\r\nEMAIL;TYPE=WORK:p${i}@example.com\r\nTEL;TYPE=CELL:+44 7700 9${i}\r\nORG:Firm ${i % 50};Unit\r\nTITLE:Buyer\r\nNOTE:Met at the fair\\, twice\r\nEND:VCARD\r\n`,
  );
const calendar = (n: number) =>
  `BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${many(n, (i) => `BEGIN:VEVENT\r\nUID:${i}@x\r\nDTSTART:202611${String(1 + (i % 28)).padStart(2, '0')}T090000Z\r\nDTEND:202611${String(1 + (i % 28)).padStart(2, '0')}T100000Z\r\nSUMMARY:Meeting ${i}\r\nORGANIZER;CN=Bo:mailto:bo@example.com\r\nATTENDEE;CN=P${i};PARTSTAT=ACCEPTED:mailto:p${i}@example.com\r\nATTENDEE;CN=Q:mailto:q${i}@example.com\r\nEND:VEVENT\r\n`)}END:VCALENDAR\r\n`;
const table = (n: number) =>
  `First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Organization Name,Notes\r\n${many(n, (i) => `Given${i},Family${i},p${i}@example.com,+44 7700 9${i},Firm ${i % 50},"Met, twice"\r\n`)}`;
const header = (i: number) =>
  `Return-Path: <p${i}@example.com>\nReceived: from a by b; Tue, 24 Nov 2026 09:00:00 +0000\nMessage-ID: <${i}@x>\nFrom: =?UTF-8?Q?P=C3=A9ter_${i}?= <p${i}@example.com>\nTo: "Me" <me@example.org>, Bo <bo@example.com>\nDate: Tue, 24 Nov 2026 09:00:00 +0000\nSubject: Subject ${i}\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n`;
const mailbox = (n: number, body: string) =>
  new TextEncoder().encode(many(n, (i) => `From p${i}@example.com Tue Nov 24 09:00:00 2026\n${header(i)}${body}\n`));

const rows: Row[] = [];
const context = { now, zone: 'Europe/Berlin' };

const vcf = cards(5_000);
rows.push(
  row(
    { name: 'vCard to people', n: 5_000, unit: 'ms', peer: 'ICAL.parse alone', budget: 1.5 },
    await figures(
      () => parseVcards(vcf),
      () => ICAL.parse(vcf),
    ),
  ),
);
const ics = calendar(5_000);
rows.push(
  row(
    { name: 'calendar to occasions', n: 5_000, unit: 'ms', peer: 'ICAL.parse alone', budget: 2 },
    await figures(
      () => parseCalendar(ics, context),
      () => ICAL.parse(ics),
    ),
  ),
);
const csv = table(50_000);
rows.push(
  row(
    { name: 'CSV to people', n: 50_000, unit: 'ms', peer: 'papaparse alone', budget: 1 / 0.6 },
    await figures(
      () => personsOfCsv(readCsv(csv)),
      () => Papa.parse(csv, { header: true, skipEmptyLines: true }),
    ),
  ),
);
const mbox = mailbox(5_000, 'x'.repeat(60).concat('\n').repeat(40));
const blocks = Array.from({ length: 5_000 }, (_, i) => headerOf(new TextEncoder().encode(header(i))));
rows.push(
  row(
    { name: 'mbox to threads', n: 5_000, unit: 'ms', peer: 'postal-mime on the header blocks', budget: 1.3 },
    await figures(
      () => parseMbox([mbox]),
      async () => {
        for (const block of blocks) await PostalMime.parse(block);
      },
    ),
  ),
);
const twice = mailbox(10_000, 'x'.repeat(60).concat('\n').repeat(40));
rows.push(
  row(
    { name: 'mbox of twice the length', n: 10_000, unit: 'ms', peer: 'the same of half the length', budget: 2.2 },
    await figures(
      () => parseMbox([twice]),
      () => parseMbox([mbox]),
    ),
  ),
);

/** A mailbox of a gigabyte in pieces: the most of the heap that is taken while it is read. */
async function gigabyte(): Promise<Row> {
  const piece = mailbox(200, 'x'.repeat(76).concat('\n').repeat(1_300));
  const pieces = Math.ceil(1_000_000_000 / piece.length);
  let most = 0;
  async function* chunks() {
    for (let n = 0; n < pieces; n++) {
      for (let at = 0; at < piece.length; at += 65_536) yield piece.subarray(at, at + 65_536);
      most = Math.max(most, process.memoryUsage().heapUsed);
    }
  }
  const before = process.memoryUsage().heapUsed;
  await parseMbox(chunks());
  const megabytes = (most - before) / 1_000_000;
  return row(
    { name: 'mbox of 1 GB: heap taken', n: 200 * pieces, unit: 'MB', peer: 'what it may take', budget: 1 },
    { ours: [megabytes], theirs: [128] },
  );
}
rows.push(await gigabyte());

console.log(tableOf(rows));
const folder = resolve(import.meta.dirname, '../bench');
mkdirSync(folder, { recursive: true });
writeFileSync(resolve(folder, 'import-results.json'), `${JSON.stringify(rows, null, 2)}\n`);
