import type { ActOf } from '../records/act.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { sightingsOf } from './keep-seen.ts';
import { systemZone } from './wall-clock.ts';

/**
 * Keeps the occasion in front of the user, which was found on a page of an unknown kind and waited for the user to say
 * that it is right. Throws RM-109 where there is none.
 */
export async function keepOccasion(_: ActOf<'keep-occasion'>, act: Act, deps: ActDeps): Promise<void> {
  const found = deps.scope?.found;
  if (found === undefined)
    throw new Problem('RM-109', 'There is no occasion here that waits to be kept. Nothing was written; look again.');
  const kept = await act.put('occasions', { ...found, pinned: true });
  for (const sighting of await sightingsOf(deps.store, kept, { now: act.now, zone: systemZone() }))
    await act.put('sightings', sighting);
}
