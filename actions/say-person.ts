import type { ActOf } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { participantOf } from './act-person.ts';

/** The user says that an address, greyed as a list or the like, is a person. Remembered for every later occasion. */
export async function sayPerson({ ref }: ActOf<'say-person'>, act: Act, deps: ActDeps): Promise<void> {
  const { key, address, name } = participantOf(ref, deps);
  if (key === null || address === null) return;
  const sighting = await deps.store.sightings.where('key').equals(key).first();
  if (sighting !== undefined) await act.put('sightings', { ...sighting, saidPerson: true });
  else
    await act.put('sightings', {
      ...newBase(act.now),
      key,
      written: address,
      name: name === '' || name === address ? null : name,
      kind: 'person',
      saidPerson: true,
      lastSeenAt: act.now,
      days: 1,
      importId: null,
    });
}
