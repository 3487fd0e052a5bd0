import type { ActOf } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/**
 * Writes down that an introduction is begun: `whom` was asked whether they want it, the other side not yet. One that is
 * open between the two is carried on instead. RM-113 for one person with themselves.
 */
export async function beginIntroduction(
  { whom, other, reason }: ActOf<'begin-introduction'>,
  act: Act,
  deps: ActDeps,
): Promise<void> {
  const [a, b] = [await personOf(whom, act, deps), await personOf(other, act, deps)];
  if (a.id === b.id) throw new Problem('RM-113', 'An introduction is between two people. Nothing was written.');
  const open = (await deps.store.introductions.toArray()).find(
    ({ aId, bId, state }) =>
      (state === 'idea' || state === 'asked') && ((aId === a.id && bId === b.id) || (aId === b.id && bId === a.id)),
  );
  const begun = open ?? {
    ...newBase(act.now),
    aId: a.id,
    bId: b.id,
    reason,
    state: 'idea' as const,
    consentA: 'not-asked' as const,
    consentB: 'not-asked' as const,
    madeAt: null,
    outcome: null,
  };
  const side = begun.aId === a.id ? 'consentA' : 'consentB';
  await act.put('introductions', {
    ...begun,
    state: 'asked',
    [side]: begun[side] === 'not-asked' ? 'asked' : begun[side],
  });
}
