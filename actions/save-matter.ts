import type { ActResult } from '../records/act.ts';
import { newBase, newId } from '../records/base.ts';
import type { MatterDraft } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';

/** Writes a matter and its steps, new or changed; steps without a title go. RM-113 without a title, RM-109 for people who are not kept. */
export const saveMatter = (draft: MatterDraft, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('save-matter', deps, async (act) => {
      const { id, ...typed } = draft;
      const title = typed.title.trim();
      if (title === '') throw new Problem('RM-113', 'A matter needs a title. Nothing was written.');
      const steps = typed.steps
        .map((step) => ({ ...step, id: step.id ?? newId(), title: step.title.trim() }))
        .filter((step) => step.title !== '');
      const named = new Set([typed.owner, ...steps.flatMap((step) => step.who ?? [])]);
      named.delete('me');
      for (const personId of named) await act.get('people', personId);
      const before = id === null ? newBase(act.now) : await act.get('matters', id);
      await act.put('matters', { ...before, ...typed, title, steps });
    }),
  );
