import { mergePeople as merge } from '../people/merge.ts';
import type { ActResult } from '../records/act.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';
import type { Store } from '../storage/store.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';
import { mergeAct } from './unmerge-people.ts';

/**
 * Makes one person of two: `keepId` stays and takes over everything of `otherId`, and every record that names the other
 * one then names this one. One act: undoing it takes the two apart again. RM-113 for one and the same.
 */
export const mergePeople = (keepId: string, otherId: string, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct(mergeAct, deps, async (act) => {
      if (keepId === otherId)
        throw new Problem('RM-113', 'A person cannot be merged with themselves. Nothing was written.');
      const [kept, gone] = [await act.get('people', keepId), await act.get('people', otherId)];
      await act.put('people', merge(kept, gone, deps.pinyin ?? null, act.now).merged);
      await repoint(otherId, keepId, act, deps.store);
      await act.delete('people', otherId);
    }),
  );

async function repoint(from: string, to: string, act: Act, store: Store): Promise<void> {
  const other = (id: string) => (id === from ? to : id);
  for (const { id } of await store.shares.where('personId').equals(from).toArray())
    await act.change('shares', id, { personId: to });
  for (const { id } of await store.cooperations.where('personId').equals(from).toArray())
    await act.change('cooperations', id, { personId: to });
  const introductions = await store.introductions.where('aId').equals(from).or('bId').equals(from).toArray();
  // Introducing somebody to themselves is nothing.
  for (const { id, aId, bId } of introductions)
    if (other(aId) === other(bId)) await act.delete('introductions', id);
    else await act.change('introductions', id, { aId: other(aId), bId: other(bId) });
  for (const { id, owner, steps } of await store.matters.toArray())
    if (owner === from || steps.some((step) => step.who === from))
      await act.change('matters', id, {
        owner: other(owner),
        steps: steps.map((step) => (step.who === from ? { ...step, who: to } : step)),
      });
  for (const { id, few } of await store.tips.toArray())
    if (few.includes(from)) await act.change('tips', id, { few: [...new Set(few.map(other))] });
  const named = await store.occasions.filter((one) => one.participants.some((who) => who.personId === from)).toArray();
  for (const { id, participants } of named)
    await act.change('occasions', id, {
      participants: participants.map((who) => (who.personId === from ? { ...who, personId: to } : who)),
    });
  await repointDecisions(from, to, act, store);
}

/** Kinds of key that name two people in no order. */
const isUnordered = (kind: string): boolean => kind === 'introduce' || kind === 'same-person';

/** A prompt's key names its people: what was decided about the one holds for both. */
async function repointDecisions(from: string, to: string, act: Act, store: Store): Promise<void> {
  const [name, newName] = [encodeURIComponent(from), encodeURIComponent(to)];
  for (const decision of await store.decisions.toArray()) {
    const [kind = '', ...parts] = decision.promptKey.split('/');
    if (!parts.includes(name)) continue;
    const moved = parts.map((part) => (part === name ? newName : part));
    const promptKey = [kind, ...(isUnordered(kind) && !moved.includes('*') ? moved.sort() : moved)].join('/');
    if (kind === 'same-person' && moved[0] === moved[1]) {
      await act.delete('decisions', decision.id);
      continue;
    }
    const there = await store.decisions.where('promptKey').equals(promptKey).first();
    if (there === undefined) await act.change('decisions', decision.id, { promptKey });
    else {
      await act.delete('decisions', decision.id);
      if (decision.at > there.at)
        await act.change('decisions', there.id, {
          decision: decision.decision,
          until: decision.until,
          at: decision.at,
        });
    }
  }
}
