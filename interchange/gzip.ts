import { Problem } from '../records/problem.ts';

/** Whether bytes begin as a gzip stream does (RFC 1952 §2.3.1). */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Compresses text, piece by piece, so that the whole never stands in memory twice. */
export async function gzip(pieces: Iterable<string>): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.iterator]();
  const source = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const next = iterator.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
  });
  const packed = source.pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

/** Unpacks a gzip stream. Throws `RM-204` when it is damaged or breaks off. */
export async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    const unpacked = new Blob([bytes.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(unpacked).arrayBuffer());
  } catch (cause) {
    throw new Problem(
      'RM-204',
      'The packed file is damaged or was not copied whole, so nothing of it was taken in. Copy it again from where it was saved.',
      false,
      { cause },
    );
  }
}
