import type { Matter, Step } from '../../../records/matter.ts';
import type { MatterDraft } from '../../../records/planner.ts';

/** A matter as a draft that changes nothing. */
export const draftOf = (matter: Matter): MatterDraft => ({
  id: matter.id,
  title: matter.title,
  owner: matter.owner,
  state: matter.state,
  outcome: matter.outcome,
  steps: matter.steps,
});

/** Where to begin: the first small step that is the user's, else the first of the user's; null where nothing is. */
export function firstOfMine(steps: readonly Step[]): Step | null {
  const mine = steps.filter((step) => step.state === 'open' && step.who === 'me');
  return mine.find((step) => step.small === true) ?? mine[0] ?? null;
}
