import type { Introduction } from '../../../records/introduction.ts';
import type { IntroductionDraft } from '../../../records/planner.ts';

/** An introduction as a draft that changes nothing. */
export const draftOf = (one: Introduction): IntroductionDraft => ({
  id: one.id,
  aId: one.aId,
  bId: one.bId,
  reason: one.reason,
  state: one.state,
  consentA: one.consentA,
  consentB: one.consentB,
  outcome: one.outcome,
  noteA: one.noteA ?? null,
  noteB: one.noteB ?? null,
});
