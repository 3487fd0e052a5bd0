import { mailboxKind } from '../people/mailbox-kind.ts';
import type { Participant } from '../records/occasion.ts';
import { type MailMessage, type ParsedOccasion, type ParsedPerson, parsedPerson } from './parsed.ts';

/** A mail to more people than this says of none of them that the sender means them in person. */
const inPerson = 12;

/** An address that is likely the user's own. `share`: of all mails, in how many it stands. */
export interface OwnAddress {
  address: string;
  key: string;
  messages: number;
  share: number;
}

const messagesOf = (threads: readonly ParsedOccasion[]): MailMessage[] => threads.flatMap((one) => one.messages ?? []);

/** The written form and the best name of each address key. */
function namesIn(threads: readonly ParsedOccasion[], keyOf: (address: string) => string | null) {
  const known = new Map<string, Participant>();
  for (const { participants } of threads)
    for (const one of participants) {
      const key = one.address === null ? null : keyOf(one.address);
      if (key === null) continue;
      const before = known.get(key);
      // What people call themselves beats what others call them.
      if (
        before === undefined ||
        (before.name === null && one.name !== null) ||
        (one.role === 'from' && before.role !== 'from' && one.name !== null)
      )
        known.set(key, one);
    }
  return known;
}

/**
 * Whose mail this is, worked out from the mail itself: the mailbox that mails were delivered to, the senders of what lies in
 * folders of sent mail, and failing both, who stands in more than half of at least ten mails. The user confirms it.
 */
export function ownAddresses(
  threads: readonly ParsedOccasion[],
  keyOf: (address: string) => string | null,
): OwnAddress[] {
  const messages = messagesOf(threads);
  const [delivered, sent, present] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>()];
  const count = (map: Map<string, number>, key: string) => map.set(key, (map.get(key) ?? 0) + 1);
  for (const message of messages) {
    if (message.deliveredTo !== null) count(delivered, message.deliveredTo);
    if (message.sent && message.from !== null) count(sent, message.from);
    for (const key of new Set([...message.to, ...(message.from === null ? [] : [message.from])])) count(present, key);
  }
  const certain = [...new Set([...sent.keys(), ...delivered.keys()])].filter(
    (key) => (sent.get(key) ?? 0) >= 2 || (delivered.get(key) ?? 0) >= Math.max(2, messages.length / 100),
  );
  const frequent = [...present].filter(([, n]) => messages.length >= 10 && n > messages.length / 2).map(([key]) => key);
  const written = namesIn(threads, keyOf);
  const own = certain.length > 0 ? certain : frequent.slice(0, 1);
  return own
    .filter((key) => mailboxKind({ written: key, name: null, marked: null }) !== 'list')
    .map((key) => {
      const n = present.get(key) ?? 0;
      return { address: written.get(key)?.address ?? key, key, messages: n, share: n / Math.max(1, messages.length) };
    })
    .sort((a, b) => b.messages - a.messages);
}

/**
 * The people of the mail: those the user wrote to, and those who wrote to the user in person. Lists, newsletters, bounces and
 * mailboxes of functions are none; they stay sightings. `mine`: the user's own address keys; without any nobody is told.
 */
export function peopleOfMail(
  threads: readonly ParsedOccasion[],
  mine: ReadonlySet<string>,
  keyOf: (address: string) => string | null,
): ParsedPerson[] {
  const met = new Set<string>();
  for (const { bulk, from, to } of messagesOf(threads)) {
    if (bulk || from === null || to.length > inPerson) continue;
    if (mine.has(from)) for (const key of to) met.add(key);
    else if (to.some((key) => mine.has(key))) met.add(from);
  }
  const written = namesIn(threads, keyOf);
  return [...met].flatMap((key) => {
    const one = written.get(key);
    if (one?.address == null || mine.has(key)) return [];
    if (mailboxKind({ written: one.address, name: one.name, marked: null }) !== 'person') return [];
    return [parsedPerson({ line: 0, name: one.name ?? one.address, addresses: [one.address], byMail: true })];
  });
}
