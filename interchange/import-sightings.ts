import { mailboxKind } from '../people/mailbox-kind.ts';
import { newBase } from '../records/base.ts';
import type { KeptParticipant, Occasion } from '../records/occasion.ts';
import type { Sighting } from '../records/sighting.ts';
import type { PlannedOccasion } from './import-occasions.ts';
import { ianaZone } from './zone.ts';

/** A sighting that an import makes, or brings up to date. */
export interface PlannedSighting {
  before: Sighting | null;
  after: Sighting;
}

/** What is known of the addresses beforehand: the keys of kept people, those of this import too, and the sightings by key. */
export interface ExistingSightings {
  people: ReadonlySet<string>;
  sightings: ReadonlyMap<string, Sighting>;
}

interface Seen {
  one: KeptParticipant;
  /** Epoch ms; of occasions that the store did not have yet. */
  times: number[];
}

/** Who is in these occasions and is nobody kept, by key. What lies ahead counts as seen now. */
function seenIn(plans: readonly PlannedOccasion[], people: ReadonlySet<string>, now: number): Map<string, Seen> {
  const seen = new Map<string, Seen>();
  const look = (occasion: Occasion, isNew: boolean) => {
    for (const one of occasion.participants) {
      if (one.key === null || one.self || people.has(one.key)) continue;
      const before = seen.get(one.key);
      const time = Math.min(occasion.lastSeenAt, now);
      seen.set(one.key, {
        one: { ...one, name: one.name ?? before?.one.name ?? null },
        times: [...(before?.times ?? []), ...(isNew ? [time] : [])],
      });
    }
  };
  for (const plan of plans) if (plan.is !== 'skip') look(plan.after, plan.is === 'add');
  return seen;
}

/**
 * The sightings that the occasions of a file stand for: each address that is nobody kept, with the distinct days (of `zone`,
 * IANA) on which it was met. One that is there already counts only what is new. `now` in epoch ms.
 */
export function planSightings(
  plans: readonly PlannedOccasion[],
  existing: ExistingSightings,
  { now, importId, zone }: { now: number; importId: string; zone: string },
): PlannedSighting[] {
  const clock = ianaZone(zone);
  const dayOf = (at: number) => Math.floor((at + (clock?.offsetAtUtc(at) ?? 0)) / 86_400_000);
  const planned: PlannedSighting[] = [];
  for (const [key, { one, times }] of seenIn(plans, existing.people, now)) {
    const before = existing.sightings.get(key) ?? null;
    const name = one.name ?? before?.name ?? null;
    const days = new Set(times.map(dayOf));
    if (before) days.delete(dayOf(before.lastSeenAt));
    if (before && times.length === 0 && before.name === name) continue;
    const written = one.written ?? key;
    planned.push({
      before,
      after: {
        ...(before ?? { ...newBase(now), saidPerson: false, importId }),
        updatedAt: now,
        key,
        written: before?.written ?? written,
        name,
        kind: before?.kind ?? mailboxKind({ written, name, marked: one.marked ?? null }),
        lastSeenAt: Math.max(before?.lastSeenAt ?? 0, ...(times.length === 0 && !before ? [now] : times)),
        days: Math.max(1, (before?.days ?? 0) + days.size),
      },
    });
  }
  return planned;
}
