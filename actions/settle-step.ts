import type { ActResult } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { Cooperation } from '../records/cooperation.ts';
import type { Matter, Step } from '../records/matter.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';
import { putStep, stepOf } from './step-of.ts';

/** A request of somebody's to the user, about a whole matter. */
export const requestOf = (matter: Pick<Matter, 'title' | 'owner'>, now: number): Cooperation => ({
  ...newBase(now),
  personId: matter.owner,
  direction: 'they-asked',
  about: matter.title,
  answer: 'open',
  at: now,
  answeredAt: null,
});

/** The request that brought this matter, or a new one; null for the user's own, or where its owner is gone. */
async function ownersRequest(matter: Matter, act: Act): Promise<Cooperation | null> {
  if (matter.owner === 'me') return null;
  const kept = matter.cooperationId ? await act.find('cooperations', matter.cooperationId) : undefined;
  if (kept !== undefined) return kept;
  return (await act.find('people', matter.owner)) === undefined ? null : requestOf(matter, act.now);
}

/** Doing a part of what somebody asked for is agreeing to it. */
async function agreeToOwner(matter: Matter, act: Act): Promise<Matter> {
  const request = await ownersRequest(matter, act);
  if (request === null || request.answer === 'agreed') return matter;
  await act.put('cooperations', { ...request, answer: 'agreed', answeredAt: act.now });
  return { ...matter, cooperationId: request.id };
}

/** Whoever did what they were asked for has agreed to it. */
async function agreedByHolder(step: Step, act: Act): Promise<void> {
  const request = step.cooperationId ? await act.find('cooperations', step.cooperationId) : undefined;
  if (request?.answer === 'open') await act.put('cooperations', { ...request, answer: 'agreed', answeredAt: act.now });
}

/**
 * A step is done, open again, or not the user's to do. What was done stands as cooperation: of the user with the matter's
 * owner, or of whoever was asked for the step with the user. RM-109 for what is gone.
 */
export const settleStep = (matterId: string, stepId: string, state: Step['state'], deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('settle-step', deps, async (act) => {
      const { matter, step } = await stepOf(matterId, stepId, act);
      const mine = step.who === 'me';
      const after = state === 'done' && mine ? await agreeToOwner(matter, act) : matter;
      if (state === 'done' && !mine) await agreedByHolder(step, act);
      await putStep(
        after,
        {
          ...step,
          state,
          doneAt: state === 'done' ? act.now : null,
          who: state === 'not-mine' && mine ? null : step.who,
        },
        act,
      );
    }),
  );
