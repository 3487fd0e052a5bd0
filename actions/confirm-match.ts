import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { participantOf, putPerson, refuseOutOfScope, rememberNamed } from './act-person.ts';

/** The user says that a participant is this kept person: the address is added to the person, a bare name is remembered for this occasion. */
export async function confirmMatch({ ref, personId }: ActOf<'confirm-match'>, act: Act, deps: ActDeps): Promise<void> {
  refuseOutOfScope(personId, deps);
  const { key, address, name } = participantOf(ref, deps);
  const person = await act.get('people', personId);
  if (key === null || address === null) return rememberNamed(name, personId, act, deps);
  if (person.keys.includes(key)) return;
  await putPerson(
    {
      ...person,
      addresses: [...person.addresses, { key, written: address }],
      notSameAs: person.notSameAs.filter((other) => other !== key),
    },
    act,
    deps,
  );
  const sighting = await deps.store.sightings.where('key').equals(key).first();
  if (sighting !== undefined) await act.delete('sightings', sighting.id);
}
