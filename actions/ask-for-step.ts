import type { ActResult } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';
import { putStep, stepOf } from './step-of.ts';

/** The request as it is written down: the step, and the matter it belongs to. */
const aboutStep = (step: string, matter: string): string => `${step} (${matter})`.slice(0, 500);

/** A person was asked for one step: they have it, and the request waits for its answer. RM-109 for what is gone. */
export const askForStep = (matterId: string, stepId: string, personId: string, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('ask-for-step', deps, async (act) => {
      const { matter, step } = await stepOf(matterId, stepId, act);
      await act.get('people', personId);
      const request = await act.put('cooperations', {
        ...newBase(act.now),
        personId,
        direction: 'i-asked',
        about: aboutStep(step.title, matter.title),
        answer: 'open',
        at: act.now,
        answeredAt: null,
      });
      await putStep(matter, { ...step, who: personId, state: 'open', cooperationId: request.id }, act);
    }),
  );

/** The answer of whoever was asked for a step: agreed, they keep it; declined, nobody has it. RM-109 for what is gone. */
export const answerStep = (
  matterId: string,
  stepId: string,
  answer: 'agreed' | 'declined',
  deps: ActDeps,
): Promise<ActResult> =>
  resultOf(() =>
    runAct('answer-step', deps, async (act) => {
      const { matter, step } = await stepOf(matterId, stepId, act);
      const request = step.cooperationId ? await act.find('cooperations', step.cooperationId) : undefined;
      if (request !== undefined) await act.put('cooperations', { ...request, answer, answeredAt: act.now });
      if (answer === 'declined') await putStep(matter, { ...step, who: null, cooperationId: null }, act);
    }),
  );
