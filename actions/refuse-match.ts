import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { participantOf, refuseOutOfScope } from './act-person.ts';

/** The user says that a participant is not this kept person: by address key, or by `ref` where there is none. Never asked again. */
export async function refuseMatch({ ref, personId }: ActOf<'refuse-match'>, act: Act, deps: ActDeps): Promise<void> {
  refuseOutOfScope(personId, deps);
  const other = participantOf(ref, deps).key ?? ref;
  const person = await act.get('people', personId);
  if (!person.notSameAs.includes(other))
    await act.put('people', { ...person, notSameAs: [...person.notSameAs, other] });
}
