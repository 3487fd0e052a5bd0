import { addressKey } from '../people/address-key.ts';
import type { ActResult } from '../records/act.ts';
import { newId } from '../records/base.ts';
import { type Address, type Note, newPerson, type Person, type Want } from '../records/person.ts';
import type { PersonDraft } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';
import { peopleByKeys } from '../storage/people.ts';
import { sightingsByKeys } from '../storage/sightings.ts';
import type { ActDeps } from './act-deps.ts';
import { putPerson } from './act-person.ts';
import { resultOf, runAct } from './run-act.ts';
import { lines } from './typed.ts';

/**
 * Writes a person as typed, new or changed; what is empty is left out. Sightings of the person's addresses go. Refuses, with
 * a number: a person without name and address (RM-113), what is no address (RM-119), an address that somebody else has (RM-117).
 */
export async function savePerson(draft: PersonDraft, deps: ActDeps): Promise<ActResult & { id?: string }> {
  let id: string | undefined;
  const result = await resultOf(async () => {
    const recorded = await runAct('save-person', deps, (act) => writePerson(draft, act, deps));
    id = recorded.value.id;
    return recorded;
  });
  return id === undefined ? result : { ...result, id };
}

async function writePerson(draft: PersonDraft, act: Act, deps: ActDeps): Promise<Person> {
  const addresses = addressesOf(draft.addresses);
  const name = draft.name.trim() || (addresses[0]?.written ?? '');
  if (name === '') throw new Problem('RM-113', 'A person needs a name or an address. Nothing was written.');
  const before = draft.id === null ? newPerson({ name }, act.now) : await act.get('people', draft.id);
  await refuseTaken(before, addresses, deps);
  const person = await putPerson(
    {
      ...before,
      name,
      addresses,
      otherNames: lines(draft.otherNames),
      phones: lines(draft.phones),
      organisation: draft.organisation?.trim() || null,
      title: draft.title?.trim() || null,
      tags: lines(draft.tags),
      topics: lines(draft.topics),
      needs: wantsOf(draft.needs, before.needs, act.now),
      offers: wantsOf(draft.offers, before.offers, act.now),
      notes: notesOf(draft.notes, before.notes, act.now),
    },
    act,
    deps,
  );
  for (const sighting of (await sightingsByKeys(deps.store, person.keys)).values())
    await act.delete('sightings', sighting.id);
  return person;
}

function addressesOf(written: readonly string[]): Address[] {
  const addresses = lines(written).map((one) => {
    const key = addressKey(one);
    if (key === null)
      throw new Problem(
        'RM-119',
        `"${one}" is not an e-mail address. Write it as name@example.com. Nothing was written.`,
      );
    return { key, written: one };
  });
  return [...new Map(addresses.map((one) => [one.key, one])).values()];
}

async function refuseTaken(person: Person, addresses: readonly Address[], { store }: ActDeps): Promise<void> {
  const fresh = addresses.filter(({ key }) => !person.keys.includes(key));
  const holders = await peopleByKeys(
    store,
    fresh.map(({ key }) => key),
  );
  for (const { key, written } of fresh) {
    const other = holders.get(key)?.find(({ id }) => id !== person.id);
    if (other !== undefined)
      throw new Problem(
        'RM-117',
        `${written} belongs to ${other.name}. Merge the two, or take it off there. Nothing was written.`,
      );
  }
}

/** Needs or offers as typed: what has an id keeps its age, what is empty goes. */
function wantsOf(draft: PersonDraft['needs'], before: readonly Want[], now: number): Want[] {
  return draft
    .map(({ id, text }) => ({
      id: id ?? newId(),
      text: text.trim(),
      createdAt: before.find((one) => one.id === id)?.createdAt ?? now,
    }))
    .filter(({ text }) => text !== '');
}

function notesOf(draft: PersonDraft['notes'], before: readonly Note[], now: number): Note[] {
  return draft
    .map(({ id, text, confidential }) => ({
      id: id ?? newId(),
      text: text.trim(),
      confidential,
      createdAt: before.find((one) => one.id === id)?.createdAt ?? now,
    }))
    .filter(({ text }) => text !== '');
}
