import type { BackupRows } from '../interchange/backup.ts';
import { type RecordTable, recordTables } from '../records/tables.ts';
import type { RowWrite } from '../storage/import-rows.ts';
import type { Store } from '../storage/store.ts';

/** What a backup would do beside what is there. */
export interface MergedBackup {
  writes: RowWrite[];
  added: number;
  updated: number;
  skipped: number;
}

/** Rows that are no records of the user's: they come along without being counted. */
const uncounted: readonly RecordTable[] = ['settings', 'changes', 'sources'];

/** How many records of the user's a backup holds. */
export const recordsIn = (tables: BackupRows): number =>
  recordTables.filter((table) => !uncounted.includes(table)).reduce((sum, table) => sum + tables[table].length, 0);

/** Whether nothing is kept here: a backup then simply takes the place of what is there. */
export async function isEmpty(store: Store): Promise<boolean> {
  const counts = await Promise.all(
    recordTables.filter((table) => !uncounted.includes(table)).map((table) => store.rows(table).count()),
  );
  return counts.every((count) => count === 0);
}

/** What a table knows a row again by, besides its id; null where only the id counts. */
function otherKeyOf(table: RecordTable, row: object): string | null {
  const field = (name: string) => String(Reflect.get(row, name));
  if (table === 'sightings') return field('key');
  if (table === 'decisions') return field('promptKey');
  if (table === 'occasions') return `${field('site')} ${field('ref')}`;
  return null;
}

/**
 * Compares a backup with the store, row by row, without writing: what is not there is added, what is newer in the backup
 * is updated, everything else stays. The settings stay. An occasion that is here under another id is the same one, and what
 * the backup says about it then speaks of this one.
 */
export async function mergeBackup(store: Store, tables: BackupRows): Promise<MergedBackup> {
  const merged: MergedBackup = { writes: [], added: 0, updated: 0, skipped: 0 };
  const sameOccasion = new Map<string, string>();
  for (const table of recordTables) {
    if (table === 'settings') continue;
    const there = await store.rows(table).toArray();
    const byId = new Map(there.map((row) => [row.id, row]));
    const byOther = new Map(there.map((row) => [otherKeyOf(table, row), row]));
    for (const row of tables[table]) {
      const own = byId.get(row.id);
      const twin = own ?? byOther.get(otherKeyOf(table, row) ?? '');
      if (table === 'occasions' && twin !== undefined && twin.id !== row.id) sameOccasion.set(row.id, twin.id);
      const after = about(row, sameOccasion);
      if (twin === undefined) merged.writes.push({ table, before: null, after });
      else if (own !== undefined && row.updatedAt > own.updatedAt) merged.writes.push({ table, before: own, after });
      if (uncounted.includes(table)) continue;
      if (twin === undefined) merged.added += 1;
      else if (own !== undefined && row.updatedAt > own.updatedAt) merged.updated += 1;
      else merged.skipped += 1;
    }
  }
  return merged;
}

function about<R extends { id: string }>(row: R, sameOccasion: ReadonlyMap<string, string>): R {
  const occasionId: unknown = Reflect.get(row, 'occasionId');
  const same = typeof occasionId === 'string' ? sameOccasion.get(occasionId) : undefined;
  return same === undefined ? row : { ...row, occasionId: same };
}
