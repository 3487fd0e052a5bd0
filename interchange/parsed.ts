import type { Participant } from '../records/occasion.ts';

/** Why a part of a file cannot go in, or does not need to. The catalogues hold one sentence for each. */
export const rejectionCodes = [
  /** Neither a name, an address nor a phone number. */
  'nobody-named',
  /** `BEGIN:` without its `END:`. */
  'not-ended',
  /** A line that is no property, or a property whose value cannot be read; `detail` names it. */
  'bad-line',
  /** An event without a readable start. */
  'bad-start',
  /** An event whose repetition rule cannot be read: only its first date goes in. */
  'bad-repeat',
  /** A time zone that is neither described in the file nor known by name: its times are read in the reader's own zone. */
  'unknown-zone',
  /** A rule that gives more dates than are kept. */
  'too-many-repeats',
  /** A quoted field that never ends. */
  'open-quote',
  /** A row with more fields than there are columns. */
  'too-many-fields',
  /** An address that is none; `detail` holds it. */
  'bad-address',
  /** A date that cannot be read. */
  'bad-date',
  /** A message without From, To and Date lines. */
  'no-headers',
  /** The file breaks off. */
  'cut-off',
  /** Nothing in the whole file that could go in. */
  'nothing-found',
  /** An empty file. */
  'empty-file',
  /** A zip, as .xlsx and some mail archives are: to be unpacked, or saved as CSV, first. */
  'archive',
  /** A packed file within a packed file, or one that is encrypted; `detail` names it. */
  'packed-within',
  /** So much longer unpacked than packed that it is no honest file. */
  'swollen',
  /** Too large to be read at once: to be saved in parts. */
  'too-large',
  /** Neither contacts, calendar, mail nor backup. */
  'unknown-kind',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/**
 * A part of a file that cannot go in: where (line or row, from 1; null for the whole file), why (a code, or the number of
 * the error), and the part as it stands in the file.
 */
export interface Rejection {
  line: number | null;
  code: RejectionCode | `RM-${number}`;
  /** What the code alone does not say, such as the property or the value; may be empty. */
  detail: string;
  text: string;
}

/**
 * What is left out on purpose and is no mistake: a group card; a cancelled event, one with nobody in it, a repeating one
 * without a date in the time that is kept; a task or journal entry.
 */
export type PassedOver = 'group' | 'cancelled' | 'nobody-there' | 'out-of-time' | 'no-event';

/** What a file holds, and what of it cannot go in. Passed over: counted by why. */
export interface Parsed<T> {
  records: T[];
  rejected: Rejection[];
  passedOver: Partial<Record<PassedOver, number>>;
}

/** A person as a file tells of one. Everything as written; at least a name, an address or a phone number. */
export interface ParsedPerson {
  line: number;
  name: string;
  otherNames: string[];
  addresses: string[];
  phones: string[];
  organisation: string | null;
  title: string | null;
  tags: string[];
  topics: string[];
  needs: string[];
  offers: string[];
  notes: string[];
  /** Told by a mail's header alone: keeps nobody's name up to date who is kept already. */
  byMail?: boolean;
  /** Which export this is from, the same for a newer file of it. */
  source?: string;
}

/** A meeting or thread as a file tells of one. `ref` names it within all files; times in epoch ms, null for a message without a date. */
export interface ParsedOccasion {
  line: number;
  ref: string;
  kind: 'meeting' | 'thread';
  title: string | null;
  startAt: number | null;
  endAt: number | null;
  zone: string | null;
  participants: Participant[];
  /** Of a thread from mail: each of its messages. */
  messages?: MailMessage[];
}

/** What is kept of one mail beside its thread: who wrote to whom, and when (epoch ms). People are named by address key. */
export interface MailMessage {
  at: number | null;
  from: string | null;
  /** To, Cc and Bcc. */
  to: string[];
  /** The mailbox that it came to, where the mail says so. */
  deliveredTo: string | null;
  /** Sent to many or by a machine: lists, newsletters, bounces. */
  bulk: boolean;
  /** It lay in a folder of sent mail. */
  sent: boolean;
}

/** A person with nothing told but what is given. */
export const parsedPerson = (given: Partial<ParsedPerson> & { line: number; name: string }): ParsedPerson => ({
  otherNames: [],
  addresses: [],
  phones: [],
  organisation: null,
  title: null,
  tags: [],
  topics: [],
  needs: [],
  offers: [],
  notes: [],
  ...given,
});

/** As most texts stand: printable, single spaces, none at the ends, not too long. */
const plainLine = /^(?=[^ ])(?:[!-~\u3040-\u9fff]| (?! )){1,500}(?<! )$/;

/** One line of text: controls and breaks to spaces, trimmed, at most 500 characters; null when nothing is left. */
export function oneLine(text: string | null | undefined): string | null {
  if (text == null || text === '') return null;
  if (plainLine.test(text)) return text;
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 500);
  return line === '' ? null : line;
}

/** Several values as lines, each once, the empty ones dropped. */
export const lines = (texts: readonly (string | null | undefined)[]): string[] =>
  texts.length === 0 ? [] : [...new Set(texts.map(oneLine).filter((line) => line !== null))];

/** The part of a file kept with a rejection: at most 10,000 characters. */
export const excerpt = (text: string): string => text.slice(0, 10_000);
