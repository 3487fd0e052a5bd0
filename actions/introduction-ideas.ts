import { ownDomains } from '../prompts/circle.ts';
import { sameHouse } from '../prompts/gates.ts';
import { type PairIdea, pairsAmongAll } from '../prompts/introduce-all.ts';
import { promptKey } from '../prompts/prompt-key.ts';
import type { Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { IntroductionIdea, ReasonAgainst } from '../records/planner.ts';
import { contactsByKey } from '../storage/contacts.ts';
import { Reader } from '../storage/reader.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { personName } from './names-of.ts';
import { standingKnowledge } from './standing-knowledge.ts';

/** At most so many ideas: more than anybody acts on. */
const most = 40;

/** Two who were on one occasion with at most so many people know each other; in a bigger one they may not have spoken. */
const smallEnough = 12;

/** The occasion on which two people most likely met: the newest small one that both were on. */
async function metOn(store: Store, a: Person, b: Person): Promise<Occasion | null> {
  const contacts = await contactsByKey(store, [...a.keys, ...b.keys]);
  const of = (person: Person) =>
    new Set(person.keys.flatMap((key) => (contacts.get(key) ?? []).map(({ occasionId }) => occasionId)));
  const others = of(b);
  const shared = [...of(a)].filter((id) => others.has(id));
  const occasions = (await store.occasions.bulkGet(shared)).filter((one) => one !== undefined);
  return (
    occasions
      .filter((one) => new Set(one.keys).size <= smallEnough)
      .sort((x, y) => (y.startAt ?? y.lastSeenAt) - (x.startAt ?? x.lastSeenAt))[0] ?? null
  );
}

/** What speaks against introducing these two, the gravest first: one refused before, one house, met already. */
async function against(store: Store, a: Person, b: Person): Promise<ReasonAgainst[]> {
  const onRecord = (await store.introductions.where('aId').anyOf(a.id, b.id).toArray()).filter(
    (one) => promptKey.introduce(one.aId, one.bId) === promptKey.introduce(a.id, b.id),
  );
  const reasons: ReasonAgainst[] = [];
  for (const one of onRecord) {
    if (one.state !== 'declined') {
      reasons.push({ code: one.state === 'done' ? 'made-before' : 'begun', at: one.madeAt ?? one.updatedAt });
      continue;
    }
    const refuser = one.consentA === 'declined' ? one.aId : one.consentB === 'declined' ? one.bId : null;
    const name = refuser === null ? '' : refuser === a.id ? a.name : b.name;
    reasons.push({ code: 'refused', at: one.updatedAt, name });
  }
  const domains = new Set(ownDomains(a.keys));
  const shared = ownDomains(b.keys).find((domain) => domains.has(domain));
  if (sameHouse(a, b) || shared !== undefined)
    reasons.push({ code: 'same-house', name: sameHouse(a, b) ? (a.organisation ?? '') : (shared ?? '') });
  const met = await metOn(store, a, b);
  if (met !== null) reasons.push({ code: 'met', at: met.startAt ?? met.lastSeenAt, name: met.title ?? '' });
  return reasons;
}

const tables = (store: Store) => [
  store.people,
  store.introductions,
  store.contacts,
  store.occasions,
  store.decisions,
  store.changes,
];

/** What speaks against introducing two kept people, in words for the user; empty when nothing is known, or one is not kept. */
export async function reasonsAgainst(store: Store, aId: string, bId: string): Promise<ReasonAgainst[]> {
  return store.transaction('r', tables(store), async () => {
    const [a, b] = await store.people.bulkGet([aId, bId]);
    return a === undefined || b === undefined || a.id === b.id ? [] : against(store, a, b);
  });
}

const halfOf = ({ wanted, given }: PairIdea['halves'][number]) => ({
  neederId: wanted.personId,
  need: wanted.text,
  offer: given.text,
});

/**
 * Whom to introduce to whom, over everybody kept: the needs of one met by the offers of another, best first, each with what
 * speaks against it. `now` in epoch ms.
 */
export async function introductionIdeas(store: Store, now: number): Promise<IntroductionIdea[]> {
  // Tells Dexie what a live query depends on: the rows below are read without it.
  await store.changes.toCollection().last();
  const [standing, settings] = await Promise.all([
    standingKnowledge(Reader.of(store.backendDB())),
    readSettings(store, now),
  ]);
  const knowledge = { ...standing, me: settings.me, contacts: new Map(), saidPeople: new Set<string>() };
  const people = new Map(standing.people.map((person) => [person.id, person]));
  const pairs = pairsAmongAll(knowledge, now).slice(0, most);
  return store.transaction('r', tables(store), async () => {
    const ideas = await Promise.all(
      pairs.map(async ({ key, aId, bId, halves }): Promise<IntroductionIdea | null> => {
        const [a, b] = [people.get(aId), people.get(bId)];
        if (a === undefined || b === undefined) return null;
        return {
          key,
          a: personName(a),
          b: personName(b),
          halves: halves.map(halfOf),
          against: await against(store, a, b),
        };
      }),
    );
    return ideas.filter((idea) => idea !== null);
  });
}
