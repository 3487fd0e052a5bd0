import PostalMime, { type Address, decodeWords } from 'postal-mime';
import { addressKey } from '../people/address-key.ts';
import type { Participant, Role } from '../records/occasion.ts';
import { joinThread } from './import-occasions.ts';
import { type HeaderBlock, headerOf, MboxScanner } from './mbox.ts';
import { excerpt, type MailMessage, oneLine, type Parsed, type ParsedOccasion, type Rejection } from './parsed.ts';
import { decodeText } from './text-encoding.ts';

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

/** What marks a mail as sent to many or by a machine, and not by one person to another (RFC 2369, 2919, 3834, and what mailers write). */
function isBulk(headers: readonly { key: string; value: string }[]): boolean {
  return headers.some(({ key, value }) => {
    if (
      /^list-(id|unsubscribe|post|help)$|^(feedback-id|x-auto-response-suppress|x-mailchimp-.*|x-campaign.*)$/.test(key)
    )
      return true;
    if (key === 'precedence') return /bulk|list|junk|auto/i.test(value);
    if (key === 'auto-submitted') return !/^\s*no\b/i.test(value);
    return key === 'return-path' && /^\s*<\s*>/.test(value);
  });
}

/** Folders and labels of sent mail, in the languages of the common mailers. */
const sentFolder =
  /(^|[/\\.,"])\s*(sent|sent[ _-]?(items|mail|messages)|gesendet(e (elemente|objekte))?|envoy[ée]s|enviad[oa]s|elementos enviados|posta inviata|verzonden|wys[łl]ane|отправленные|已发送|已发送邮件|已发邮件|寄件備份|送信済み)(\.mbox)?\s*([/\\,"]|$)/i;

/** Whether a path or a list of labels names a folder of sent mail. */
export const isSentFolder = (path: string): boolean => sentFolder.test(path);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The header as UTF-8, which RFC 6532 says raw 8-bit text is; older mailers wrote their own encoding there. */
function asUtf8(header: Uint8Array): Uint8Array {
  const end = header.length;
  try {
    utf8.decode(header);
    const ended = new Uint8Array(end + 4);
    ended.set(header);
    ended.set([13, 10, 13, 10], end);
    return ended;
  } catch {
    return new TextEncoder().encode(`${decodeText(header).text}\r\n\r\n`);
  }
}

const keysOf = (participants: readonly Participant[], ...roles: Role[]): string[] => [
  ...new Set(
    participants.flatMap(({ role, address }) => (roles.includes(role) ? (addressKey(address ?? '') ?? []) : [])),
  ),
];

/** One message's header block as a thread of one message, or why it is none. `sent`: it lay in a folder of sent mail. */
async function readMessage({ header, line, cut }: HeaderBlock, sent: boolean): Promise<ParsedOccasion | Rejection> {
  const reject = (code: Rejection['code'], detail: string): Rejection => ({
    line,
    code,
    detail,
    text: excerpt(decodeText(header.subarray(0, 40_000)).text),
  });
  if (cut) return reject('cut-off', '');
  let email: Awaited<ReturnType<typeof PostalMime.parse>>;
  try {
    email = await PostalMime.parse(asUtf8(header));
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
  const headerValue = (key: string) => email.headers.find((one) => one.key === key)?.value;
  const startAt = sentAt(email.date, headerValue('received'));
  const [root] = [...idsIn(email.references), ...idsIn(email.inReplyTo), ...idsIn(email.messageId)];
  const title = oneLine(email.subject);
  const ref = root ?? `${startAt ?? ''}:${participants[0]?.address ?? ''}:${title ?? ''}`;
  const labels = decodeWords(headerValue('x-gmail-labels') ?? '');
  const message: MailMessage = {
    at: startAt,
    from: keysOf(participants, 'from')[0] ?? null,
    to: keysOf(participants, 'to', 'cc', 'bcc'),
    deliveredTo: addressKey(headerValue('delivered-to') ?? headerValue('x-original-to') ?? ''),
    // What the user's mailer put among the junk is nobody's word to the user.
    bulk: isBulk(email.headers) || /\b(spam|junk)\b|垃圾/i.test(labels),
    sent: sent || isSentFolder(labels),
  };
  return {
    line,
    ref: `mail:${ref}`.slice(0, 300),
    kind: 'thread',
    title,
    startAt,
    endAt: startAt,
    zone: null,
    participants,
    messages: [message],
  };
}

/** Gathers messages, one after another, into threads; of each only its header lines are ever looked at. */
export class MailReader {
  readonly #rejected: Rejection[] = [];
  readonly #threads = new Map<string, ParsedOccasion>();
  /** Messages read so far. */
  count = 0;

  /** Takes the header block of one message. `sent`: it lay in a folder of sent mail. */
  async add(block: HeaderBlock, sent = false): Promise<void> {
    this.count += 1;
    const read = await readMessage(block, sent);
    if ('code' in read) this.#rejected.push(read);
    else {
      const before = this.#threads.get(read.ref);
      this.#threads.set(read.ref, before ? joinThread(before, read) : read);
    }
  }

  /** What was gathered. */
  result(): Parsed<ParsedOccasion> {
    return { records: [...this.#threads.values()], rejected: this.#rejected, passedOver: {} };
  }
}

/**
 * One message (RFC 5322), headers only: who, when and the subject, as a thread. The body is never read. A message
 * without people is rejected; one without a readable date has none.
 */
export async function parseMail(bytes: Uint8Array, sent = false): Promise<Parsed<ParsedOccasion>> {
  const reader = new MailReader();
  await reader.add({ header: headerOf(bytes), line: 1, cut: false }, sent);
  return reader.result();
}

/** The threads of an mbox file (RFC 4155, all four ways to quote), headers only, piece by piece; messages of one thread (by References) are one record. */
export async function parseMbox(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  sent = false,
): Promise<Parsed<ParsedOccasion>> {
  const reader = new MailReader();
  const scanner = new MboxScanner();
  for await (const chunk of chunks) for (const block of scanner.push(chunk)) await reader.add(block, sent);
  for (const block of scanner.end()) await reader.add(block, sent);
  return reader.result();
}
