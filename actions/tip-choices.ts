import { Fit } from '../prompts/fit.ts';
import { isBarred } from '../prompts/gates.ts';
import { textOfTip } from '../prompts/texts.ts';
import type { Whom } from '../records/act.ts';
import type { TipChoice } from '../records/brief.ts';
import type { Person } from '../records/person.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import { peopleByKeys } from '../storage/people.ts';
import { storeProblem } from '../storage/store-problem.ts';
import type { ActDeps } from './act-deps.ts';
import { participantOf, refuseOutOfScope } from './act-person.ts';
import { grouped } from './grouped.ts';

async function personOf(whom: Whom, deps: ActDeps): Promise<Person | null> {
  if ('personId' in whom) {
    refuseOutOfScope(whom.personId, deps);
    return (await deps.store.people.get(whom.personId)) ?? null;
  }
  const { key, personId } = participantOf(whom.ref, deps);
  if (personId !== null) return (await deps.store.people.get(personId)) ?? null;
  return key === null ? null : ((await peopleByKeys(deps.store, [key])).get(key)?.[0] ?? null);
}

/** Who has the tip, or is promised it, besides this person. */
const othersWith = (shares: readonly Share[], person: Person | null): string[] => [
  ...new Set(shares.filter((one) => one.state !== 'skipped' && one.personId !== person?.id).map((one) => one.personId)),
];

const allows = (tip: Tip, person: Person | null, others: readonly string[]): boolean =>
  tip.reach === 'open' || (tip.reach === 'one' ? others.length === 0 : person !== null && tip.few.includes(person.id));

/**
 * The tips that could be given to this one person, those first that its reach allows and that fit best what the person
 * looks for. Confidential and ended ones, and those that the person has, are left out. Throws `Problem`s.
 */
export async function tipChoices(whom: Whom, deps: ActDeps): Promise<TipChoice[]> {
  const { store } = deps;
  const now = deps.now();
  try {
    return await store.transaction('r', [store.people, store.tips, store.shares, store.meanings], async () => {
      const [person, tips, shares] = await Promise.all([
        personOf(whom, deps),
        store.tips.toArray(),
        store.shares.toArray(),
      ]);
      const sharesOf = grouped(shares, (share) => share.tipId);
      const wanted = person === null ? [] : [...person.needs.map((need) => need.text), ...person.topics];
      const fresh = tips.filter(
        (tip) =>
          isBarred(tip, now) === null &&
          !sharesOf.get(tip.id)?.some((share) => share.state === 'given' && share.personId === person?.id),
      );
      const texts = [...wanted, ...fresh.map(textOfTip)];
      const meanings = (await store.meanings.bulkGet([...new Set(texts)])).filter((row) => row !== undefined);
      const fit = new Fit(new Map(meanings.map((row) => [row.key, row.vector])));
      const rows = fresh.map((tip) => {
        const others = othersWith(sharesOf.get(tip.id) ?? [], person);
        const best = Math.max(0, ...wanted.map((text) => fit.of(text, textOfTip(tip)).fit));
        return { tip, others, best, allowed: allows(tip, person, others) };
      });
      const ids = [...new Set(rows.flatMap((row) => row.others))];
      const people = await store.people.bulkGet(ids);
      const names = new Map(people.flatMap((one) => (one === undefined ? [] : [[one.id, one.name]])));
      return rows
        .sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.best - a.best || b.tip.learnedAt - a.tip.learnedAt)
        .map(({ tip, others, allowed }) => ({
          id: tip.id,
          line: (tip.text.split('\n')[0] ?? '').slice(0, 500),
          reach: tip.reach,
          expiresAt: tip.expiresAt,
          wentTo: others.flatMap((id) => names.get(id) ?? []),
          allowed,
        }));
    });
  } catch (error) {
    throw storeProblem(error);
  }
}
