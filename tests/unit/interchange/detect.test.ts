import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFile } from '../../../interchange/detect.ts';
import { decodeText, encodingOf } from '../../../interchange/text-encoding.ts';
import { corpus, fixtures } from './fixtures.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => new Uint8Array(Uint16Array.from(text, (one) => one.charCodeAt(0)).buffer);

describe('the kind of a file, by its content', () => {
  test.each<[string, string, string]>([
    ['vcard', 'a vCard', 'BEGIN:VCARD\r\nVERSION:3.0\r\n'],
    ['vcard', 'after blank lines', '\r\n\r\nbegin:vcard\r\n'],
    ['icalendar', 'a calendar', 'BEGIN:VCALENDAR\r\n'],
    ['icalendar', 'a bare event', 'BEGIN:VEVENT\r\n'],
    ['csv', 'a table', 'Name,Email\nAna,ana@example.com\n'],
    ['csv', 'one column', 'Email\nana@example.com\n'],
    ['csv', 'a table that speaks of vCards', 'Name,Note\nAna,BEGIN:VCARD is a line\n'],
    ['mail', 'a message', 'Return-Path: <a@b.example>\r\nFrom: a@b.example\r\n\r\nBEGIN:VCALENDAR\r\n'],
    ['mbox', 'a mailbox', 'From ana@example.com Tue Nov 24 09:00:00 2026\nFrom: ana@example.com\n\nhello\n'],
    ['ldif', 'a directory export', 'version: 1\n\ndn: cn=Ana\ncn: Ana\n'],
    ['ldif', 'a directory export without its version', 'dn: cn=Ana,mail=ana@example.com\nobjectclass: top\n'],
    ['backup', 'a backup', '{"format":"renmai-backup","version":1}'],
    ['unknown', 'other JSON', '{"format":"something"}'],
    ['unknown', 'a web page', '<!doctype html><p>a, b</p>'],
    ['unknown', 'a sentence', 'hello'],
    ['unknown', 'nothing', ''],
    ['unknown', 'blanks', ' \r\n\t'],
  ])('%s: %s', (kind, _what, text) => expect(detectFile(bytes(text)).kind).toBe(kind));

  test('why it is unknown', () => {
    expect(detectFile(new Uint8Array()).unknown).toBe('empty');
    expect(detectFile(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0]))).toEqual({ kind: 'archive', unknown: null });
    expect(detectFile(bytes('hello')).unknown).toBe('no-such-text');
    expect(detectFile(Uint8Array.from({ length: 400 }, (_, i) => (i % 3 ? 44 : 1))).unknown).toBe('binary');
    expect(detectFile(Uint8Array.from([0x1f, 0x8b, 8]))).toEqual({ kind: 'packed', unknown: null });
  });

  test.each(['vcard', 'csv', 'ics'])('every fixture of %s', (folder) => {
    const kind = { vcard: 'vcard', csv: 'csv', ics: 'icalendar' }[folder];
    for (const file of fixtures(folder)) expect(detectFile(file.bytes).kind, file.name).toBe(kind);
  });

  const mails = corpus('eml/flanker');
  test.skipIf(mails === null)('real messages (../shared/corpora/eml; skipped where it is not there)', () => {
    for (const file of mails ?? [])
      if (file.name.endsWith('.eml')) expect(detectFile(file.bytes).kind, file.name).toMatch(/^(mail|mbox)$/);
  });
});

describe('the encoding of a text', () => {
  test.each<[string, Uint8Array, string]>([
    ['utf-8', bytes('Name,José,李伟'), 'Name,José,李伟'],
    ['utf-16le', new Uint8Array([0xff, 0xfe, ...utf16('李伟,li')]), '李伟,li'],
    ['utf-16le', utf16('Name,Email\n李伟,li@example.cn\n'), 'Name,Email\n李伟,li@example.cn\n'],
    ['gb18030', Uint8Array.from([0xc0, 0xee, 0xce, 0xb0, 0x2c, 0x31]), '李伟,1'],
    [
      'windows-1252',
      Uint8Array.from([0x4a, 0x6f, 0x73, 0xe9, 0x20, 0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72]),
      'José Müller',
    ],
  ])('%s', (encoding, given, text) => expect(decodeText(given)).toEqual({ text, encoding }));

  test('UTF-8 with a spoilt byte, or cut within a character, stays UTF-8', () => {
    const whole = bytes('李伟王小明'.repeat(20));
    expect(encodingOf(whole.subarray(0, whole.length - 1))).toBe('utf-8');
    const spoilt = whole.slice();
    spoilt[30] = 0xff;
    expect(decodeText(spoilt).text).toContain('王小明');
  });

  test('any bytes: never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (given) => {
        decodeText(given);
        detectFile(given);
      }),
    );
  });
});
