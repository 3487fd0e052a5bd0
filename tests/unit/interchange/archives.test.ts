import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isTar, tarFiles } from '../../../interchange/archive-tar.ts';
import { listZip, openZipEntry } from '../../../interchange/archive-zip.ts';
import { partsOf } from '../../../interchange/parts.ts';
import { readFile } from '../../../interchange/read-file.ts';
import type { FoundPart } from '../../../records/planner.ts';
import { tarOf, zipOf } from './archive-makers.ts';

const context = { now: Date.UTC(2026, 10, 24), zone: 'Europe/Berlin' };
const mbox = (subject: string, id: string) =>
  `From 1@x Tue Nov 24 09:00:00 +0000 2026\nX-Gmail-Labels: Inbox\nMessage-ID: <${id}@x>\nFrom: Ana <ana@example.com>\nTo: me@example.org\nDate: Tue, 24 Nov 2026 09:00:00 +0000\nSubject: ${subject}\n\nhello\n\n`;
const takeout: [string, string | Uint8Array][] = [
  ['Takeout/archive_browser.html', '<p>hello</p>'],
  [
    'Takeout/Contacts/All Contacts/All Contacts.vcf',
    'BEGIN:VCARD\nVERSION:3.0\nFN:Ana Lima\nEMAIL:ana@example.com\nEND:VCARD\n',
  ],
  ['Takeout/Contacts/All Contacts/photo.jpg', 'xxxx'],
  [
    'Takeout/Calendar/me.ics',
    'BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20261120T090000Z\nATTENDEE:mailto:bo@example.com\nEND:VEVENT\nEND:VCALENDAR\n',
  ],
  ['Takeout/Mail/All mail Including Spam and Trash.mbox', mbox('one', '1') + mbox('two', '2')],
  ['Takeout/Mail/Important.mbox', mbox('one', '1')],
];

describe.each([
  ['zip', (files: typeof takeout) => new Blob([zipOf(files).slice()])],
  ['zip64', (files: typeof takeout) => new Blob([zipOf(files, { zip64: true }).slice()])],
  ['tar', (files: typeof takeout) => new Blob([tarOf(files).slice()])],
  ['tgz', (files: typeof takeout) => new Blob([gzipSync(tarOf(files))])],
])('a Takeout as %s', (_kind, make) => {
  test('is read whole, with what was found in it', async () => {
    const seen: (readonly FoundPart[])[] = [];
    let read = 0;
    const blob = make(takeout);
    const file = await readFile('takeout', blob, context, {
      onFound: (parts) => seen.push(parts.map((part) => ({ ...part }))),
      onBytes: (n) => {
        read += n;
      },
    });
    expect(file).toMatchObject({ kind: 'archive', rejected: [], people: [{ name: 'Ana Lima' }] });
    // The mail that stands in two mailboxes is one thread.
    expect(file.occasions.map(({ kind, title }) => `${kind} ${title}`).sort()).toEqual([
      'meeting null',
      'thread one',
      'thread two',
    ]);
    expect(
      file.parts
        ?.filter((part) => part.kind !== null)
        .map(({ path, kind, entries }) => [path.split('/').at(-1), kind, entries]),
    ).toEqual([
      ['All Contacts.vcf', 'vcard', 1],
      ['me.ics', 'icalendar', 1],
      ['All mail Including Spam and Trash.mbox', 'mbox', 2],
      ['Important.mbox', 'mbox', 1],
    ]);
    expect(seen.length).toBeGreaterThan(0);
    expect(read).toBeGreaterThan(0);
  });
});

describe('a folder', () => {
  const blob = (text: string) => new Blob([text]);
  test('of Maildir is one mailbox; its sent folder tells whose it is', async () => {
    const mail = (from: string, to: string, id: string) =>
      blob(`From: ${from}\nTo: ${to}\nMessage-ID: <${id}>\nDate: Tue, 24 Nov 2026 09:00:00 +0000\n\nx`);
    const file = await readFile(
      'Maildir',
      [
        { path: 'Maildir/cur/1.M1P1.host:2,S', blob: mail('ana@example.com', 'me@example.org', 'a') },
        { path: 'Maildir/new/2.M1P1.host', blob: mail('bo@example.com', 'me@example.org', 'b') },
        { path: 'Maildir/.Sent/cur/3.M1P1.host:2,S', blob: mail('me@example.org', 'ana@example.com', 'c') },
        { path: 'Maildir/dovecot.index', blob: blob('index') },
      ],
      context,
    );
    expect(file).toMatchObject({ kind: 'folder', rejected: [] });
    expect(file.occasions.map((one) => one.messages?.[0]?.sent)).toEqual([false, false, true]);
  });
});

describe('archives that are not what they should be', () => {
  const codes = async (blob: Blob) => (await readFile('x.zip', blob, context)).rejected.map(({ code }) => code);

  test('cut off, spoilt, empty', async () => {
    const zip = zipOf(takeout);
    expect(await codes(new Blob([zip.slice(0, -30)]))).toEqual(['RM-209']);
    expect(await codes(new Blob([zip.slice(40)]))).toContain('unknown-kind');
    const spoilt = zip.slice();
    spoilt.fill(0xff, 60, 90);
    expect((await codes(new Blob([spoilt]))).length).toBeGreaterThan(0);
    const tgz = gzipSync(tarOf(takeout));
    const cut = await readFile('x.tgz', new Blob([tgz.subarray(0, tgz.length - 200)]), context);
    expect(cut.rejected.map(({ code }) => code)).toContain('RM-204');
    const tar = tarOf(takeout);
    tar[1_030] = 0x41;
    expect((await readFile('x.tar', new Blob([tar.slice()]), context)).rejected.length).toBeGreaterThan(0);
    expect(await codes(new Blob([zipOf([]).slice()]))).toEqual(['nothing-found']);
  });

  test('names that climb out of the folder are names and nothing else', async () => {
    const file = await readFile(
      'x.zip',
      new Blob([zipOf([['../../etc/passwd.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Eve\nEND:VCARD\n']]).slice()]),
      context,
    );
    expect(file.people).toMatchObject([{ name: 'Eve' }]);
    expect(file.parts?.[0]?.path).toBe('../../etc/passwd.vcf');
  });

  test('a file that swells beyond all reason is left, and the others are read', async () => {
    const bomb = `Name,Email\n${'Ana,ana@example.com\n'.repeat(3_000_000)}`;
    const file = await readFile(
      'x.zip',
      new Blob([
        zipOf([
          ['a.csv', bomb],
          ['b.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nEND:VCARD\n'],
        ]).slice(),
      ]),
      context,
    );
    expect(file.rejected.map(({ code }) => code)).toEqual(['RM-213']);
    expect(file.people).toMatchObject([{ name: 'Bo' }]);
  });

  test('an archive within, an encrypted file, an office document', async () => {
    const inner = zipOf([['a.vcf', 'x']]);
    expect(await codes(new Blob([zipOf([['inner.zip', inner]]).slice()]))).toEqual(['packed-within']);
    expect(await codes(new Blob([zipOf([['a.vcf', 'x']], { encrypted: true }).slice()]))).toEqual(['packed-within']);
    expect(await codes(new Blob([zipOf([['[Content_Types].xml', '<x/>']]).slice()]))).toEqual(['RM-214']);
  });

  test('stopped, it throws what the gate throws', async () => {
    const gate = () => Promise.reject(new DOMException('stopped', 'AbortError'));
    await expect(readFile('x.zip', new Blob([zipOf(takeout).slice()]), context, { gate })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});

test('the pieces: a list of entries, one entry’s bytes, tar files one after another', async () => {
  const blob = new Blob([zipOf(takeout).slice()]);
  const entries = await listZip(blob);
  expect(entries.map(({ path }) => path)).toEqual(takeout.map(([path]) => path));
  const [first] = entries;
  if (first === undefined) throw new Error('no entry');
  expect(await new Response(await openZipEntry(blob, first, (bytes) => bytes)).text()).toBe('<p>hello</p>');
  const long = `${'a/'.repeat(120)}x.vcf`;
  const tar = tarOf([
    [long, 'y'.repeat(1_000)],
    ['b', ''],
  ]);
  expect(isTar(tar)).toBe(true);
  async function* pieces() {
    for (let at = 0; at < tar.length; at += 100) yield tar.subarray(at, at + 100);
  }
  const names: string[] = [];
  for await (const file of tarFiles(pieces())) names.push(`${file.path.length} ${file.size}`);
  expect(names).toEqual([`${long.length} 1000`, '1 0']);
  expect((await partsOf(new Blob(['x']), {})).is).toBe('single');
});
