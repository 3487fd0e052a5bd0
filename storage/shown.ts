import type { Store } from './store.ts';

/** Writes that these prompts were shown at `now` (epoch ms): once a day, as `dayOf` tells days apart. In the caller's transaction. */
export async function writeShown(
  store: Store,
  keys: readonly string[],
  now: number,
  dayOf: (at: number) => string | number,
): Promise<void> {
  const unique = [...new Set(keys)];
  const before = await store.shown.bulkGet(unique);
  const rows = unique.flatMap((key, n) => {
    const row = before[n];
    if (row !== undefined && dayOf(row.lastAt) === dayOf(now)) return [];
    return [{ key, days: (row?.days ?? 0) + 1, lastAt: now }];
  });
  await store.shown.bulkPut(rows);
}
