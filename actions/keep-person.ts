import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { keepParticipant, participantOf } from './act-person.ts';

/** Keeps a participant of the open occasion as a person: name and address as seen, nothing guessed. */
export async function keepPerson({ ref }: ActOf<'keep-person'>, act: Act, deps: ActDeps): Promise<void> {
  await keepParticipant(participantOf(ref, deps), act, deps);
}
