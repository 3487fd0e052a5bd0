import type { FoundPart, ImportKind } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import { type Backup, readBackup } from './backup.ts';
import { type CsvTable, personsOfCsv, readCsv } from './csv.ts';
import { type CsvField, type CsvMapping, csvFields } from './csv-mapping.ts';
import { detectFile } from './detect.ts';
import { type CalendarContext, parseCalendar } from './icalendar.ts';
import { parseLdif } from './ldif.ts';
import { isSentFolder, MailReader } from './mail.ts';
import { headerOf, MboxScanner } from './mbox.ts';
import type { Parsed, ParsedOccasion, ParsedPerson, Rejection, RejectionCode } from './parsed.ts';
import { type Part, partsOf } from './parts.ts';
import { decodeText } from './text-encoding.ts';
import { parseVcards } from './vcard.ts';

/** Everything that one file, or an archive or folder of files, holds. `table`: of a CSV, with the mapping that was used. */
export interface ReadFile {
  name: string;
  kind: ImportKind;
  people: ParsedPerson[];
  occasions: ParsedOccasion[];
  passedOver: Parsed<unknown>['passedOver'];
  rejected: Rejection[];
  table: (CsvTable & { used: CsvMapping }) | null;
  backup: Backup | null;
  /** What an archive or folder holds, file by file; null for a single file. */
  parts: FoundPart[] | null;
}

/** How reading is steered and followed. */
export interface ReadHooks {
  /** Of a CSV's columns, as the user set it. */
  mapping?: Readonly<Record<string, string>> | undefined;
  /** Called with everything found in an archive or folder so far. */
  onFound?: ((parts: readonly FoundPart[]) => void) | undefined;
  /** Called with the bytes of the file that were read since the last call. */
  onBytes?: ((bytes: number) => void) | undefined;
  /** Awaited now and then: pauses while it waits, and stops when it rejects. */
  gate?: (() => Promise<void>) | undefined;
}

/** What must be read whole may be so large, in bytes. */
const largestWhole = 256_000_000;

/** So much of a mail is enough for its header. */
const largestHeader = 300_000;

/** So much is read to tell what a file is. */
const headLength = 262_144;

const isField = (text: string): text is CsvField => (csvFields as readonly string[]).includes(text);

/** The proposed mapping, with what the user set differently; a field that is none is passed over. */
function mappingOf(table: CsvTable, given: Readonly<Record<string, string>> | undefined): CsvMapping {
  const set = Object.entries(given ?? {}).flatMap(([heading, field]) =>
    isField(field) ? [[heading, field] as const] : [],
  );
  return { ...table.mapping, ...Object.fromEntries(set) };
}

const whole = (code: Rejection['code'], detail = ''): Rejection => ({ line: null, code, detail, text: '' });

/** Bytes that come piece by piece, of which the first ones can be looked at before. */
class Peeked {
  #head: Uint8Array[] = [];
  #length = 0;
  #ended = false;
  readonly #source: AsyncIterator<Uint8Array>;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The first bytes, at least `length` of them where there are so many. */
  async head(length: number): Promise<Uint8Array> {
    while (this.#length < length && !this.#ended) {
      const next = await this.#source.next();
      if (next.done === true) this.#ended = true;
      else {
        this.#head.push(next.value);
        this.#length += next.value.length;
      }
    }
    return joined(this.#head, this.#length);
  }

  async *chunks(): AsyncGenerator<Uint8Array> {
    yield* this.#head;
    this.#head = [];
    while (!this.#ended) {
      const next = await this.#source.next();
      if (next.done === true) return;
      yield next.value;
    }
  }

  /** Reads no further. */
  async close(): Promise<void> {
    this.#ended = true;
    await this.#source.return?.();
  }

  /** All of it. Throws `RM-210` when it is too large to be read at once. */
  async all(): Promise<Uint8Array> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of this.chunks()) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > largestWhole)
        throw new Problem(
          'RM-210',
          `This file is larger than ${largestWhole / 1_000_000} MB, more than can be read at once. Export it in parts, and import them one after another.`,
        );
    }
    return joined(chunks, length);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only !== undefined) return only;
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

/** What is gathered from one file or from all files of an archive: mails of one thread join, wherever they lay. */
class Gathered {
  readonly people: ParsedPerson[] = [];
  readonly occasions: ParsedOccasion[] = [];
  readonly rejected: Rejection[] = [];
  readonly passedOver: Parsed<unknown>['passedOver'] = {};
  readonly mail = new MailReader();

  add(parsed: Parsed<ParsedPerson>, where: string | null): number {
    this.people.push(...parsed.records);
    return this.#aside(parsed, where) + parsed.records.length;
  }

  addOccasions(parsed: Parsed<ParsedOccasion>, where: string | null): number {
    this.occasions.push(...parsed.records);
    return this.#aside(parsed, where) + parsed.records.length;
  }

  /** In an archive, where a part that cannot go in lies is told with it. */
  #aside(parsed: Parsed<unknown>, where: string | null): number {
    for (const one of parsed.rejected)
      this.rejected.push(
        where === null ? one : { ...one, detail: [where, one.detail].filter((d) => d !== '').join(': ') },
      );
    for (const [why, n] of Object.entries(parsed.passedOver) as [keyof Parsed<unknown>['passedOver'], number][])
      this.passedOver[why] = (this.passedOver[why] ?? 0) + n;
    return 0;
  }
}

/** Reads one file's content into what is gathered; how many entries it has. */
async function readContent(
  kind: ImportKind,
  path: string,
  bytes: Peeked,
  into: Gathered,
  context: CalendarContext,
  where: string | null,
): Promise<number> {
  const text = async () => decodeText(await bytes.all()).text;
  const isSent = isSentFolder(path);
  switch (kind) {
    case 'vcard':
      return into.add(parseVcards(await text()), where);
    case 'ldif':
      return into.add(parseLdif(await text()), where);
    case 'csv':
      return into.add(personsOfCsv(readCsv(await text())), where);
    case 'icalendar':
      return into.addOccasions(parseCalendar(await text(), context), where);
    case 'mail':
      await into.mail.add({ header: headerOf(await bytes.head(largestHeader)), line: 1, cut: false }, isSent);
      return 1;
    case 'mbox': {
      const before = into.mail.count;
      const scanner = new MboxScanner();
      for await (const chunk of bytes.chunks())
        for (const block of scanner.push(chunk)) await into.mail.add(block, isSent);
      for (const block of scanner.end()) await into.mail.add(block, isSent);
      return into.mail.count - before;
    }
    default:
      return 0;
  }
}

/** The files of an archive or folder, one after another. One that cannot be read is told, and the others go on. */
async function readParts(
  parts: AsyncIterable<Part>,
  found: FoundPart[],
  into: Gathered,
  context: CalendarContext,
  hooks: ReadHooks,
): Promise<void> {
  for await (const part of parts) {
    await hooks.gate?.();
    const entry = found.find((one) => one.path === part.path && one.entries === null) ?? newFound(part, found);
    if (part.refused !== null) {
      into.rejected.push(whole(part.refused, part.path));
      continue;
    }
    const bytes = new Peeked(part.chunks());
    try {
      const { kind } = detectFile(await bytes.head(headLength));
      entry.kind = kind === 'packed' || kind === 'archive' || kind === 'backup' || kind === 'unknown' ? null : kind;
      if (kind === 'archive' || kind === 'packed') into.rejected.push(whole('packed-within', part.path));
      if (entry.kind !== null)
        entry.entries = await readContent(entry.kind, part.path, bytes, into, context, part.path);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      into.rejected.push(whole(...whyNot(error, part.path)));
    } finally {
      await bytes.close();
    }
    hooks.onFound?.(found);
  }
}

function newFound(part: Part, found: FoundPart[]): FoundPart {
  const entry = { path: part.path, size: part.size, kind: null, entries: null };
  found.push(entry);
  return entry;
}

const whyNot = (error: unknown, path = ''): [Rejection['code'], string] => {
  const said = error instanceof Error ? error.message : '';
  return [error instanceof Problem ? error.code : 'RM-200', [path, said].filter((one) => one !== '').join(': ')];
};

const whyUnknown: Record<'empty' | 'binary' | 'no-such-text', RejectionCode> = {
  empty: 'empty-file',
  binary: 'unknown-kind',
  'no-such-text': 'unknown-kind',
};

async function readSingle(
  file: ReadFile,
  bytes: Peeked,
  context: CalendarContext,
  hooks: ReadHooks,
): Promise<ReadFile> {
  const { kind, unknown } = detectFile(await bytes.head(headLength));
  if (unknown !== null) return { ...file, rejected: [whole(whyUnknown[unknown])] };
  if (kind === 'archive' || kind === 'packed') return { ...file, rejected: [whole('packed-within')] };
  if (kind === 'backup') return { ...file, kind, backup: await readBackup(await bytes.all()) };
  const into = new Gathered();
  if (kind === 'csv') {
    const table = readCsv(decodeText(await bytes.all()).text);
    const used = mappingOf(table, hooks.mapping);
    into.add(personsOfCsv(table, used), null);
    return finished({ ...file, kind, table: { ...table, used } }, into);
  }
  await readContent(kind, file.name, bytes, into, context, null);
  return finished({ ...file, kind }, into);
}

function finished(file: ReadFile, into: Gathered): ReadFile {
  const mail = into.mail.result();
  into.addOccasions(mail, null);
  const { people, occasions, rejected, passedOver } = into;
  const holds = people.length + occasions.length + rejected.length + Object.keys(passedOver).length;
  return { ...file, people, occasions, passedOver, rejected: holds > 0 ? rejected : [whole('nothing-found')] };
}

/**
 * Tells a file's kind by its content and reads it, without touching the store: piece by piece, so that an archive or
 * mailbox of many gigabytes passes through in little memory. Archives (zip, tar, tgz) are read without unpacking them anywhere; a
 * list of several files is a folder. A file that cannot be read at all is one rejection without a line. Throws only what `gate` throws.
 */
export async function readFile(
  name: string,
  given: Blob | readonly { path: string; blob: Blob }[],
  context: CalendarContext,
  hooks: ReadHooks = {},
): Promise<ReadFile> {
  const empty: ReadFile = {
    name,
    kind: 'unknown',
    people: [],
    occasions: [],
    passedOver: {},
    rejected: [],
    table: null,
    backup: null,
    parts: null,
  };
  try {
    const source = await partsOf(given, hooks);
    if (source.is === 'single') return await readSingle(empty, new Peeked(source.chunks()), context, hooks);
    const into = new Gathered();
    const { found } = source;
    if (found.length > 0) hooks.onFound?.(found);
    const file: ReadFile = { ...empty, kind: source.is, parts: found };
    try {
      await readParts(source.parts, found, into, context, hooks);
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      // What came before the damage is whole, and goes in.
      into.rejected.push(whole(...whyNot(error)));
    }
    return finished(file, into);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    return { ...empty, rejected: [whole(...whyNot(error))] };
  }
}

/** A file larger than this is known again by the digest of its blocks' digests. */
const block = 32_000_000;

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

const sha256 = async (bytes: BufferSource): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * What the same file is known again by: SHA-256 of its bytes, hex; of a file of more than 32 MB, of the digests of its blocks of 32
 * MB one after another, for then it need not be in memory at once.
 */
export async function digestOf(blob: Blob): Promise<string> {
  if (blob.size <= block) return hex(await sha256(await blob.arrayBuffer()));
  const digests: Uint8Array[] = [];
  for (let at = 0; at < blob.size; at += block)
    digests.push(await sha256(await blob.slice(at, at + block).arrayBuffer()));
  return hex(await sha256(joined(digests, digests.length * 32).slice()));
}
