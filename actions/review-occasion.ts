import type { ActResult } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { ReviewDraft } from '../records/planner.ts';
import type { ActDeps } from './act-deps.ts';
import { closeShare } from './close-share.ts';
import { decide } from './decide.ts';
import { resultOf, runAct } from './run-act.ts';
import { writeReview } from './write-review.ts';

/**
 * Writes a review with all that it settles, as one act: shares that were given, prompts that are done, requests that were made
 * with their answers. RM-109 for what is gone; then nothing is written.
 */
export const reviewOccasion = (draft: ReviewDraft, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('review-occasion', deps, async (act) => {
      const { occasionId, given, asked, agreed, next } = draft;
      await writeReview({ act: 'write-review', occasionId, given, asked, agreed, next }, act, deps);
      for (const shareId of draft.sharesGiven)
        await closeShare({ act: 'close-share', shareId, state: 'given', outcome: null }, act);
      for (const promptKey of draft.promptsDone)
        await decide({ act: 'decide', promptKey, decision: 'done', until: null }, act, deps);
      for (const { personId, direction, about, answer } of draft.requests) {
        await act.get('people', personId);
        await act.put('cooperations', {
          ...newBase(act.now),
          personId,
          direction,
          about,
          answer,
          at: act.now,
          answeredAt: answer === 'open' ? null : act.now,
        });
      }
    }),
  );
