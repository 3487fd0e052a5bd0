import PostalMime, { type Address } from 'postal-mime';
import { addressKey } from '../people/address-key.ts';
import type { Participant, Role } from '../records/occasion.ts';
import { joinThread } from './import-occasions.ts';
import { excerpt, oneLine, type Parsed, type ParsedOccasion, type Rejection } from './parsed.ts';
import { decodeText } from './text-encoding.ts';

const lineFeed = 10;
const carriageReturn = 13;

/** Header blocks longer than this are cut: real ones are a few kilobytes. */
const longestHeader = 256_000;

/** Where the line after `at` begins. */
function nextLine(bytes: Uint8Array, at: number, end: number): number {
  for (let i = at; i < end; i++) {
    if (bytes[i] === lineFeed) return i + 1;
    if (bytes[i] === carriageReturn) return bytes[i + 1] === lineFeed ? i + 2 : i + 1;
  }
  return end;
}

const isBlank = (bytes: Uint8Array, from: number, to: number): boolean =>
  bytes.subarray(from, to).every((byte) => byte === 32 || byte === 9 || byte === lineFeed || byte === carriageReturn);

/** The header block of a message: to its first blank line, blank lines before it and an mbox `From ` line left out. */
function headerBlock(bytes: Uint8Array, begin: number, end: number): Uint8Array {
  let start = begin;
  for (
    let next = nextLine(bytes, start, end);
    start < end && isBlank(bytes, start, next);
    next = nextLine(bytes, start, end)
  )
    start = next;
  if (String.fromCharCode(...bytes.subarray(start, start + 5)) === 'From ') start = nextLine(bytes, start, end);
  let stop = start;
  while (stop < end && stop - start < longestHeader) {
    const next = nextLine(bytes, stop, end);
    if (isBlank(bytes, stop, next)) break;
    stop = next;
  }
  return bytes.subarray(start, stop);
}

/** Participants of one header: groups opened, texts that are no address left out. */
function participantsOf(list: readonly (Address | undefined)[] | undefined, role: Role): Participant[] {
  const mailboxes = (list ?? []).flatMap((one) => (one === undefined ? [] : (one.group ?? [one])));
  return mailboxes.flatMap(({ name, address }) => {
    const key = addressKey(address);
    if (key === null) return [];
    const shown = oneLine(name.replace(/^(['‘’])(.*)\1$/u, '$2'));
    const named = shown !== null && addressKey(shown) === key ? null : shown;
    return [{ name: named, address, role, answer: null, optional: false, self: false, marked: null }];
  });
}

const unique = (participants: readonly Participant[]): Participant[] => [
  ...new Map(participants.map((one) => [`${addressKey(one.address ?? '')} ${one.role}`, one])).values(),
];

const idsIn = (text: string | undefined): string[] => text?.match(/<[^<>\s]+>/g) ?? [];

/** Sent at, by the Date line, or by the newest `Received` where that is missing or broken. Epoch ms. */
function sentAt(date: string | undefined, received: string | undefined): number | null {
  for (const text of [date, date?.replace(/\s*\([^)]*\)/g, ''), received?.split(';').at(-1)]) {
    const at = Date.parse(text ?? '');
    if (Number.isFinite(at) && at > 0) return at;
  }
  return null;
}

/** One message's header block as an occasion, or why it is none. */
async function readMessage(header: Uint8Array, line: number): Promise<ParsedOccasion | Rejection> {
  const reject = (code: Rejection['code'], detail: string): Rejection => ({
    line,
    code,
    detail,
    text: excerpt(decodeText(header).text),
  });
  // Raw 8-bit text in a header is UTF-8 by RFC 6532; older mailers wrote their own encoding there.
  const ended = new TextEncoder().encode(`${decodeText(header).text}\r\n\r\n`);
  let email: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    email = await PostalMime.parse(ended);
  } catch (error) {
    return reject('no-headers', error instanceof Error ? error.message : '');
  }
  const participants = unique([
    ...participantsOf([email.from], 'from'),
    ...participantsOf(email.replyTo, 'reply-to'),
    ...participantsOf(email.to, 'to'),
    ...participantsOf(email.cc, 'cc'),
    ...participantsOf(email.bcc, 'bcc'),
  ]);
  if (participants.length === 0) return reject('no-headers', 'From, To');
  const startAt = sentAt(email.date, email.headers.find((one) => one.key === 'received')?.value);
  const [root] = [...idsIn(email.references), ...idsIn(email.inReplyTo), ...idsIn(email.messageId)];
  const title = oneLine(email.subject);
  const ref = root ?? `${startAt ?? ''}:${participants[0]?.address ?? ''}:${title ?? ''}`;
  return {
    line,
    ref: `mail:${ref}`.slice(0, 300),
    kind: 'thread',
    title,
    startAt,
    endAt: startAt,
    zone: null,
    participants,
  };
}

/** A header block, where its message begins, and whether the file breaks off within it. */
interface Message {
  header: Uint8Array;
  line: number;
  cut: boolean;
}

async function collect(messages: Iterable<Message>): Promise<Parsed<ParsedOccasion>> {
  const rejected: Rejection[] = [];
  const threads = new Map<string, ParsedOccasion>();
  for (const { header, line, cut } of messages) {
    const read = cut
      ? { line, code: 'cut-off' as const, detail: '', text: excerpt(decodeText(header).text) }
      : await readMessage(header, line);
    if ('code' in read) rejected.push(read);
    else {
      const before = threads.get(read.ref);
      threads.set(read.ref, before ? joinThread(before, read) : read);
    }
  }
  return { records: [...threads.values()], rejected, passedOver: {} };
}

/**
 * One message (RFC 5322), headers only: who, when and the subject, as a thread. The body is never read. A message
 * without people is rejected; one without a readable date has none.
 */
export const parseMail = (bytes: Uint8Array): Promise<Parsed<ParsedOccasion>> =>
  collect([{ header: headerBlock(bytes, 0, bytes.length), line: 1, cut: false }]);

/** Whether an mbox separator stands at `at`: `From ` with a year in its line, and a header line after it. */
function isSeparator(bytes: Uint8Array, at: number): boolean {
  if (
    bytes[at] !== 70 ||
    bytes[at + 1] !== 114 ||
    bytes[at + 2] !== 111 ||
    bytes[at + 3] !== 109 ||
    bytes[at + 4] !== 32
  )
    return false;
  const after = nextLine(bytes, at, bytes.length);
  const line = new TextDecoder('latin1').decode(bytes.subarray(at, Math.min(after, at + 300)));
  const next = new TextDecoder('latin1').decode(bytes.subarray(after, after + 100));
  return /\d{4}/.test(line) && /^[\w-]+[ \t]*:/.test(next);
}

/** The header blocks of an mbox file, one after another, without copying the rest. */
function* messagesOf(bytes: Uint8Array): Generator<Message> {
  let begin: number | null = null;
  let beginLine = 1;
  let line = 1;
  for (let at = 0; at < bytes.length; line++) {
    if (isSeparator(bytes, at)) {
      if (begin !== null) yield { header: headerBlock(bytes, begin, at), line: beginLine, cut: false };
      begin = at;
      beginLine = line;
    }
    at = nextLine(bytes, at, bytes.length);
  }
  if (begin === null) return;
  const header = headerBlock(bytes, begin, bytes.length);
  const isLast = header.byteOffset + header.length === bytes.byteOffset + bytes.length;
  yield { header, line: beginLine, cut: isLast && header.at(-1) !== lineFeed && header.at(-1) !== carriageReturn };
}

/** The threads of an mbox file (RFC 4155), headers only; messages of one thread (by References) are one record. */
export const parseMbox = (bytes: Uint8Array): Promise<Parsed<ParsedOccasion>> => collect(messagesOf(bytes));
