import type { Change } from '../records/change.ts';
import { Problem } from '../records/problem.ts';
import { isRecordTable } from '../records/tables.ts';
import { type Act, type Recorded, recordAct } from './journal.ts';
import { refuseIfReferred } from './references.ts';
import type { Store } from './store.ts';
import { undoRow } from './undo-row.ts';

/**
 * Takes one act back: every row becomes what it was before, in one transaction, and what was written since stays. The
 * undoing is an act too, so that it can be undone. Throws RM-112 (nothing to undo), RM-111 (changed since: nothing is
 * undone), RM-116 (something else depends on it by now).
 */
export async function undo(store: Store, changeId: string, now: number): Promise<Recorded<Change>> {
  return recordAct(store, { act: 'undo', now }, async (act) => {
    const change = await act.find('changes', changeId);
    if (change === undefined || change.undone)
      throw new Problem('RM-112', 'There is nothing to undo: this act was undone already, or is too long ago.');
    for (const row of [...change.rows].reverse()) await undoOne(act, store, row);
    // Last, so that the journal row itself is no part of what can be undone.
    await store.changes.put({ ...change, undone: true, updatedAt: now });
    return change;
  });
}

async function undoOne(act: Act, store: Store, change: Change['rows'][number]): Promise<void> {
  if (!isRecordTable(change.table)) throw new Problem('RM-112', `This version has no table "${change.table}".`);
  const now = (await act.find(change.table, change.id)) ?? null;
  const undone = undoRow(change, now === null ? null : { ...now });
  if ('conflict' in undone)
    throw new Problem(
      'RM-111',
      `This cannot be undone: it was changed again since (${change.table}, field "${undone.conflict}"). Undo the later change first, or change it by hand. Nothing was undone.`,
    );
  if (undone.row === null) {
    if (now === null) return;
    await refuseIfReferred(store, change.table, change.id);
    await act.delete(change.table, change.id);
  } else await act.put(change.table, undone.row as never);
}
