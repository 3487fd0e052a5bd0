import { addressKey } from '../people/address-key.ts';
import { newBase } from '../records/base.ts';
import type { Extent, KeptParticipant, Occasion, ReadOccasion } from '../records/occasion.ts';
import { endOf, knownZone, momentOf } from './wall-clock.ts';

const whoOf = (one: KeptParticipant): string => `${one.key ?? `name:${one.name ?? ''}`} ${one.role}`;

/** Each participant once a role, with what is known from any of its places; in the order in which they first come. */
function united(participants: readonly KeptParticipant[]): KeptParticipant[] {
  const all = new Map<string, KeptParticipant>();
  for (const one of participants) {
    const who = whoOf(one);
    const before = all.get(who);
    if (before === undefined) all.set(who, one);
    else
      all.set(who, {
        ...before,
        name: one.name ?? before.name,
        written: one.written ?? before.written,
        answer: one.answer ?? before.answer,
        self: one.self || before.self,
        personId: one.personId ?? before.personId,
        marked: one.marked ?? before.marked,
      });
  }
  return [...all.values()];
}

function readParticipants(read: ReadOccasion, mine: ReadonlySet<string>): KeptParticipant[] {
  const own = read.own === null ? null : addressKey(read.own);
  return united(
    read.participants.flatMap(({ name, address, role, answer, self, marked }) => {
      const key = address === null ? null : addressKey(address);
      // What is no address is only a name, and is never kept as an address.
      const shown = name ?? (key === null ? address : null);
      if (key === null && shown === null) return [];
      return [
        {
          key,
          written: key === null ? null : address,
          name: shown === null ? null : shown.slice(0, 500),
          role,
          answer,
          self: self || (key !== null && (key === own || mine.has(key))),
          ...(marked !== null && { marked }),
        },
      ];
    }),
  );
}

/** A list that is not complete adds to what was seen before; a complete one replaces it, but not who a bare name is. */
function participantsOf(read: ReadOccasion, mine: ReadonlySet<string>, before: Occasion | null): KeptParticipant[] {
  const now = readParticipants(read, mine);
  if (before === null) return now;
  if (!read.extent.complete) return united([...before.participants, ...now]);
  const persons = new Map(
    before.participants.flatMap((one) => (one.personId == null ? [] : [[whoOf(one), one.personId]])),
  );
  return now.map((one) => {
    const personId = persons.get(whoOf(one));
    return personId === undefined ? one : { ...one, personId };
  });
}

function extentOf(read: ReadOccasion, before: Occasion | null, count: number): Extent {
  if (before === null || read.extent.complete) return read.extent;
  const total = read.extent.total ?? before.extent.total;
  const shown = Math.max(read.extent.shown, count);
  return { complete: total !== null && shown >= total, shown, total };
}

/**
 * The occasion as it is kept: what was read just now, with what was read of the same one before. `mine`: the user's own
 * address keys. `zone`: the zone of this computer, for pages that show none. `now` in epoch ms.
 */
export function occasionOf(
  read: ReadOccasion,
  before: Occasion | null,
  context: { mine: ReadonlySet<string>; zone: string; now: number },
): Occasion {
  const { mine, zone, now } = context;
  const participants = participantsOf(read, mine, before);
  const others = participants.filter((one) => !one.self);
  const people = new Set(others.filter((one) => one.marked == null).map((one) => one.key ?? one.name));
  const startAt = read.start === null ? null : momentOf(read.start, zone);
  const organizer =
    participants.find((one) => one.role === 'organizer') ?? participants.find((one) => one.role === 'from');
  return {
    ...(before ?? { ...newBase(now), pinned: false, importId: null }),
    updatedAt: now,
    site: read.site,
    ref: read.ref,
    kind: read.kind,
    title: read.title ?? before?.title ?? null,
    startAt: startAt ?? before?.startAt ?? (read.kind === 'thread' ? now : null),
    endAt: (read.end === null ? null : endOf(read.end, zone)) ?? before?.endAt ?? null,
    zone: knownZone(read.start?.zone ?? null) ?? before?.zone ?? (read.start === null ? null : zone),
    whenText: read.whenText ?? before?.whenText ?? null,
    organizerKey: organizer?.key ?? before?.organizerKey ?? null,
    participants,
    keys: [...new Set(others.flatMap((one) => one.key ?? []))],
    extent: extentOf(read, before, people.size),
    lastSeenAt: now,
  };
}
