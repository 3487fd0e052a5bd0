import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { recordTables } from '../../../records/tables.ts';
import { type OpenOptions, openStore } from '../../../storage/open.ts';
import { Reader } from '../../../storage/reader.ts';
import type { Store } from '../../../storage/store.ts';

/** What reads without Dexie takes ranges from the platform. */
globalThis.IDBKeyRange ??= IDBKeyRange;

/** The moment at which tests happen. */
export const now = Date.UTC(2026, 10, 24, 9, 30);

/** A browser's worth of databases of its own, with nothing in it. */
export const freshOptions = (): OpenOptions & { factory: IDBFactory } => ({
  factory: new IDBFactory(),
  keyRange: IDBKeyRange,
  patience: 500,
});

/** An empty store, closed at the end of the test. */
export async function freshStore(options = freshOptions()): Promise<Store> {
  const store = await openStore(options);
  onTestFinished(() => store.close());
  return store;
}

/** What acts are handed, over an empty store, with a clock that stands at `now`. */
export async function freshDeps(more: Partial<ActDeps> = {}): Promise<ActDeps> {
  return { store: await freshStore(), now: () => now, ...more };
}

/** What answers occasions from this store. */
export const readerOf = (store: Store): Reader => Reader.of(store.backendDB());

/** Everything the user has but the journal, without the moments of the last write; fields in one order. */
export async function dump(store: Store): Promise<unknown> {
  const tables = recordTables.filter((name) => name !== 'changes');
  const rows = await Promise.all(tables.map((name) => store.rows(name).toArray()));
  return Object.fromEntries(
    tables.map((name, i) => [
      name,
      (rows[i] ?? []).map((row) => ({ ...row, updatedAt: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  );
}
