import type { PastImport } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { sampleName } from './sample-file.ts';

/** Every file that came in, the newest first. */
export async function listImports(store: Store): Promise<PastImport[]> {
  const sources = await store.sources.orderBy('importedAt').reverse().toArray();
  return sources.map((source) => ({
    source,
    isSample: source.name === sampleName,
    importId: source.undone ? null : (source.importId ?? null),
  }));
}
