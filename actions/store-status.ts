import type { StoreStatus } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';

/** What the store holds and how safe it lies. `storage`: the browser's `navigator.storage`, where there is one. */
export async function storeStatus(
  store: Store,
  storage: Pick<StorageManager, 'estimate' | 'persisted'> | null,
): Promise<StoreStatus> {
  const [people, sightings, occasions, tips] = await Promise.all([
    store.people.count(),
    store.sightings.count(),
    store.occasions.count(),
    store.tips.count(),
  ]);
  const estimate = await storage?.estimate().catch(() => null);
  const persisted = await storage?.persisted().catch(() => false);
  return { people, sightings, occasions, tips, bytes: estimate?.usage ?? null, persisted: persisted ?? false };
}
