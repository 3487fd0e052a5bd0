import type { ActResult } from '../records/act.ts';
import type { TipDraft } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import { newTip } from '../records/tip.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';
import { lines } from './typed.ts';

/** Writes a tip as typed, new or changed. Throws nothing: RM-113 without a text, RM-109 when one of the few is not kept. */
export const saveTip = (draft: TipDraft, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('save-tip', deps, async (act) => {
      const text = draft.text.trim();
      if (text === '') throw new Problem('RM-113', 'A tip needs a text. Nothing was written.');
      const few = draft.reach === 'few' ? [...new Set(draft.few)] : [];
      for (const id of few) await act.get('people', id);
      const { reach, confidential, expiresAt } = draft;
      const typed = {
        text,
        topics: lines(draft.topics),
        reach,
        few,
        confidential,
        expiresAt,
        source: draft.source?.trim() || null,
      };
      await act.put('tips', {
        ...(draft.id === null ? newTip(typed, act.now) : await act.get('tips', draft.id)),
        ...typed,
      });
    }),
  );
