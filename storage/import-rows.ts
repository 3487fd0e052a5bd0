import { newBase } from '../records/base.ts';
import type { Change, RowChange } from '../records/change.ts';
import type { Occasion } from '../records/occasion.ts';
import { isRecordTable, type RecordTable, recordTables } from '../records/tables.ts';
import { checkRow } from './check-row.ts';
import { contactsOf, deleteContacts, writeContacts } from './contacts.ts';
import { referencesTo } from './references.ts';
import type { Store } from './store.ts';
import { undoRow } from './undo-row.ts';

/** One row that an import writes: `before` null when it is new, `after` null when it goes. */
export interface RowWrite {
  table: RecordTable;
  before: { id: string } | null;
  after: { id: string } | null;
}

/** So many rows are one transaction. */
export const chunkRows = 5_000;

/** Of a row that is new, only this is journaled: undo needs to know whether it was changed since, not what it was. */
const trace = (row: object): Record<string, unknown> => ({ updatedAt: Reflect.get(row, 'updatedAt') });

function journaled({ table, before, after }: RowWrite): RowChange {
  const id = after?.id ?? before?.id ?? '';
  if (before === null) return { table, id, before: null, after: after === null ? null : trace(after) };
  return { table, id, before: { ...before }, after: after === null ? null : { ...after } };
}

/** Writes one chunk of an import with its row of the journal, in one transaction. The rows must fit their schemas. */
export async function writeChunk(
  store: Store,
  writes: readonly RowWrite[],
  about: { act: string; importId: string; now: number },
): Promise<void> {
  await store.transaction('rw', [...recordTables, 'contacts'], async () => {
    for (const table of recordTables) {
      const own = writes.filter((write) => write.table === table);
      if (own.length === 0) continue;
      const gone = own.flatMap(({ before, after }) => (after === null && before !== null ? before.id : []));
      const rows = own.flatMap(({ after }) => after ?? []);
      if (gone.length > 0) await store.rows(table).bulkDelete(gone);
      await store.rows(table).bulkPut(rows as never[]);
      if (table === 'occasions') {
        await deleteContacts(store, [...gone, ...own.flatMap(({ before }) => before?.id ?? [])]);
        await store.contacts.bulkPut(rows.flatMap((row) => contactsOf(row as Occasion)));
      }
    }
    const { act, importId, now } = about;
    const rows = writes.filter((write) => write.table !== 'changes').map(journaled);
    await store.changes.add(checkRow('changes', { ...newBase(now), act, rows, undone: false, importId }));
  });
}

/**
 * Takes one chunk of an import back, in one transaction. What the user changed or used since stays as it is. How many rows stayed.
 */
export async function undoChunk(store: Store, change: Change, now: number): Promise<number> {
  return store.transaction('rw', [...recordTables, 'contacts'], async () => {
    let stayed = 0;
    for (const row of [...change.rows].reverse()) if (!(await undoImported(store, row))) stayed += 1;
    await store.changes.put({ ...change, undone: true, updatedAt: now });
    return stayed;
  });
}

async function undoImported(store: Store, change: RowChange): Promise<boolean> {
  const { table, id, before, after } = change;
  if (!isRecordTable(table)) return false;
  const now = await store.rows(table).get(id);
  if (before === null) {
    if (now === undefined) return true;
    const changed = Reflect.get(now, 'updatedAt') !== after?.updatedAt;
    if (changed || (await referencesTo(store, table, id)).length > 0) return false;
    await store.rows(table).delete(id);
    if (table === 'occasions') await deleteContacts(store, [id]);
    return true;
  }
  const undone = undoRow(change, now === undefined ? null : { ...now });
  if ('conflict' in undone || undone.row === null) return false;
  const row = checkRow(table, undone.row);
  await store.rows(table).put(row as never);
  if (table === 'occasions') await writeContacts(store, row as Occasion);
  return true;
}
