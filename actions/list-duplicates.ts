import { type LikelyPair, likelyPairs } from '../people/link-people.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import type { Decision } from '../records/decision.ts';
import type { Duplicate, DuplicateSide, DuplicatesView, PastMerge } from '../records/duplicate.ts';
import type { Person } from '../records/person.ts';
import type { Store } from '../storage/store.ts';
import { samePersonKey } from './decide-duplicate.ts';
import { mergeAct, mergedRows } from './unmerge-people.ts';

/** How much hangs on a record; the fuller one is proposed to stay. */
const weightOf = (person: Person): number =>
  person.notes.length +
  person.needs.length +
  person.offers.length +
  person.tags.length +
  person.topics.length +
  person.addresses.length +
  person.phones.length +
  (person.organisation === null ? 0 : 1) +
  (person.title === null ? 0 : 1) +
  (person.friend ? 5 : 0) +
  (person.potentialSince === null ? 0 : 5);

const sideOf = (person: Person): DuplicateSide => ({
  id: person.id,
  name: person.name,
  otherNames: person.otherNames,
  addresses: person.addresses.map(({ written }) => written),
  phones: person.phones,
  organisation: person.organisation,
  title: person.title,
  weight: weightOf(person),
});

/** The address or name of one stands among those of whom the user said that they are not the other. */
const saidOther = (a: Person, b: Person): boolean =>
  a.notSameAs.some((one) => b.keys.includes(one) || one === `name:${b.name}` || one === b.name);

/** What differs is no reason for it, however usual that is among these people. */
const differing: ReadonlySet<string> = new Set(['other', 'other-mailbox']);

/** Evidence of less than half a bit is none. */
const worthSaying = 0.5;

function duplicateOf(
  pair: LikelyPair,
  people: ReadonlyMap<string, Person>,
  answered: ReadonlySet<string>,
): Duplicate | null {
  const [one, other] = [people.get(pair.a), people.get(pair.b)];
  if (one === undefined || other === undefined) return null;
  if (answered.has(samePersonKey(one.id, other.id)) || saidOther(one, other) || saidOther(other, one)) return null;
  const [a, b] = weightOf(other) > weightOf(one) ? [other, one] : [one, other];
  return {
    a: sideOf(a),
    b: sideOf(b),
    perhaps: pair.perhaps,
    reasons: pair.because
      .filter(({ agreement, bits }) => Math.abs(bits) >= worthSaying && !(bits > 0 && differing.has(agreement)))
      .map(({ field, agreement, bits }) => ({ field, agreement, speaksFor: bits > 0 })),
  };
}

/** What was answered and still holds, by key: never, or later and not yet over. */
const holding = (decisions: readonly Decision[], now: number): Set<string> =>
  new Set(
    decisions
      .filter(({ decision, until }) => decision !== 'later' || until === null || until > now)
      .map(({ promptKey }) => promptKey),
  );

async function pastMerges(store: Store): Promise<PastMerge[]> {
  const changes = await store.changes.filter((change) => change.act === mergeAct && !change.undone).toArray();
  const merges = changes.flatMap((change): (PastMerge & { keptId: string })[] => {
    const rows = mergedRows(change);
    if (rows === null) return [];
    const gone = String(rows.gone.before?.name ?? '');
    return [{ changeId: change.id, at: change.createdAt, kept: null, gone, keptId: rows.kept.id }];
  });
  const people = await store.people.bulkGet(merges.map(({ keptId }) => keptId));
  return merges
    .map(({ keptId: _, ...merge }, i) => {
      const kept = people[i];
      return kept === undefined ? merge : { ...merge, kept: { id: kept.id, name: kept.name } };
    })
    .sort((a, b) => b.at - a.at);
}

/**
 * The records that are likely one person, the likeliest first, but for those of whom the user said that they are not, or
 * later; and the merges that can be taken back. `pause`: called now and then, so that the page stays alive. `now` in epoch ms.
 */
export async function listDuplicates(
  store: Store,
  deps: { pinyin: PinyinTable | null; now: number; pause?: () => Promise<void> },
): Promise<DuplicatesView> {
  const [people, decisions] = await Promise.all([store.people.toArray(), store.decisions.toArray()]);
  const byId = new Map(people.map((person) => [person.id, person]));
  const answered = holding(decisions, deps.now);
  const pairs = await likelyPairs(people, deps.pinyin, { pause: deps.pause });
  return {
    found: pairs.flatMap((pair) => duplicateOf(pair, byId, answered) ?? []),
    merges: await pastMerges(store),
  };
}
