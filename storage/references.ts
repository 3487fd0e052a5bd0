import { Problem } from '../records/problem.ts';
import type { RecordTable } from '../records/tables.ts';
import type { Store } from './store.ts';

/** Where a table's rows are named by others, as `table.index`. */
const referredBy: Partial<Record<RecordTable, readonly [RecordTable, string][]>> = {
  people: [
    ['shares', 'personId'],
    ['cooperations', 'personId'],
    ['introductions', 'aId'],
    ['introductions', 'bId'],
    ['matters', 'owner'],
  ],
  tips: [['shares', 'tipId']],
  occasions: [
    ['shares', 'occasionId'],
    ['reviews', 'occasionId'],
  ],
};

/** The rows that name this one: how many in which table. To be called inside a transaction. */
export async function referencesTo(
  store: Store,
  table: RecordTable,
  id: string,
): Promise<{ table: RecordTable; count: number }[]> {
  const found = await Promise.all(
    (referredBy[table] ?? []).map(async ([other, index]) => ({
      table: other,
      count: await store.rows(other).where(index).equals(id).count(),
    })),
  );
  return found.filter(({ count }) => count > 0);
}

/** Throws RM-116 when other records name this one, which would then point at nothing. */
export async function refuseIfReferred(store: Store, table: RecordTable, id: string): Promise<void> {
  const [first] = await referencesTo(store, table, id);
  if (first !== undefined)
    throw new Problem(
      'RM-116',
      `This is still in use: ${first.count} of ${first.table} depend on it. Take those back first. Nothing was changed.`,
    );
}
