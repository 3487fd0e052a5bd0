import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { onTestFinished } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { type OpenOptions, openStore } from '../../../storage/open.ts';
import type { Store } from '../../../storage/store.ts';

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
