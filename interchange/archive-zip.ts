import { Problem } from '../records/problem.ts';

/** One file in an archive. `path`: as the archive names it; nothing is ever written under it. */
export interface ArchiveEntry {
  path: string;
  /** Bytes unpacked, as the archive says. */
  size: number;
}

/** An entry of a zip file, with where it lies. */
export interface ZipEntry extends ArchiveEntry {
  packed: number;
  method: number;
  encrypted: boolean;
  headerAt: number;
}

const damaged = (why: string, cause?: unknown): Problem =>
  new Problem(
    'RM-209',
    `The archive is damaged or was not copied whole (${why}), so nothing of it was taken in. Download it again.`,
    false,
    { cause },
  );

const mostEntries = 500_000;

const viewOf = async (blob: Blob, from: number, to: number): Promise<DataView> =>
  new DataView(await blob.slice(Math.max(0, from), to).arrayBuffer());

/** Where the central directory lies and how many entries it has (APPNOTE 4.3.16, and 4.3.14 for zip64). */
async function directoryOf(blob: Blob): Promise<{ at: number; size: number; count: number }> {
  const tailAt = Math.max(0, blob.size - 65_557);
  const tail = await viewOf(blob, tailAt, blob.size);
  for (let i = tail.byteLength - 22; i >= 0; i--) {
    if (tail.getUint32(i, true) !== 0x06054b50) continue;
    const [count, size, at] = [
      tail.getUint16(i + 10, true),
      tail.getUint32(i + 12, true),
      tail.getUint32(i + 16, true),
    ];
    if (count !== 0xffff && size !== 0xffffffff && at !== 0xffffffff) return { at, size, count };
    const locator = await viewOf(blob, tailAt + i - 20, tailAt + i);
    if (locator.byteLength < 20 || locator.getUint32(0, true) !== 0x07064b50) return { at, size, count };
    const end64 = Number(locator.getBigUint64(8, true));
    const record = await viewOf(blob, end64, end64 + 56);
    if (record.byteLength < 56 || record.getUint32(0, true) !== 0x06064b50)
      throw damaged('its list is not where it should be');
    return {
      count: Number(record.getBigUint64(32, true)),
      size: Number(record.getBigUint64(40, true)),
      at: Number(record.getBigUint64(48, true)),
    };
  }
  throw damaged('it has no list of its files');
}

/** Sizes and place from the zip64 extra field, for those that do not fit 32 bits (APPNOTE 4.5.3). */
function zip64(extra: DataView, entry: ZipEntry): void {
  for (let i = 0; i + 4 <= extra.byteLength; ) {
    const [id, length] = [extra.getUint16(i, true), extra.getUint16(i + 2, true)];
    if (id === 1) {
      let at = i + 4;
      const next = (): number => {
        const value = at + 8 <= extra.byteLength ? Number(extra.getBigUint64(at, true)) : 0;
        at += 8;
        return value;
      };
      if (entry.size === 0xffffffff) entry.size = next();
      if (entry.packed === 0xffffffff) entry.packed = next();
      if (entry.headerAt === 0xffffffff) entry.headerAt = next();
    }
    i += 4 + length;
  }
}

/**
 * The files in a zip archive (PKWARE APPNOTE 6.3), read from its end without unpacking anything; folders left out. Throws
 * `RM-209` when it is damaged.
 */
export async function listZip(blob: Blob): Promise<ZipEntry[]> {
  const { at, size, count } = await directoryOf(blob);
  if (at + size > blob.size || count > mostEntries) throw damaged('its list says more than there is');
  const view = await viewOf(blob, at, at + size);
  const entries: ZipEntry[] = [];
  let i = 0;
  for (let n = 0; n < count; n++) {
    if (i + 46 > view.byteLength || view.getUint32(i, true) !== 0x02014b50) throw damaged('its list breaks off');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(i + offset, true)) as [
      number,
      number,
      number,
    ];
    const flags = view.getUint16(i + 8, true);
    const bytes = new Uint8Array(view.buffer, view.byteOffset + i + 46, Math.min(nameLength, view.byteLength - i - 46));
    const entry: ZipEntry = {
      path: new TextDecoder().decode(bytes),
      method: view.getUint16(i + 10, true),
      encrypted: (flags & 1) === 1,
      packed: view.getUint32(i + 20, true),
      size: view.getUint32(i + 24, true),
      headerAt: view.getUint32(i + 42, true),
    };
    const extraAt = i + 46 + nameLength;
    if (extraAt + extraLength > view.byteLength) throw damaged('its list breaks off');
    zip64(new DataView(view.buffer, view.byteOffset + extraAt, extraLength), entry);
    if (!entry.path.endsWith('/')) entries.push(entry);
    i = extraAt + extraLength + commentLength;
  }
  return entries;
}

/** The unpacked bytes of one entry, piece by piece; the packed ones pass through `tap`. Throws `RM-209` when the archive is damaged, or packed in a way that is not read. */
export async function openZipEntry(
  blob: Blob,
  entry: ZipEntry,
  tap: (bytes: ReadableStream<Uint8Array<ArrayBuffer>>) => ReadableStream<Uint8Array<ArrayBuffer>>,
): Promise<ReadableStream<Uint8Array>> {
  const header = await viewOf(blob, entry.headerAt, entry.headerAt + 30);
  if (header.byteLength < 30 || header.getUint32(0, true) !== 0x04034b50)
    throw damaged('a file is not where it should be');
  const begin = entry.headerAt + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = tap(blob.slice(begin, begin + entry.packed).stream());
  if (entry.method === 0) return packed;
  if (entry.method !== 8) throw damaged(`packed by method ${entry.method}`);
  return packed.pipeThrough(new DecompressionStream('deflate-raw'));
}
