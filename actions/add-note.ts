import type { ActOf } from '../records/act.ts';
import { newNote } from '../records/person.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/** Adds a note to a person, newest last. */
export async function addNote({ whom, text, confidential }: ActOf<'add-note'>, act: Act, deps: ActDeps): Promise<void> {
  const person = await personOf(whom, act, deps);
  await act.put('people', { ...person, notes: [...person.notes, newNote(text, confidential, act.now)] });
}
