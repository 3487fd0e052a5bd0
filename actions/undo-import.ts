import type { ActResult } from '../records/act.ts';
import { undoChunk } from '../storage/import-rows.ts';
import { type OpenOptions, switchBack } from '../storage/open.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';
import { resultOf } from './run-act.ts';

/** The `importId` of a backup that took the place of everything: undone by switching back. */
export const replacedAll = 'replaced-all';

/** Takes back every chunk of an import, the newest first. What the user changed or used since stays: how many rows. Throws `Problem`s. */
export async function takeBack(store: Store, importId: string, now: number): Promise<number> {
  try {
    const changes = await store.changes.where('importId').equals(importId).toArray();
    let stayed = 0;
    for (const change of changes.filter((one) => !one.undone).sort((a, b) => (a.id < b.id ? 1 : -1)))
      stayed += await undoChunk(store, change, now);
    const sources = await store.sources.filter((source) => source.importId === importId).toArray();
    await store.sources.bulkPut(sources.map((source) => ({ ...source, undone: true, updatedAt: now })));
    return stayed;
  } catch (error) {
    throw storeProblem(error);
  }
}

/**
 * Undoes an import: what it added goes, what it changed becomes what it was; what the user changed or used since stays. A
 * backup that replaced everything gives way to what was there before. `stayed`: how many rows did. Never throws. `now` in
 * epoch ms.
 */
export async function undoImport(
  importId: string,
  deps: { store: Store; now: () => number; options?: OpenOptions },
): Promise<ActResult & { stayed: number }> {
  let stayed = 0;
  const result = await resultOf(async () => {
    if (importId === replacedAll) await switchBack(deps.options ?? {});
    else stayed = await takeBack(deps.store, importId, deps.now());
    return { changeId: null };
  });
  return { ...result, stayed };
}
