import { nameKeys } from '../people/name-key.ts';
import { seriesOf, withSaid } from '../people/series.ts';
import type { Whom } from '../records/act.ts';
import { newPerson, type Person } from '../records/person.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';
import { peopleByKeys } from '../storage/people.ts';
import type { ActDeps, ScopeParticipant } from './act-deps.ts';

/** The participant of the open occasion that `ref` names. Throws RM-110 where there is none. */
export function participantOf(ref: string, deps: ActDeps): ScopeParticipant {
  const participant = deps.scope?.participants.find((one) => one.ref === ref);
  if (participant === undefined)
    throw new Problem(
      'RM-110',
      'This person is not in the occasion that is open now. Nothing was written; look again.',
    );
  return participant;
}

/** Throws RM-110 when the act comes from an occasion that this person has no part in. */
export function refuseOutOfScope(personId: string, deps: ActDeps): void {
  if (deps.scope !== undefined && !deps.scope.personIds.includes(personId))
    throw new Problem('RM-110', 'This person has no part in the occasion that is open now. Nothing was written.');
}

/** The kept person an act is about. A participant who is not kept yet is kept first, in the same act. Throws RM-109, RM-110. */
export async function personOf(whom: Whom, act: Act, deps: ActDeps): Promise<Person> {
  if ('ref' in whom) return keepParticipant(participantOf(whom.ref, deps), act, deps);
  refuseOutOfScope(whom.personId, deps);
  return act.get('people', whom.personId);
}

/** The participant as a kept person: the one with that address, or a new one, whose sighting then goes. */
export async function keepParticipant(participant: ScopeParticipant, act: Act, deps: ActDeps): Promise<Person> {
  const there = await keptAlready(participant, act, deps);
  if (there !== undefined) return there;
  const { key, address } = participant;
  const sighting = key === null ? undefined : await deps.store.sightings.where('key').equals(key).first();
  const name = (participant.name || sighting?.name || address || '').trim();
  const addresses = key === null || address === null ? [] : [{ key, written: address }];
  const person = await putPerson(newPerson({ name, addresses }, act.now), act, deps);
  if (sighting !== undefined) await act.delete('sightings', sighting.id);
  if (key === null) await rememberNamed(participant.name, person.id, act, deps);
  return person;
}

/** Writes a person, found by the names and addresses as they are now. */
export function putPerson(person: Person, act: Act, { pinyin }: ActDeps): Promise<Person> {
  const keys = [...new Set(person.addresses.map((address) => address.key))];
  return act.put('people', { ...person, keys, nameKeys: nameKeys({ ...person, keys }, pinyin ?? null) });
}

async function keptAlready(participant: ScopeParticipant, act: Act, deps: ActDeps): Promise<Person | undefined> {
  const { key, name, personId } = participant;
  if (key !== null) return (await peopleByKeys(deps.store, [key])).get(key)?.[0];
  if (personId !== null) return act.get('people', personId);
  const occasionId = deps.scope?.occasionId ?? null;
  const occasion = occasionId === null ? undefined : await act.find('occasions', occasionId);
  const remembered = occasion?.participants.find((one) => one.key === null && one.name === name)?.personId;
  return remembered == null ? undefined : act.find('people', remembered);
}

/** The series of the open occasion, empty where it is not kept or nothing tells. */
export async function seriesHere(act: Act, deps: ActDeps): Promise<string[]> {
  const occasionId = deps.scope?.occasionId ?? null;
  const occasion = occasionId === null ? undefined : await act.find('occasions', occasionId);
  return occasion === undefined ? [] : seriesOf(occasion);
}

/** Remembers, for the kept occasion and its series, who a participant without an address is: a name alone proves nobody anywhere else. */
export async function rememberNamed(name: string, personId: string, act: Act, deps: ActDeps): Promise<void> {
  const occasionId = deps.scope?.occasionId ?? null;
  const occasion = occasionId === null ? undefined : await act.find('occasions', occasionId);
  if (occasion === undefined) return;
  const person = await act.get('people', personId);
  const said = withSaid(person, name, seriesOf(occasion), true);
  if (said !== person) await act.put('people', said);
  const participants = occasion.participants.map((one) =>
    one.key === null && one.name === name ? { ...one, personId } : one,
  );
  await act.put('occasions', { ...occasion, participants, pinned: true });
}

/** Keeps the open occasion beyond the time that seen ones are kept. Its id, or null where it is not kept at all. */
export async function pinOccasion(act: Act, deps: ActDeps): Promise<string | null> {
  const occasionId = deps.scope?.occasionId ?? null;
  const occasion = occasionId === null ? undefined : await act.find('occasions', occasionId);
  if (occasion === undefined) return null;
  if (!occasion.pinned) await act.put('occasions', { ...occasion, pinned: true });
  return occasion.id;
}
