import { askAfter, wantsOutcome } from '../records/introduction.ts';
import type { DueItem } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { namesOf } from './names-of.ts';

/** A step of somebody else's is shown so long before it is due, in ms. */
const soon = 14 * 86_400_000;

/**
 * What waits for the user: planned shares, open requests, own open steps and others' that are due soon, introductions
 * begun and not made, and those made two weeks ago of which nobody told what came. What has a date first, the earliest first. `now` in epoch ms.
 */
export async function due(store: Store, now: number): Promise<DueItem[]> {
  const tables = [store.shares, store.tips, store.cooperations, store.matters, store.introductions, store.people];
  return store.transaction('r', tables, async () => {
    const [shares, cooperations, matters, begun] = await Promise.all([
      store.shares.where('state').equals('planned').toArray(),
      store.cooperations.where('answer').equals('open').toArray(),
      store.matters.where('state').equals('open').toArray(),
      store.introductions.where('state').anyOf('asked', 'agreed', 'done').toArray(),
    ]);
    const introductions = begun.filter((one) => one.state !== 'done' || wantsOutcome(one, now));
    const steps = matters.flatMap((matter) =>
      matter.steps
        .filter((step) => step.state === 'open')
        .filter((step) => step.who === 'me' || (step.dueAt !== null && step.dueAt <= now + soon))
        .map((step) => ({ matter, step })),
    );
    // The steps of an open matter stand for the request that brought it.
    const carried = new Set(
      matters
        .filter((matter) => matter.steps.some((step) => step.state === 'open' && step.who === 'me'))
        .map((matter) => matter.cooperationId),
    );
    const open = cooperations.filter((one) => !carried.has(one.id));
    const [tips, name] = await Promise.all([
      store.tips.bulkGet(shares.map((share) => share.tipId)),
      namesOf(store, [
        ...[...shares, ...open].map((one) => one.personId),
        ...introductions.flatMap((one) => [one.aId, one.bId]),
        ...steps.flatMap(({ step }) => step.who ?? []),
      ]),
    ]);
    const items: DueItem[] = [
      ...shares.map((share, i) => ({
        is: 'share' as const,
        id: share.id,
        at: share.plannedFor,
        person: name(share.personId),
        tip: tips[i]?.text ?? '',
        share,
      })),
      ...open.map((one) => ({
        is: 'cooperation' as const,
        id: one.id,
        at: one.at,
        person: name(one.personId),
        cooperation: one,
      })),
      ...steps.map(({ matter, step }) => ({
        is: 'step' as const,
        id: step.id,
        at: step.dueAt,
        matter,
        step,
        who: step.who === null || step.who === 'me' ? null : name(step.who).name,
      })),
      ...introductions.map((one) => ({
        is: 'introduction' as const,
        id: one.id,
        at: one.state === 'done' ? (one.madeAt ?? one.updatedAt) + askAfter : one.updatedAt,
        a: name(one.aId),
        b: name(one.bId),
        introduction: one,
      })),
    ];
    return items.sort((a, b) => (a.at ?? Number.MAX_VALUE) - (b.at ?? Number.MAX_VALUE) || (a.id < b.id ? -1 : 1));
  });
}
