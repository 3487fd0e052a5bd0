import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { refuseOutOfScope } from './act-person.ts';

/** Writes down the answer to an open request. */
export async function answerCooperation(
  { cooperationId, answer }: ActOf<'answer-cooperation'>,
  act: Act,
  deps: ActDeps,
): Promise<void> {
  const cooperation = await act.get('cooperations', cooperationId);
  refuseOutOfScope(cooperation.personId, deps);
  await act.put('cooperations', { ...cooperation, answer, answeredAt: act.now });
}
