import { withSaid } from '../people/series.ts';
import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { participantOf, refuseOutOfScope, seriesHere } from './act-person.ts';

/** The user says that a participant is not this kept person: by address key; a bare name in this series of occasions, else by `ref`. Never asked again. */
export async function refuseMatch({ ref, personId }: ActOf<'refuse-match'>, act: Act, deps: ActDeps): Promise<void> {
  refuseOutOfScope(personId, deps);
  const { key, name } = participantOf(ref, deps);
  const person = await act.get('people', personId);
  const series = key === null ? await seriesHere(act, deps) : [];
  if (series.length > 0) return void (await act.put('people', withSaid(person, name, series, false)));
  const other = key ?? ref;
  if (!person.notSameAs.includes(other))
    await act.put('people', { ...person, notSameAs: [...person.notSameAs, other] });
}
