import { Problem } from '../records/problem.ts';
import type { ArchiveEntry } from './archive-zip.ts';

/** One file of a tar archive while it is there: its bytes must be read, or are passed over, before the next one comes. */
export interface TarFile extends ArchiveEntry {
  chunks(): AsyncGenerator<Uint8Array>;
}

const block = 512;

const text = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  return new TextDecoder().decode(end < 0 ? bytes : bytes.subarray(0, end));
};

/** A number as tar writes it: octal, or in base 256 where the first bit is set. */
function numberIn(bytes: Uint8Array): number {
  if (((bytes[0] ?? 0) & 0x80) !== 0) return bytes.slice(1).reduce((sum, byte) => sum * 256 + byte, 0);
  return Number.parseInt(text(bytes).trim() || '0', 8);
}

/** `12 path=name` lines of a pax header (POSIX.1-2001). */
function paxFields(bytes: Uint8Array): Map<string, string> {
  const fields = new Map<string, string>();
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const length = Number(text(bytes.subarray(at, space < 0 ? bytes.length : space)));
    if (space < 0 || !Number.isInteger(length) || length < 4) break;
    const [name = '', ...value] = text(bytes.subarray(space + 1, at + length - 1)).split('=');
    fields.set(name, value.join('='));
    at += length;
  }
  return fields;
}

const damaged = (why: string): Problem =>
  new Problem(
    'RM-209',
    `The archive is damaged or was not copied whole (${why}), so nothing of it was taken in. Download it again.`,
  );

/** Bytes handed out in the lengths that are asked for, whatever pieces they come in. */
class Taker {
  #rest = new Uint8Array(0);

  constructor(private readonly source: AsyncIterator<Uint8Array>) {}

  /** The next bytes, at most `most`; null at the end. */
  async some(most: number): Promise<Uint8Array | null> {
    while (this.#rest.length === 0) {
      const next = await this.source.next();
      if (next.done === true) return null;
      this.#rest = new Uint8Array(next.value);
    }
    const part = this.#rest.subarray(0, most);
    this.#rest = this.#rest.subarray(part.length);
    return part;
  }

  /** Just so many bytes; fewer at the end. */
  async exactly(length: number): Promise<Uint8Array> {
    const all = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      const part = await this.some(length - filled);
      if (part === null) break;
      all.set(part, filled);
      filled += part.length;
    }
    return all.subarray(0, filled);
  }

  async skip(length: number): Promise<void> {
    for (let left = length; left > 0; ) {
      const part = await this.some(left);
      if (part === null) throw damaged('it breaks off');
      left -= part.length;
    }
  }
}

/** Names longer than this are nonsense, and would fill the memory. */
const longestName = 65_536;

/**
 * The files of a tar archive (POSIX ustar, pax and GNU names), one after another as the bytes come; folders and links are
 * passed over. Throws `RM-209` when it is damaged.
 */
export async function* tarFiles(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<TarFile> {
  const taker = new Taker(bytes[Symbol.asyncIterator]());
  let next = new Map<string, string>();
  for (;;) {
    const header = await taker.exactly(block);
    if (header.length === 0 || header.every((byte) => byte === 0)) return;
    if (header.length < block) throw damaged('it breaks off');
    const sum = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0);
    if (sum !== numberIn(header.subarray(148, 156))) throw damaged('a heading is broken');
    const type = String.fromCharCode(header[156] ?? 48);
    const size = Number(next.get('size') ?? numberIn(header.subarray(124, 136)));
    if (!Number.isSafeInteger(size) || size < 0) throw damaged('a heading is broken');
    const padding = (block - (size % block)) % block;
    if (type === 'x' || type === 'L' || type === 'g') {
      if (size > longestName) throw damaged('a name is too long');
      const content = await taker.exactly(size);
      await taker.skip(padding);
      if (type === 'x') next = new Map([...next, ...paxFields(content)]);
      if (type === 'L') next.set('path', text(content));
      continue;
    }
    const prefix = text(header.subarray(345, 500));
    const isUstar = text(header.subarray(257, 262)) === 'ustar';
    const name = text(header.subarray(0, 100));
    const path = next.get('path') ?? (isUstar && prefix !== '' ? `${prefix}/${name}` : name);
    next = new Map();
    let left = size;
    async function* chunks(): AsyncGenerator<Uint8Array> {
      while (left > 0) {
        const part = await taker.some(Math.min(left, 65_536));
        if (part === null) throw damaged('it breaks off');
        left -= part.length;
        yield part;
      }
    }
    if (type === '0' || type === '\0' || type === '7') yield { path, size, chunks };
    await taker.skip(left + padding);
  }
}

/** Whether bytes begin as a tar archive does. */
export const isTar = (bytes: Uint8Array): boolean => bytes.length >= 262 && text(bytes.subarray(257, 262)) === 'ustar';
