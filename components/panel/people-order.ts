import type { Brief, BriefPerson } from '../../records/brief.ts';
import type { PromptPerson } from '../../records/prompt.ts';

/** Whether a prompt's person is this participant. */
export const isPerson = (who: PromptPerson, person: BriefPerson): boolean =>
  who.id !== null && person.known !== null
    ? who.id === person.known.id
    : who.key !== null
      ? who.key === person.key
      : person.key === null && who.name === person.name;

/** Whether what stands behind the address is no human being. A person by address or by the user's word is one. */
export const isMachine = (person: BriefPerson): boolean => person.mailbox !== 'person' && person.match !== 'known';

const place = { known: 1, possible: 2, new: 3 };

/**
 * The order kept from what was shown before, so that nobody moves away under the pointer when something was done; who is
 * new comes where they would stand. `before`: refs in the order shown.
 */
export function inKeptOrder(ordered: readonly BriefPerson[], before: readonly string[]): BriefPerson[] {
  const known = new Map(before.map((ref, index) => [ref, index]));
  const kept = ordered
    .filter((person) => known.has(person.ref))
    .sort((a, b) => (known.get(a.ref) ?? 0) - (known.get(b.ref) ?? 0));
  const result: BriefPerson[] = [];
  for (const person of ordered) {
    if (!known.has(person.ref)) result.push(person);
    else {
      const next = kept.shift();
      if (next !== undefined) result.push(next);
    }
  }
  return result;
}

/** The people as shown: those with prompts first, in the order of the prompts, then known, possible, new, machines last. */
export function orderedPeople(brief: Brief): BriefPerson[] {
  const rank = new Map<BriefPerson, number>();
  const byId = new Map<string, number>();
  const byKey = new Map<string, number>();
  const byName = new Map<string, number>();
  brief.prompts.forEach((prompt, index) => {
    const { id, key, name } = prompt.person;
    if (id !== null && !byId.has(id)) byId.set(id, index);
    if (key !== null && !byKey.has(key)) byKey.set(key, index);
    if (id === null && key === null && !byName.has(name)) byName.set(name, index);
  });
  for (const person of brief.people) {
    const prompted =
      (person.known === null ? undefined : byId.get(person.known.id)) ??
      (person.key === null ? byName.get(person.name) : byKey.get(person.key));
    const base = isMachine(person) ? 5e6 : prompted === undefined ? place[person.match] * 1e6 : prompted;
    rank.set(person, base);
  }
  return brief.people
    .map((person, index) => ({ person, index }))
    .sort((a, b) => (rank.get(a.person) ?? 0) - (rank.get(b.person) ?? 0) || a.index - b.index)
    .map(({ person }) => person);
}
