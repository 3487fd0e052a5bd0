import type { FoundPart, ImportKind } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import { isTar, tarFiles } from './archive-tar.ts';
import { listZip, openZipEntry, type ZipEntry } from './archive-zip.ts';
import { isGzip } from './gzip.ts';
import type { RejectionCode } from './parsed.ts';

/** One file within an archive or folder, read in its turn. `refused`: why it is not to be read. */
export interface Part {
  path: string;
  size: number;
  refused: RejectionCode | null;
  chunks(): AsyncGenerator<Uint8Array>;
}

/** What a chosen file is: one file, or several. `found`: what is known to be in it before anything is read. */
export type Parts =
  | { is: 'single'; chunks(): AsyncGenerator<Uint8Array> }
  | { is: 'archive' | 'folder'; found: FoundPart[]; parts: AsyncIterable<Part> };

interface Hooks {
  onBytes?: ((bytes: number) => void) | undefined;
  gate?: (() => Promise<void>) | undefined;
}

const kinds: readonly [RegExp, ImportKind][] = [
  [/\.(vcf|vcard)$/i, 'vcard'],
  [/\.(csv|tsv)$/i, 'csv'],
  [/\.(ldif|ldi)$/i, 'ldif'],
  [/\.(ics|ical|icalendar|ifb)$/i, 'icalendar'],
  [/\.(eml|emlx)$/i, 'mail'],
  [/\.(mbox|mbx)$/i, 'mbox'],
  // Maildir: a file a message, in `cur` and `new`.
  [/(^|\/)(cur|new)\/[^/]+$/, 'mail'],
  // Thunderbird's mailboxes have no ending.
  [/(^|\/)[^/.]+$/, 'mbox'],
];

/** What a file in an archive likely is, by its name; null for what is not even opened: pictures, films, web pages. */
const likelyKind = (path: string): ImportKind | null => kinds.find(([pattern]) => pattern.test(path))?.[1] ?? null;

/** A gigabyte of nothing packs a thousandfold; no mailbox or address book packs more than this. */
const mostSwelling = 200;
const swellingFrom = 10_000_000;

const swollen = (): Problem =>
  new Problem(
    'RM-213',
    `This packed file is more than ${mostSwelling} times as long unpacked, as no address book or mailbox is. It was not read to its end.`,
  );

/** The bytes of a stream, each piece counted and held up by the gate. */
async function* pieces(stream: ReadableStream<Uint8Array>, hooks: Hooks, most = Infinity): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  let length = 0;
  try {
    for (;;) {
      await hooks.gate?.();
      const { done, value } = await reader.read();
      if (done) return;
      length += value.length;
      if (length > most) throw swollen();
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

const counting = (hooks: Hooks) => (stream: ReadableStream<Uint8Array<ArrayBuffer>>) =>
  stream.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        hooks.onBytes?.(chunk.length);
        controller.enqueue(chunk);
      },
    }),
  );

const mostOf = (packed: number): number => Math.max(swellingFrom, packed * mostSwelling);

function zipPart(blob: Blob, entry: ZipEntry, hooks: Hooks): Part {
  return {
    path: entry.path,
    size: entry.size,
    refused: entry.encrypted ? 'packed-within' : null,
    async *chunks() {
      const stream = await openZipEntry(blob, entry, counting(hooks));
      try {
        yield* pieces(stream, hooks, mostOf(entry.packed));
      } catch (cause) {
        if (cause instanceof Problem || (cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
        throw new Problem('RM-209', 'This file in the archive is damaged. Download the archive again.', false, {
          cause,
        });
      }
    },
  };
}

async function zipParts(blob: Blob, hooks: Hooks): Promise<Parts> {
  const entries = await listZip(blob);
  if (entries.some((entry) => entry.path === '[Content_Types].xml'))
    throw new Problem(
      'RM-214',
      'This is a spreadsheet or document of an office program. Save the table as CSV, and import that.',
    );
  const found = entries.map(({ path, size }) => ({ path, size, kind: likelyKind(path), entries: null }));
  const wanted = entries.filter(
    (entry) => likelyKind(entry.path) !== null || /\.(zip|gz|tgz|pst|ost|olm)$/i.test(entry.path),
  );
  async function* parts(): AsyncGenerator<Part> {
    for (const entry of wanted) yield zipPart(blob, entry, hooks);
  }
  return { is: 'archive', found, parts: parts() };
}

function tarParts(bytes: AsyncIterable<Uint8Array>): Parts {
  const found: FoundPart[] = [];
  async function* parts(): AsyncGenerator<Part> {
    for await (const file of tarFiles(bytes)) {
      const kind = likelyKind(file.path);
      if (kind === null) found.push({ path: file.path, size: file.size, kind, entries: null });
      else yield { path: file.path, size: file.size, refused: null, chunks: () => file.chunks() };
    }
  }
  return { is: 'archive', found, parts: parts() };
}

function folderParts(files: readonly { path: string; blob: Blob }[], hooks: Hooks): Parts {
  const found = files.map(({ path, blob }) => ({ path, size: blob.size, kind: likelyKind(path), entries: null }));
  async function* parts(): AsyncGenerator<Part> {
    for (const { path, blob } of files)
      if (likelyKind(path) !== null)
        yield {
          path,
          size: blob.size,
          refused: null,
          chunks: () => pieces(counting(hooks)(blob.stream()), hooks),
        };
  }
  return { is: 'folder', found, parts: parts() };
}

/** Looks into a chosen file, or a list of files of one folder: what there is to read. Throws `RM-209` to `RM-214`. */
export async function partsOf(given: Blob | readonly { path: string; blob: Blob }[], hooks: Hooks): Promise<Parts> {
  if (!(given instanceof Blob)) return folderParts(given, hooks);
  const plain = () => pieces(counting(hooks)(given.stream()), hooks);
  const start = new Uint8Array(await given.slice(0, 600).arrayBuffer());
  if (start[0] === 0x50 && start[1] === 0x4b && (start[2] ?? 9) < 8) return zipParts(given, hooks);
  if (isTar(start)) return tarParts(plain());
  if (!isGzip(start)) return { is: 'single', chunks: plain };
  const unpacked = () => unpackedPieces(given, hooks);
  const first = await unpacked().next();
  return first.done !== true && isTar(first.value) ? tarParts(unpacked()) : { is: 'single', chunks: unpacked };
}

/** A gzip file's content. Throws `RM-204` when it is damaged. */
async function* unpackedPieces(blob: Blob, hooks: Hooks): AsyncGenerator<Uint8Array> {
  const stream = counting(hooks)(blob.stream()).pipeThrough(new DecompressionStream('gzip'));
  try {
    yield* pieces(stream, hooks, mostOf(blob.size));
  } catch (cause) {
    if (cause instanceof Problem || (cause instanceof DOMException && cause.name === 'AbortError')) throw cause;
    throw new Problem(
      'RM-204',
      'The packed file is damaged or was not copied whole, so nothing of it was taken in. Copy it again from where it was saved.',
      false,
      { cause },
    );
  }
}
