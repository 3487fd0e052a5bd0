import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/** Tags somebody as a potential connection, since now, or takes the tag off. */
export async function tagPotential({ whom, on }: ActOf<'tag-potential'>, act: Act, deps: ActDeps): Promise<void> {
  const person = await personOf(whom, act, deps);
  if ((person.potentialSince !== null) !== on)
    await act.put('people', { ...person, potentialSince: on ? act.now : null });
}
