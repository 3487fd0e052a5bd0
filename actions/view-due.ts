import type { Introduction } from '../records/introduction.ts';
import type { DueItem, PersonName } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { namesById } from './view-people.ts';

const day = 86_400_000;
/** How far ahead a plan with a day shows. */
const ahead = 7 * day;
/** After so long it is fair to ask what came of an introduction, or to ask again for consent. */
const askAgainAfter = 14 * day;

function introductionWaits({ state, outcome, madeAt, updatedAt }: Introduction, now: number): boolean {
  if (state === 'agreed') return true;
  if (state === 'asked') return now - updatedAt > askAgainAfter;
  return state === 'done' && outcome === null && now - (madeAt ?? updatedAt) > askAgainAfter;
}

/**
 * What waits for the user: planned shares and own or dated steps that are due within a week or have no day, requests without
 * an answer, introductions to make or to ask after. The earliest first, those without a day last. `now` in epoch ms.
 */
export async function viewDue(store: Store, now: number): Promise<DueItem[]> {
  const tables = [store.shares, store.tips, store.cooperations, store.matters, store.introductions, store.people];
  return store.transaction('r', tables, async () => {
    const [planned, open, matters, all] = await Promise.all([
      store.shares.where('state').equals('planned').toArray(),
      store.cooperations.where('answer').equals('open').toArray(),
      store.matters.where('state').equals('open').toArray(),
      store.introductions.toArray(),
    ]);
    const shares = planned.filter((share) => share.plannedFor === null || share.plannedFor < now + ahead);
    const introductions = all.filter((one) => introductionWaits(one, now));
    const steps = matters.flatMap((matter) =>
      matter.steps
        .filter((step) => step.state === 'open')
        .filter((step) => (step.dueAt === null ? step.who === 'me' : step.dueAt < now + ahead))
        .map((step) => ({ matter, step })),
    );
    const [tips, names] = await Promise.all([
      store.tips.bulkGet(shares.map((share) => share.tipId)),
      namesById(store, [
        ...shares.map((share) => share.personId),
        ...open.map((one) => one.personId),
        ...introductions.flatMap(({ aId, bId }) => [aId, bId]),
        ...steps.flatMap(({ step }) => (step.who === null || step.who === 'me' ? [] : [step.who])),
      ]),
    ]);
    const person = (id: string): PersonName => names.get(id) ?? { id, name: '', organisation: null };
    const due: DueItem[] = [
      ...shares.flatMap((share, i): DueItem[] => {
        const tip = tips[i];
        if (tip === undefined) return [];
        return [
          {
            is: 'share',
            id: share.id,
            at: share.plannedFor,
            person: person(share.personId),
            tip: tip.text,
            share,
          },
        ];
      }),
      ...open.map(
        (one): DueItem => ({
          is: 'cooperation',
          id: one.id,
          at: one.at,
          person: person(one.personId),
          cooperation: one,
        }),
      ),
      ...steps.map(
        ({ matter, step }): DueItem => ({
          is: 'step',
          id: `${matter.id}/${step.id}`,
          at: step.dueAt,
          matter,
          step,
          who: step.who === null || step.who === 'me' ? null : person(step.who).name,
        }),
      ),
      ...introductions.map(
        (introduction): DueItem => ({
          is: 'introduction',
          id: introduction.id,
          at: introduction.updatedAt,
          a: person(introduction.aId),
          b: person(introduction.bId),
          introduction,
        }),
      ),
    ];
    return due.sort((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || (a.id < b.id ? -1 : 1));
  });
}
