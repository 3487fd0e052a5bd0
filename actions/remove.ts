import type { ActResult } from '../records/act.ts';
import type { Deletable } from '../records/planner.ts';
import type { Act } from '../storage/journal.ts';
import type { Store } from '../storage/store.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';

/**
 * Deletes one record, and with a person or a tip what is only about it: shares, cooperations, introductions, own matters.
 * One act, so that one undo brings all of it back.
 */
export const remove = (table: Deletable, id: string, deps: ActDeps): Promise<ActResult> =>
  resultOf(() => runAct(`delete-${table}`, deps, (act) => removeWithAll(table, id, act, deps.store)));

/** The same within an act that is running. */
export async function removeWithAll(table: Deletable, id: string, act: Act, store: Store): Promise<void> {
  await act.get(table, id);
  if (table === 'people') await removeAllAbout(id, act, store);
  if (table === 'tips') await deleteWhere(act, store, 'shares', 'tipId', id);
  await act.delete(table, id);
}

async function deleteWhere(
  act: Act,
  store: Store,
  table: 'shares' | 'cooperations' | 'introductions' | 'matters',
  index: string,
  id: string,
): Promise<void> {
  for (const key of await store.rows(table).where(index).equals(id).primaryKeys()) await act.delete(table, key);
}

async function removeAllAbout(personId: string, act: Act, store: Store): Promise<void> {
  await deleteWhere(act, store, 'shares', 'personId', personId);
  await deleteWhere(act, store, 'cooperations', 'personId', personId);
  await deleteWhere(act, store, 'introductions', 'aId', personId);
  await deleteWhere(act, store, 'introductions', 'bId', personId);
  await deleteWhere(act, store, 'matters', 'owner', personId);
  for (const matter of await store.matters.toArray())
    if (matter.steps.some((step) => step.who === personId))
      await act.change('matters', matter.id, {
        steps: matter.steps.map((step) => (step.who === personId ? { ...step, who: null } : step)),
      });
  for (const tip of await store.tips.toArray())
    if (tip.few.includes(personId))
      await act.change('tips', tip.id, { few: tip.few.filter((other) => other !== personId) });
}
