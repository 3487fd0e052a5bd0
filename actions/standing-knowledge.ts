import { Dexie } from 'dexie';
import type { Knowledge } from '../prompts/knowledge.ts';
import { textsOfCooperation, textsOfMatter, textsOfPerson, textsOfTip } from '../prompts/texts.ts';
import { peopleWithWants } from '../storage/people.ts';
import type { Store } from '../storage/store.ts';
import { eachOnce, meaningsOf } from './load-people.ts';

/** What prompts may need that does not depend on the occasion: all who need or offer something, and what the user wrote. */
export type StandingKnowledge = Pick<
  Knowledge,
  'people' | 'cooperations' | 'tips' | 'shares' | 'introductions' | 'matters' | 'decisions' | 'meanings'
>;

/** Above this many texts, reading every meaning is faster than asking for each. */
const oneByOne = 300;

const tables = ['people', 'tips', 'shares', 'introductions', 'matters', 'cooperations', 'decisions', 'meanings'];

/** What was read last, while nothing was written since: for a worker that answers one occasion after the other. */
const held = new WeakMap<Store, { revision: string; knowledge: Promise<StandingKnowledge> }>();
const watched = new WeakSet<Store>();

function dropWhenWritten(store: Store): void {
  if (watched.has(store)) return;
  watched.add(store);
  const drop = (parts: object) => {
    const written = Object.keys(parts);
    if (tables.some((table) => written.some((part) => part.startsWith(`idb://${store.name}/${table}/`))))
      held.delete(store);
  };
  Dexie.on('storagemutated', drop);
  store.on('close', () => Dexie.on.storagemutated.unsubscribe(drop));
}

/** The newest row of the journal: tells of a write by another page before its message arrives. */
async function revisionOf(store: Store): Promise<string> {
  return (await store.changes.toCollection().reverse().limit(1).primaryKeys())[0] ?? '';
}

/** Reads what does not depend on the occasion, or gives what was read before where nothing was written since. */
export async function standingKnowledge(store: Store): Promise<StandingKnowledge> {
  dropWhenWritten(store);
  const revision = await revisionOf(store);
  const before = held.get(store);
  if (before?.revision === revision) return before.knowledge;
  const knowledge = read(store);
  held.set(store, { revision, knowledge });
  knowledge.catch(() => held.delete(store));
  return knowledge;
}

function read(store: Store): Promise<StandingKnowledge> {
  return store.transaction('r', tables, async () => {
    const [wanting, tips, shares, introductions, matters, cooperations, decisions] = await Promise.all([
      peopleWithWants(store),
      store.tips.toArray(),
      store.shares.toArray(),
      store.introductions.toArray(),
      store.matters.where('state').equals('open').toArray(),
      store.cooperations.toArray(),
      store.decisions.toArray(),
    ]);
    const known = new Set(wanting.map(({ id }) => id));
    const named = [
      ...introductions.flatMap((one) => [one.aId, one.bId]),
      ...matters.flatMap((one) => [one.owner, ...one.steps.flatMap((step) => step.who ?? [])]),
    ].filter((id) => id !== 'me' && !known.has(id));
    const others = await store.people.bulkGet([...new Set(named)]);
    const people = eachOnce([...wanting, ...others.filter((one) => one !== undefined)]);
    const texts = new Set([
      ...people.flatMap(textsOfPerson),
      ...tips.flatMap(textsOfTip),
      ...matters.flatMap(textsOfMatter),
      ...cooperations.flatMap(textsOfCooperation),
    ]);
    const meanings =
      texts.size <= oneByOne
        ? await meaningsOf(store, texts)
        : new Map((await store.meanings.toArray()).map((row) => [row.key, row.vector]));
    return { people, tips, shares, introductions, matters, cooperations, decisions, meanings };
  });
}
