import { describe, expect, test } from 'vitest';
import { backupText, noRows } from '../../../interchange/backup.ts';
import { gzip } from '../../../interchange/gzip.ts';
import { digestOf, readFile } from '../../../interchange/read-file.ts';

const now = Date.UTC(2026, 10, 24);
const context = { now, zone: 'Europe/Berlin' };
const bytes = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readFile('a.txt', new Blob([text]), context);
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
    ['RM-209', Uint8Array.from([0x50, 0x4b, 3, 4])],
    ['unknown-kind', bytes('hello')],
    ['nothing-found', bytes('Name,Email\n')],
    ['nothing-found', bytes('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n')],
    ['RM-204', Uint8Array.from([0x1f, 0x8b, 8, 0])],
    ['RM-203', bytes('{"format":"renmai-backup","version":99,"exportedAt":"2026-01-01T00:00:00Z","tables":{}}')],
  ])('%s', async (code, file) => {
    const { rejected } = await readFile('x', new Blob([file.slice()]), context);
    expect(rejected).toMatchObject([{ line: null, code }]);
  });
});

test('a mapping of the user’s is laid over the proposed one; a field that is none is passed over', async () => {
  const read = await readFile('a.csv', new Blob([table]), context, {
    mapping: { Name: 'organisation', Email: 'nonsense' },
  });
  expect(read.table?.used).toEqual({ Name: 'organisation', Email: 'address' });
  expect(read.people[0]).toMatchObject({ name: 'Ana', addresses: ['ana@example.com'] });
});

test('a backup is read whole, packed or not', async () => {
  for (const file of [await gzip(backupText(noRows(), now)), bytes([...backupText(noRows(), now)].join(''))])
    expect(await readFile('b', new Blob([file.slice()]), context)).toMatchObject({
      kind: 'backup',
      rejected: [],
      backup: { version: 1 },
    });
});

test('the digest is SHA-256', async () => {
  expect(await digestOf(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
