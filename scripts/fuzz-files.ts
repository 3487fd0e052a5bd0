import { gzipSync } from 'node:zlib';
import { tarOf, zipOf } from '../tests/unit/interchange/archive-makers.ts';
import { random as seeded } from './random.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const vcf =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lima;Ana;;Dr.;\r\nFN:Ana Lima\r\nitem1.EMAIL;TYPE=WORK:ana@example.com\r\nTEL;TYPE=CELL:+351 21 000\r\nNOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E4=BD=A0=\r\n=E5=A5=BD\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQ\r\n SkZJRg==\r\nEND:VCARD\r\n';
const ics =
  'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Here:20261120T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=5;BYDAY=FR\r\nEXDATE;TZID=Here:20261127T090000\r\nORGANIZER;CN="Bo, B":mailto:bo@example.com\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:ana@example.com\r\nSUMMARY:Dye\\, loom\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:1\r\nRECURRENCE-ID;TZID=Here:20261204T090000\r\nDTSTART;TZID=Here:99991204T100000\r\nATTENDEE:mailto:cy@example.com\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n';
const csv =
  'First Name,Last Name,E-mail 1 - Value,Phone 1 - Value,Notes\r\nAna,Lima,ana@example.com ::: nan@example.org,"+1, 5","a ""b""\r\nc"\r\n王,伟,wang@example.cn,,\r\n';
const eml =
  'Return-Path: <ana@example.com>\r\nReceived: from x by y; Tue, 24 Nov 2026 09:00:00 +0000\r\nFrom: =?UTF-8?B?5p2O5Lyf?= <ana@example.com>\r\nTo: Group: bo@example.com, "C, D" <cd@example.com>;\r\nCc: "e@f" <ef@example.com>\r\nDate: Tue, 24 Nov 2026 09:00:00 +0100 (CET)\r\nSubject: =?gb2312?Q?=C4=E3?= x\r\n\ty\r\nMessage-ID: <1@x>\r\nReferences: <0@x>\r\n <1@x>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nhello\r\n';
const separator = 'From ana@example.com Tue Nov 24 09:00:00 2026\n';
const mbox = `${separator}Content-Length: 12\n${eml.replaceAll('\r\n', '\n')}\n>From x\n\n${separator}${eml.replaceAll('\r\n', '\n').replace('<1@x>', '<2@x>')}\n`;
const ldif =
  'version: 1\n\ndn: cn=Ana Lima\nobjectclass: person\ncn: Ana Lima\nmail: ana@example.com\ndescription:: 5pyL5Y+L\n folded\n\ndn:: Y249eA==\nsn: x\n';
const backup =
  '{"format":"renmai-backup","version":1,"exportedAt":"2026-11-24T09:00:00.000Z","tables":{"people":[],"tips":[]}}';

const texts: readonly [string, string][] = [
  ['vcard', vcf],
  ['icalendar', ics],
  ['csv', csv],
  ['mail', eml],
  ['mbox', mbox],
  ['ldif', ldif],
  ['backup', backup],
];
const inArchive: [string, string][] = [
  ['T/a.vcf', vcf],
  ['T/Sent/cur/1.x', eml],
  ['T/b.mbox', mbox],
  ['T/c.ics', ics],
];

/** A good file of each format, to be spoilt. */
const good: readonly [string, Uint8Array][] = [
  ...texts.map(([kind, text]) => [kind, bytesOf(text)] as [string, Uint8Array]),
  ['utf-16', new Uint8Array(Buffer.from(`\ufeff${csv}`, 'utf16le'))],
  ['zip', zipOf(inArchive)],
  ['zip64', zipOf(inArchive, { zip64: true })],
  ['tar', tarOf(inArchive)],
  ['tgz', gzipSync(tarOf(inArchive))],
  ['json.gz', gzipSync(backup)],
];

const nasty = [
  '\r',
  '\n',
  '\n\n',
  ':',
  ';',
  ',',
  '"',
  '\\',
  '=',
  '=\r\n',
  '\u0000',
  '\ufeff',
  '\ud800',
  '%',
  '&',
  '<',
  '>',
  '@',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'BEGIN:VEVENT\r\n',
  'END:VEVENT\r\n',
  'BEGIN:VCALENDAR\r\n',
  separator,
  'Content-Length: 99999999999\n',
  'RRULE:FREQ=SECONDLY\r\n',
  'RRULE:FREQ=DAILY;INTERVAL=0\r\n',
  'RRULE:FREQ=YEARLY;BYSETPOS=-999;BYDAY=1000MO\r\n',
  'DTSTART:00000101T000000Z\r\n',
  'DTSTART:99991231T235959Z\r\n',
  'TZID:',
  'charset=utf-7\r\n',
  ';CHARSET=nonsense:',
  ';ENCODING=QUOTED-PRINTABLE:',
  'dn: ',
  ':: !!!',
  '=?UTF-8?B?',
  '?=',
  '(((((((((((((((((((((((((',
  '<<<<<<<<<<<<<<<<',
  'x'.repeat(5_000),
  '"'.repeat(300),
  ','.repeat(3_000),
  ' '.repeat(4_000),
].map(bytesOf);

/** The `n`th spoilt file of a seed: one good file with bytes flipped, cut out, doubled, or something nasty put in, at up to eight places. */
export function fuzzFile(seed: number, n: number): { kind: string; bytes: Uint8Array } {
  const random = seeded(seed * 1_000_003 + n);
  const below = (limit: number) => Math.floor(random() * limit);
  const [kind, start] = good[n % good.length] ?? ['', new Uint8Array()];
  let bytes = Uint8Array.from(start);
  const splice = (at: number, gone: number, put: Uint8Array) => {
    bytes = Uint8Array.from([...bytes.subarray(0, at), ...put, ...bytes.subarray(at + gone)]);
  };
  for (let times = 1 + below(8); times > 0 && bytes.length > 0; times--) {
    const at = below(bytes.length);
    const what = below(6);
    if (what === 0) bytes[at] = below(256);
    else if (what === 1) splice(at, 1 + below(40), new Uint8Array());
    else if (what === 2) splice(at, 0, nasty[below(nasty.length)] ?? new Uint8Array());
    else if (what === 3) splice(at, 0, bytes.slice(at, at + below(200)));
    else if (what === 4) bytes = bytes.slice(0, at);
    else bytes[at] = (bytes[at] ?? 0) ^ (1 << below(8));
  }
  return { kind, bytes };
}
