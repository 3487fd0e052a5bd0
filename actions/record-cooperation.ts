import type { ActOf } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/** Writes down a request, made now, and its answer: the evidence that makes a connection. */
export async function recordCooperation(
  { whom, direction, about, answer }: ActOf<'record-cooperation'>,
  act: Act,
  deps: ActDeps,
): Promise<void> {
  const person = await personOf(whom, act, deps);
  await act.put('cooperations', {
    ...newBase(act.now),
    personId: person.id,
    direction,
    about,
    answer,
    at: act.now,
    answeredAt: answer === 'open' ? null : act.now,
  });
}
