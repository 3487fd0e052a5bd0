import type { PinyinTable } from '../people/pinyin-table.ts';
import { unmerge } from '../people/unmerge.ts';
import type { Change, RowChange } from '../records/change.ts';
import type { Person } from '../records/person.ts';
import { Problem } from '../records/problem.ts';
import { isRecordTable } from '../records/tables.ts';
import { type Act, type Recorded, recordAct } from '../storage/journal.ts';
import type { Store } from '../storage/store.ts';

/** How the journal names a merge. */
export const mergeAct = 'merge-people';

/** The two rows of a merge: the one that stayed, and the one that went. Null for any other change. */
export function mergedRows(change: Change): { kept: RowChange; gone: RowChange } | null {
  if (change.act !== mergeAct) return null;
  const rows = change.rows.filter((row) => row.table === 'people');
  const kept = rows.find((row) => row.after !== null);
  const gone = rows.find((row) => row.after === null);
  return kept === undefined || gone === undefined ? null : { kept, gone };
}

/** Who `id` is by now: after further merges, the one that took it over. */
async function nowOf(store: Store, id: string): Promise<string> {
  if ((await store.people.get(id)) !== undefined) return id;
  const later = await store.changes.filter((change) => !change.undone && mergedRows(change)?.gone.id === id).first();
  const into = later === undefined ? undefined : mergedRows(later)?.kept.id;
  if (into === undefined)
    throw new Problem(
      'RM-111',
      'This merge cannot be taken back: the person it made was deleted since. Take the deletion back first. Nothing was undone.',
    );
  return nowOf(store, into);
}

/**
 * Takes a merge back, at any later time and whatever was changed since: the other person is there again with all that was
 * theirs, in its present wording; records that were theirs name them again; what was added since stays with the one who was
 * kept. An act of its own. Throws RM-112 (nothing to take back), RM-111 (the merged person was deleted).
 */
export async function unmergePeople(
  store: Store,
  change: Change,
  deps: { pinyin?: PinyinTable | null; now: number },
): Promise<Recorded<Change>> {
  return recordAct(store, { act: 'undo', now: deps.now }, async (act) => {
    const rows = mergedRows(change);
    if (rows === null || change.undone || (await store.people.get(rows.gone.id)) !== undefined)
      throw new Problem('RM-112', 'There is nothing to undo: these two are apart already.');
    const id = await nowOf(store, rows.kept.id);
    const [keptBefore, goneBefore, merged] = [
      rows.kept.before,
      rows.gone.before,
      rows.kept.after,
    ] as unknown as Person[];
    if (keptBefore === undefined || goneBefore === undefined || merged === undefined)
      throw new Problem('RM-112', 'There is nothing to undo: what the two were is not written down.');
    const now = await act.get('people', id);
    const apart = unmerge([keptBefore, goneBefore], merged, now, deps.pinyin ?? null, deps.now);
    await act.put('people', apart.kept);
    await act.put('people', apart.gone);
    for (const row of change.rows)
      if (row.table !== 'people') await pointBack(act, row, { gone: rows.gone.id, kept: rows.kept.id, now: id });
    // Last, so that the journal row itself is no part of what can be undone.
    await store.changes.put({ ...change, undone: true, updatedAt: deps.now });
    return change;
  });
}

interface Ids {
  gone: string;
  kept: string;
  /** Who `kept` is by now. */
  now: string;
}

/** Lets a record that was pointed to the merged person name the other one again; what else was changed in it since stays. */
async function pointBack(act: Act, { table, id, before, after }: RowChange, ids: Ids): Promise<void> {
  if (!isRecordTable(table) || before === null) return;
  const now = await act.find(table, id);
  if (after === null) {
    // Between the two, so that the merge took it out.
    if (now === undefined) await act.put(table, before as never);
    return;
  }
  if (now === undefined) return;
  const row: Record<string, unknown> = { ...now };
  for (const field of Object.keys(before)) {
    const [was, became] = [before[field], after[field]];
    if (field === 'updatedAt' || JSON.stringify(was) === JSON.stringify(became)) continue;
    row[field] = backOf(was, became, row[field], ids);
  }
  await act.put(table, row as never);
}

/** One field as it is after pointing back: a text, a list of ids, or a list of parts that name somebody. */
function backOf(was: unknown, became: unknown, now: unknown, ids: Ids): unknown {
  const isMerged = (value: unknown) => value === ids.kept || value === ids.now;
  if (!Array.isArray(was)) {
    if (was === ids.gone) return isMerged(now) ? was : now;
    const moved = typeof became === 'string' ? became.replaceAll(ids.kept, ids.now) : became;
    return JSON.stringify(now) === JSON.stringify(became) || now === moved ? was : now;
  }
  if (JSON.stringify(now) === JSON.stringify(became)) return was;
  if (!Array.isArray(now)) return now;
  if (was.every((one) => typeof one === 'string')) {
    const others = was.includes(ids.kept) ? now : now.filter((one) => !isMerged(one));
    return was.includes(ids.gone) && now.some(isMerged) ? [...others, ids.gone] : now;
  }
  return now.map((part, i) => {
    const id = Reflect.get(Object(part), 'id');
    const then = id === undefined ? was[i] : was.find((one) => Reflect.get(Object(one), 'id') === id);
    if (then === undefined) return part;
    const fields = Object.keys(Object(part)).filter(
      (field) => Reflect.get(Object(then), field) === ids.gone && isMerged(Reflect.get(Object(part), field)),
    );
    return fields.length === 0
      ? part
      : { ...Object(part), ...Object.fromEntries(fields.map((field) => [field, ids.gone])) };
  });
}
