import type { ActResult } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';

/** So long a pair that was put off is not shown again: a month. */
const laterFor = 30 * 86_400_000;

/** What an answer about two records is kept by; the same in whatever order they are named. */
export const samePersonKey = (a: string, b: string): string =>
  ['same-person', ...[a, b].sort().map(encodeURIComponent)].join('/');

/** Remembers that two records are not one person, for good, or that the question comes later, in a month. One act, to be undone. */
export const decideDuplicate = (
  aId: string,
  bId: string,
  decision: 'never' | 'later',
  deps: ActDeps,
): Promise<ActResult> =>
  resultOf(() =>
    runAct('decide-duplicate', deps, async (act) => {
      await act.get('people', aId);
      await act.get('people', bId);
      const promptKey = samePersonKey(aId, bId);
      const before = await deps.store.decisions.where('promptKey').equals(promptKey).first();
      await act.put('decisions', {
        ...(before ?? newBase(act.now)),
        promptKey,
        decision,
        until: decision === 'later' ? act.now + laterFor : null,
        at: act.now,
      });
    }),
  );
