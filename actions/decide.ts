import type { ActOf } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { pinOccasion } from './act-person.ts';

/** Writes down what the user decided about a prompt; a later decision about the same prompt replaces it. */
export async function decide({ promptKey, decision, until }: ActOf<'decide'>, act: Act, deps: ActDeps): Promise<void> {
  const before = await deps.store.decisions.where('promptKey').equals(promptKey).first();
  const decided = { decision, until: decision === 'later' ? until : null, at: act.now };
  await act.put('decisions', { ...(before ?? { ...newBase(act.now), promptKey }), ...decided });
  await pinOccasion(act, deps);
}
