import type { Sighting } from '../records/sighting.ts';
import type { Store } from './store.ts';

/** Address key → its sighting, for the keys that have one. */
export async function sightingsByKeys(store: Store, keys: readonly string[]): Promise<Map<string, Sighting>> {
  const unique = [...new Set(keys)];
  return store.transaction('r', store.sightings, async () => {
    const found = await Promise.all(unique.map((key) => store.sightings.where('key').equals(key).first()));
    return new Map(found.flatMap((sighting) => (sighting === undefined ? [] : [[sighting.key, sighting]])));
  });
}
