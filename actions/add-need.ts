import type { ActOf } from '../records/act.ts';
import { newWant } from '../records/person.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/** Adds a need to a person; the same text twice stays one. */
export async function addNeed({ whom, text }: ActOf<'add-need'>, act: Act, deps: ActDeps): Promise<void> {
  const person = await personOf(whom, act, deps);
  if (person.needs.some((one) => one.text === text)) return;
  await act.put('people', { ...person, needs: [...person.needs, newWant(text, act.now)] });
}
