import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { random } from '../../scripts/random.ts';
import { account } from './account.ts';
import { type Charset, charsets, encodedWord, encodeIn } from './charsets.ts';

/** One raw mail for a mail server, with the folder it lies in. */
export interface Mail {
  folder: 'INBOX' | 'Sent';
  /** Where it comes from, for messages of a test. */
  from: string;
  raw: Buffer;
}

const corpus = resolve(import.meta.dirname, '../../../shared/corpora/eml');
/** Messages of Python's own tests of mail, from Debian's package of them: `/usr/lib/python3.<n>/test/test_email/data`. */
const pythonTests = existsSync('/usr/lib')
  ? readdirSync('/usr/lib')
      .filter((name) => /^python3\.\d+$/.test(name))
      .map((name) => join('/usr/lib', name, 'test/test_email/data'))
      .find((path) => existsSync(path))
  : undefined;

/** Real mails as they are, found by looking: those shared between projects, and those of Python's tests where installed. */
export function realMails(): Mail[] {
  const shared = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.eml'))
        .map((file) => join(corpus, file))
    : [];
  const python = pythonTests
    ? readdirSync(pythonTests)
        .filter((file) => file.endsWith('.txt'))
        .map((file) => join(pythonTests, file))
    : [];
  return [...shared, ...python].sort().map((file) => ({ folder: 'INBOX', from: file, raw: readFileSync(file) }));
}

/** Why there are fewer real mails than there could be, or null. */
export const missingCorpora = (): string | null => (existsSync(corpus) ? null : '../shared/corpora/eml is not there');

/** Names in the scripts and with the signs that headers are troubled by. */
const names = [
  'Anna Bergström',
  'Jörg Müller-Lüdenscheidt',
  'José García Núñez',
  'Françoise d’Aubigné',
  'Zdeněk Dvořák',
  'Łukasz Wójcik',
  'Ирина Соколова',
  'Алексей Петров-Водкин',
  '王小明',
  '欧阳娜娜',
  '陳大文',
  '佐藤 健',
  '鈴木 花子',
  '김민수',
  '박서연',
  'Doe, Jane',
  'Smith, John (Sales)',
  'O’Brien & Sons',
  'Nguyễn Văn An',
  'Ayşe Yılmaz',
  'מיכל כהן',
  'أحمد الخطيب',
  'Dr. Karl "Charly" Weiß',
  'Plain Name',
  'x',
  'A Rather Long Name That Goes On And On Until The Line Of The Header Has To Be Folded At Last',
];
const domains = ['sails.example', 'mail.rope.example', 'xn--bcher-kva.example', 'post.harbour-council.example', 'a.io'];
const subjects = [
  'Boat lift dates',
  '会议纪要',
  'Größe der Segel',
  'Протокол',
  '見積書',
  'Re: Fwd: rota',
  'Kraków, kiedy?',
  'Ünvan',
];

type Next = () => number;
const pick = <T>(next: Next, from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;

/** A header's text of any characters: plain, or in encoded words of a charset that has them all. */
function written(next: Next, text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const able = charsets.filter((charset) => encodeIn(charset, text) !== null);
  const charset: Charset = pick(next, able);
  const way = next() < 0.5 ? 'B' : 'Q';
  // An encoded word holds at most 75 characters and whole characters only.
  const words: string[] = [];
  let piece = '';
  const flush = () => {
    const bytes = encodeIn(charset, piece);
    if (bytes && piece !== '') words.push(encodedWord(charset, bytes, way));
    piece = '';
  };
  for (const char of text) {
    piece += char;
    if ([...piece].length >= (way === 'B' ? 12 : 5)) flush();
  }
  flush();
  return words.join('\r\n ');
}

/** A mailbox as mailers write it: with or without a name, quoted, as encoded words, with a comment, bare or in brackets. */
function mailbox(next: Next, index: number): string {
  const local = pick(next, [
    'mira',
    'j.doe',
    'first.last+tag',
    'a_b-c',
    "o'neil",
    'x',
    'UPPER.Case',
    '1234',
    'user=host',
  ]);
  const address = `${local}.${index}@${pick(next, domains)}`;
  const name = pick(next, names);
  const way = next();
  if (way < 0.12) return address;
  if (way < 0.2) return `<${address}>`;
  if (!/^[\x20-\x7e]*$/.test(name)) return `${written(next, name)} <${address}>`;
  if (/[,()".]/.test(name)) return `"${name.replaceAll('"', '\\"')}" <${address}>`;
  if (way < 0.3) return `"${address}" <${address}>`;
  return `${name} <${address}>`;
}

const list = (next: Next, length: number, from: number): string =>
  Array.from({ length }, (_, index) => mailbox(next, from + index)).join(',\r\n ');

const day = (index: number): string =>
  new Date(Date.UTC(2026, 2, 1 + (index % 28), index % 24, index % 60)).toUTCString();

/** A real mail's own lines for its body, with what belongs to it in the header. */
function bodyOf(raw: Buffer): string {
  const text = raw.toString('latin1').replaceAll(/\r?\n/g, '\r\n');
  const end = text.indexOf('\r\n\r\n');
  const header = end < 0 ? '' : text.slice(0, end);
  const kept = [...header.matchAll(/^(?:mime-version|content-[a-z-]+):.*(?:\r\n[ \t].*)*/gim)].map(([line]) => line);
  const encodable = kept.every((line) => /^[\x20-\x7e\r\n\t]*$/.test(line));
  return `${encodable ? kept.map((line) => `${line}\r\n`).join('') : ''}\r\n${end < 0 ? text : text.slice(end + 4)}`;
}

/**
 * Real mails' bodies under headers of our own: `count` of them, from `seed`. Names in sixteen scripts and charsets, up to 45
 * recipients, groups, undisclosed recipients, answers to elsewhere, folders of received and sent mail.
 */
export function rewrittenMails(count: number, seed: number): Mail[] {
  const next = random(seed);
  const real = realMails();
  return Array.from({ length: count }, (_, index) => {
    const many = pick(next, [1, 1, 1, 2, 3, 5, 9, 10, 11, 12, 25, 45]);
    const sent = next() < 0.15;
    const me = `Mira <${account.address}>`;
    const lines = [
      `From: ${sent ? me : mailbox(next, index * 100)}`,
      `To: ${next() < 0.06 ? 'undisclosed-recipients:;' : list(next, many, index * 100 + 1)}`,
    ];
    if (next() < 0.4) lines.push(`Cc: ${list(next, pick(next, [1, 2, 4, 14]), index * 100 + 50)}`);
    if (sent && next() < 0.3) lines.push(`Bcc: ${list(next, 2, index * 100 + 70)}`);
    if (!sent && next() < 0.2) lines.push(`Reply-To: ${mailbox(next, index * 100 + 80)}`);
    lines.push(`Subject: ${written(next, `${pick(next, subjects)} ${index}`)}`, `Date: ${day(index)}`);
    lines.push(`Message-ID: <${index}.rewritten@sails.example>`);
    const body = real.length > 0 ? bodyOf(pick(next, real).raw) : '\r\nNo mail to take a body from.\r\n';
    const raw = Buffer.from(`${lines.join('\r\n')}\r\n${body}`, 'latin1');
    return { folder: sent ? 'Sent' : 'INBOX', from: `rewritten ${index} of seed ${seed}`, raw };
  });
}

/** `count` threads of two to five answers among people who do not change, from `seed`. */
export function threadMails(count: number, seed: number): Mail[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, thread) => {
    const people = Array.from({ length: 2 + Math.floor(next() * 4) }, (_, who) =>
      mailbox(next, 50_000 + thread * 10 + who),
    );
    const subject = written(next, `${pick(next, subjects)} (thread ${thread})`);
    const ids: string[] = [];
    return Array.from({ length: 2 + Math.floor(next() * 4) }, (_, index): Mail => {
      const mine = index % 3 === 2;
      const from = mine ? `Mira <${account.address}>` : (people[index % people.length] ?? '');
      const to = [...people.filter((each) => each !== from), ...(mine ? [] : [account.address])].join(',\r\n ');
      const id = `<${thread}.${index}.thread@sails.example>`;
      const lines = [
        `From: ${from}`,
        `To: ${to}`,
        `Subject: ${index === 0 ? '' : 'Re: '}${subject}`,
        `Date: ${day(thread + index)}`,
        `Message-ID: ${id}`,
      ];
      if (ids.length > 0) lines.push(`In-Reply-To: ${ids.at(-1)}`, `References: ${ids.join(' ')}`);
      ids.push(id);
      const raw = Buffer.from(
        `${lines.join('\r\n')}\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nAsk body@rope.example.\r\n`,
      );
      return { folder: mine ? 'Sent' : 'INBOX', from: `thread ${thread}, mail ${index} of seed ${seed}`, raw };
    });
  }).flat();
}
