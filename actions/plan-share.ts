import type { ActOf } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import { Problem } from '../records/problem.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf, pinOccasion } from './act-person.ts';

/**
 * Plans to give one tip to one person; planned already, the plan is changed. Gives back the names of those who have it or
 * are promised it, when the tip's reach does not allow for one more: it is about to become common. Throws RM-114 for a
 * confidential tip, RM-115 when this person has it already.
 */
export async function planShare(
  { whom, tipId, setting, plannedFor, whyYou, ifThen, draft, occasionId: beside }: ActOf<'plan-share'>,
  act: Act,
  deps: ActDeps,
): Promise<string[]> {
  const tip = await act.get('tips', tipId);
  if (tip.confidential)
    throw new Problem('RM-114', 'This tip is confidential: it is a note for you, and is given to nobody.');
  const person = await personOf(whom, act, deps);
  const shares = await deps.store.shares.where('tipId').equals(tipId).toArray();
  const own = shares.filter((share) => share.personId === person.id);
  if (own.some((share) => share.state === 'given'))
    throw new Problem('RM-115', `${person.name} has this tip already. Nothing was planned.`);
  const occasionId = deps.scope === undefined ? await pinned(beside ?? null, act) : await pinOccasion(act, deps);
  const planned = own.find((share) => share.state === 'planned');
  await act.put('shares', {
    ...(planned ?? { ...newBase(act.now), tipId, personId: person.id, givenAt: null, outcome: null, occasionId }),
    state: 'planned',
    setting,
    plannedFor,
    whyYou,
    ...(ifThen !== undefined && { ifThen }),
    ...(draft !== undefined && { draft }),
    ...(deps.scope === undefined && beside !== undefined && { occasionId }),
  });
  return holdersBeyondReach(tip, person.id, shares, act);
}

/** The occasion, kept beyond the time that seen ones are kept; null where it is gone or none is named. */
async function pinned(occasionId: string | null, act: Act): Promise<string | null> {
  const occasion = occasionId === null ? undefined : await act.find('occasions', occasionId);
  if (occasion === undefined) return null;
  if (!occasion.pinned) await act.put('occasions', { ...occasion, pinned: true });
  return occasion.id;
}

async function holdersBeyondReach(tip: Tip, personId: string, shares: Share[], act: Act): Promise<string[]> {
  if (tip.reach === 'open' || (tip.reach === 'few' && tip.few.includes(personId))) return [];
  const holders = shares.filter((share) => share.personId !== personId && share.state !== 'skipped');
  const ids =
    tip.reach === 'few' ? [...tip.few, ...holders.map((share) => share.personId)] : holders.map((s) => s.personId);
  const people = await Promise.all([...new Set(ids)].map((id) => act.find('people', id)));
  return people.flatMap((person) => (person === undefined ? [] : [person.name]));
}
