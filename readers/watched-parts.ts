import { documentsOf, framesAround } from './frames.ts';
import type { Watched } from './site-reader.ts';

/**
 * What to watch where `deep` are the small parts that are read, and `along` what holds them. While nothing is open, the
 * whole page is watched for additions. The frames that hold the parts are watched with them.
 */
export function watchedParts(document: Document, deep: Element[], along: Element[]): Watched {
  const documents = new Set([...deep, ...along].map((e) => e.ownerDocument));
  const frames = [...documents].flatMap(framesAround);
  const bodies = documentsOf(document).map((d) => d.body as Element | null);
  return {
    deep,
    along: [...along, ...frames, document.body],
    below: deep.length > 0 ? [] : bodies.filter((body) => body !== null),
  };
}
