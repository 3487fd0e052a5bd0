import { describe, expect, test } from 'vitest';
import { backupText, noRows } from '../../../interchange/backup.ts';
import { gzip } from '../../../interchange/gzip.ts';
import { planOccasions } from '../../../interchange/import-occasions.ts';
import { planPeople } from '../../../interchange/import-people.ts';
import { countsOf, plannedFile, rejectedOf, rejectedText, sumOf } from '../../../interchange/import-plan.ts';
import { digestOf, type ReadFile, readFile } from '../../../interchange/read-file.ts';
import { newPerson } from '../../../records/person.ts';

const now = Date.UTC(2026, 10, 24);
const context = { now, zone: 'Europe/Berlin' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFile('a.txt', bytes(text), context);
const planOf = (file: ReadFile) => ({
  file,
  people: planPeople(
    file.people,
    { byKey: new Map(), byNameKey: new Map() },
    { now, importId: 'i', mine: new Set(), pinyin: null },
  ),
  occasions: planOccasions(file.occasions, new Map(), { now, importId: 'i', mine: new Set() }),
});

const table = 'Name,Email\nAna,ana@example.com\nBerg, Bo,bo@example.com\n,\nAna,ANA@example.com\n';

test('a file is told by its content and read, whatever its name', async () => {
  const csv = await read(table);
  expect(csv).toMatchObject({ kind: 'csv', people: [{ name: 'Ana' }, { name: 'Ana' }], rejected: [{ line: 3 }] });
  const events = await read(
    'BEGIN:VEVENT\r\nDTSTART:20261120T090000Z\r\nATTENDEE:mailto:ana@example.com\r\nEND:VEVENT\r\n',
  );
  expect(events).toMatchObject({ kind: 'icalendar', occasions: [{ kind: 'meeting' }] });
  const mail = await read('From: ana@example.com\nTo: bo@example.com\n\nx');
  expect(mail).toMatchObject({ kind: 'mail', occasions: [{ kind: 'thread', startAt: null }] });
});

describe('a file that cannot be read is one rejection without a line', () => {
  test.each([
    ['empty-file', new Uint8Array()],
    ['archive', Uint8Array.from([0x50, 0x4b, 3, 4])],
    ['unknown-kind', bytes('hello')],
    ['nothing-found', bytes('Name,Email\n')],
    ['nothing-found', bytes('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')],
    ['RM-204', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['RM-203', bytes('{"format":"renmai-backup","version":99,"exportedAt":"2026-01-01T00:00:00Z","tables":{}}')],
  ])('%s', async (code, file) => {
    const { rejected } = await readFile('x', file, context);
    expect(rejected).toMatchObject([{ line: null, code }]);
  });
});

test('counts: added, updated, skipped with what is passed over, failed', async () => {
  const csv = planOf(await read(table));
  expect(countsOf(csv)).toEqual({ added: 1, updated: 0, skipped: 1, failed: 1 });
  const cards = planOf(
    await read('BEGIN:VCARD\r\nKIND:group\r\nFN:Choir\r\nEND:VCARD\r\nBEGIN:VCARD\r\nFN:Ana\r\nEND:VCARD\r\n'),
  );
  expect(countsOf(cards)).toEqual({ added: 1, updated: 0, skipped: 1, failed: 0 });
  expect(sumOf([countsOf(csv), countsOf(cards)])).toEqual({ added: 2, updated: 0, skipped: 2, failed: 1 });
});

test('what the import screen shows of a table, and of a backup', async () => {
  const csv = plannedFile(planOf(await read(table)));
  expect(csv).toMatchObject({
    kind: 'csv',
    columns: {
      headings: ['Name', 'Email'],
      mapping: { Name: 'name', Email: 'address' },
      samples: [
        ['Ana', 'ana@example.com'],
        ['Berg', ' Bo'],
        ['Ana', 'ANA@example.com'],
      ],
    },
    backup: null,
  });
  const other = await readFile('a.csv', bytes(table), context, { Name: 'organisation', Email: 'address' });
  expect(plannedFile(planOf(other)).columns?.mapping).toEqual({ Name: 'organisation', Email: 'address' });
  const rows = noRows();
  rows.people.push(newPerson({ name: 'Ana' }, now));
  const backup = plannedFile(planOf(await readFile('b', await gzip(backupText(rows, now)), context)));
  expect(backup).toMatchObject({
    kind: 'backup',
    columns: null,
    counts: { added: 1 },
    backup: { tables: { people: 1, tips: 0 } },
  });
});

test('rejected parts: listed by file and place, and given back to be mended', async () => {
  const csv = await readFile('people.csv', bytes(table), context);
  expect(rejectedOf([csv])).toEqual([{ file: 'people.csv', place: 3, reason: 'too-many-fields', detail: '3 > 2' }]);
  expect(rejectedText(csv)).toEqual({
    name: 'people.rejected.csv',
    text: 'Name,Email\r\nBerg," Bo",bo@example.com\r\n',
  });
  const cards = await readFile('cards', bytes('BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana\r\n'), context);
  const given = rejectedText(cards);
  expect(given?.name).toBe('cards.rejected');
  expect(given?.text).toContain('X-REJECTED:1 not-ended\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana');
  const mended = await readFile('x', bytes(`${given?.text}END:VCARD\r\n`), context);
  expect(mended.people).toMatchObject([{ name: 'Ana' }]);
  expect(rejectedText(await read('hello'))).toBeNull();
});

test('the digest is SHA-256', async () => {
  expect(await digestOf(bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
