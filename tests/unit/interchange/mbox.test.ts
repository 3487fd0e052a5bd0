import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMail, parseMbox } from '../../../interchange/mail.ts';
import { type HeaderBlock, headerOf, MboxScanner } from '../../../interchange/mbox.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (given: Uint8Array) => new TextDecoder().decode(given);

/** What a scanner finds when the file comes in pieces of this length. */
function scanned(file: string, length = 1_000_000): { subject: string; line: number; cut: boolean }[] {
  const scanner = new MboxScanner();
  const all: HeaderBlock[] = [];
  const given = bytes(file);
  for (let at = 0; at < given.length; at += length) all.push(...scanner.push(given.subarray(at, at + length)));
  all.push(...scanner.end());
  return all.map(({ header, line, cut }) => ({
    subject: /^Subject: (.*?)\r?$/m.exec(text(header))?.[1] ?? '',
    line,
    cut,
  }));
}
const subjects = (file: string, length?: number) => scanned(file, length).map((one) => one.subject);

const separator = 'From ana@example.com Tue Nov 24 09:00:00 2026';
const message = (subject: string, body: string, more = '') =>
  `${separator}\nFrom: ana@example.com\nTo: bo@example.com\n${more}Subject: ${subject}\n\n${body}\n`;

describe('the four ways to quote a mailbox', () => {
  const body = 'Hello\n\nFrom here it goes on\nX: y\n\n';
  const cases: [string, string][] = [
    ['mboxo', message('one', body.replace(/^From /gm, '>From ')) + message('two', 'x')],
    ['mboxrd', message('one', '>From a\n>>From b\n\n>From c Tue Nov 24 09:00:00 2026\nX: y\n') + message('two', 'x')],
    ['mboxcl', message('one', '>From a\n\nb\n', 'Content-Length: 12\n') + message('two', 'x', 'Content-Length: 2\n')],
    [
      'mboxcl2',
      (() => {
        const whole = `Forwarded:\n\n${separator}\nSubject: within\n\nX\n`;
        return message('one', whole, `Content-Length: ${whole.length}\n`) + message('two', 'x', 'Content-Length: 2\n');
      })(),
    ],
    ['mboxcl2 with a length that is wrong', message('one', body, 'Content-Length: 9999\n') + message('two', 'x')],
    [
      'mboxcl2 with a length that is too short',
      message('one', 'x'.repeat(50), 'Content-Length: 3\n') + message('two', 'x'),
    ],
    [
      'line ends of Windows',
      (message('one', body.replace(/^From /gm, '>From ')) + message('two', 'x')).replaceAll('\n', '\r\n'),
    ],
  ];
  test.each(cases)('%s', (_name, file) => {
    expect(subjects(file)).toEqual(['one', 'two']);
    for (const length of [1, 7, 64]) expect(subjects(file, length)).toEqual(['one', 'two']);
  });

  test('a whole message quoted without a length is told as one, for nothing says otherwise', () => {
    expect(subjects(message('one', `\n${separator}\nSubject: within\n\nX\n`))).toEqual(['one', 'within']);
  });
});

test('the line that a message begins on, and whether the file breaks off in its header', () => {
  expect(scanned(message('one', 'a\nb\n') + message('two', 'x'))).toEqual([
    { subject: 'one', line: 1, cut: false },
    { subject: 'two', line: 9, cut: false },
  ]);
  expect(scanned(`${separator}\nFrom: a@b.example\nSubject: half`)).toEqual([{ subject: 'half', line: 1, cut: true }]);
  expect(scanned('no mailbox at all\n')).toEqual([]);
});

test('a header of ten megabytes and a line of many are cut, and the next message is found', () => {
  const scanner = new MboxScanner();
  const found: HeaderBlock[] = [];
  const push = (given: string) => found.push(...scanner.push(bytes(given)));
  push(`${separator}\nFrom: a@b.example\nSubject: long\n`);
  const fold = ` ${'x'.repeat(70)}\n`.repeat(1_000);
  for (let i = 0; i < 140; i++) push(fold);
  push('\n');
  const line = 'y'.repeat(1_000_000);
  for (let i = 0; i < 40; i++) push(line);
  push(`\n\n${message('after', 'x')}`);
  found.push(...scanner.end());
  expect(found.map(({ header }) => header.length)).toEqual([256_000, expect.any(Number)]);
  expect(text(found[1]?.header ?? new Uint8Array())).toContain('Subject: after');
});

test('in whatever pieces it comes, a mailbox says the same', () => {
  const part = fc.constantFrom(
    separator,
    'From: a@b.example',
    'Subject: s',
    '',
    'From x',
    '>From y',
    'Content-Length: 5',
    'z',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), fc.integer({ min: 1, max: 40 }), (lines, length) => {
      const file = lines.join('\n');
      expect(scanned(file, length)).toEqual(scanned(file));
    }),
    { numRuns: 300 },
  );
});

test('one message: its header, and nothing of its body', async () => {
  expect(text(headerOf(bytes('\n\nFrom x Tue Nov 24 2026\nSubject: a\nTo: b\n\nSubject: body\n')))).toBe(
    'Subject: a\nTo: b\n',
  );
  const { records } = await parseMail(bytes('From: a@b.example\nTo: c@d.example\nSubject: s\n\nSubject: body\n'));
  expect(records[0]?.title).toBe('s');
  expect((await parseMbox([bytes(message('one', 'x'))])).records).toHaveLength(1);
});
