import { newId } from '../records/base.ts';
import { type Meaning, meaningsStamp } from './schema.ts';
import type { Store } from './store.ts';

/** Writes meanings, and a new stamp by which readers see that there are others than before. */
export async function putMeanings(store: Store, rows: readonly Meaning[]): Promise<void> {
  if (rows.length === 0) return;
  const stamp = new Int8Array(new TextEncoder().encode(newId()));
  await store.meanings.bulkPut([...rows, { key: meaningsStamp, vector: stamp }]);
}
