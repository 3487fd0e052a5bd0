import type { ActResult } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { IntroductionDraft } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';

/** Writes an introduction, new or changed; `madeAt` is when it was first done. RM-113 for one person with themselves, RM-109 for one who is not kept. */
export const saveIntroduction = (draft: IntroductionDraft, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('save-introduction', deps, async (act) => {
      const { id, ...typed } = draft;
      if (typed.aId === typed.bId)
        throw new Problem('RM-113', 'An introduction is between two people. Nothing was written.');
      await act.get('people', typed.aId);
      await act.get('people', typed.bId);
      const before = id === null ? { ...newBase(act.now), madeAt: null } : await act.get('introductions', id);
      await act.put('introductions', {
        ...before,
        ...typed,
        madeAt: typed.state === 'done' ? (before.madeAt ?? act.now) : null,
      });
    }),
  );
