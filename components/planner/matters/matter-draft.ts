import type { Matter } from '../../../records/matter.ts';
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

/** The draft with one of its steps in another state. */
export const withStep = (
  draft: MatterDraft,
  stepId: string,
  state: MatterDraft['steps'][number]['state'],
): MatterDraft => ({
  ...draft,
  steps: draft.steps.map((step) => (step.id === stepId ? { ...step, state } : step)),
});
