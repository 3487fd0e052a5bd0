import { addressKey } from '../people/address-key.ts';
import { newBase } from '../records/base.ts';
import type { KeptParticipant, Occasion, Participant } from '../records/occasion.ts';
import type { ParsedOccasion } from './parsed.ts';

/** The site name of occasions that came from a file. */
export const fileSite = 'file';

/** What one event or thread of a file would do. `alone`: nobody but the user is in it. */
export type PlannedOccasion =
  | { is: 'add'; line: number; after: Occasion }
  | { is: 'update'; line: number; before: Occasion; after: Occasion }
  | { is: 'skip'; line: number; why: 'same' | 'alone' };

function participantsOf(parsed: ParsedOccasion, mine: ReadonlySet<string>): KeptParticipant[] {
  return parsed.participants.map(({ name, address, role, answer, self, marked }) => {
    const key = address === null ? null : addressKey(address);
    const kept = {
      key,
      written: key === null ? null : address,
      name: name ?? (key === null ? address : null),
      role,
      answer,
      self: self || (key !== null && mine.has(key)),
    };
    return marked === null ? kept : { ...kept, marked };
  });
}

/** Two looks at one thread as one: everybody of both, from the first message to the last, titled by the first. */
export function joinThread(a: ParsedOccasion, b: ParsedOccasion): ParsedOccasion {
  const [first, second] = (a.startAt ?? Infinity) <= (b.startAt ?? Infinity) ? [a, b] : [b, a];
  const ends = [first.endAt, second.startAt, second.endAt].filter((at) => at !== null);
  const who = (one: Participant) =>
    `${(one.address === null ? null : addressKey(one.address)) ?? one.name} ${one.role}`;
  const seen = new Set(first.participants.map(who));
  return {
    ...first,
    line: a.line,
    title: first.title ?? second.title,
    endAt: ends.length === 0 ? null : Math.max(...ends),
    participants: [...first.participants, ...second.participants.filter((one) => !seen.has(who(one)))],
    ...(a.messages || b.messages ? { messages: [...(a.messages ?? []), ...(b.messages ?? [])] } : {}),
  };
}

/** A kept thread as a file would tell it, so that more of its messages can join it. */
const asParsed = (kept: Occasion): ParsedOccasion => ({
  line: 0,
  ref: kept.ref,
  kind: kept.kind,
  title: kept.title,
  startAt: kept.startAt,
  endAt: kept.endAt,
  zone: kept.zone,
  participants: kept.participants.map(({ name, written, role, answer, self, marked }) => ({
    name,
    address: written,
    role,
    answer,
    optional: false,
    self,
    marked: marked ?? null,
  })),
});

const told = ({ updatedAt: _, createdAt: __, importId: ___, pinned: ____, id: _____, ...rest }: Occasion): string =>
  JSON.stringify(rest);

/**
 * What the occasions of a file would do to the store, without doing it. `existing`: `ref` → the occasion of site
 * `file` that is kept under it. A message without a date counts
 * as seen now. The same file again plans nothing but skips. `lastSeenAt` is when it took place.
 */
export function planOccasions(
  parsed: readonly ParsedOccasion[],
  existing: ReadonlyMap<string, Occasion>,
  context: { now: number; importId: string; mine: ReadonlySet<string> },
): PlannedOccasion[] {
  const planned = new Map<string, number>();
  const plans: PlannedOccasion[] = [];
  for (const entry of parsed) {
    const place = planned.get(entry.ref);
    const earlier = place === undefined ? undefined : plans[place];
    const before = existing.get(entry.ref);
    const kept = earlier && earlier.is !== 'skip' ? earlier.after : before;
    const one = entry.kind === 'thread' && kept ? joinThread(asParsed(kept), entry) : entry;
    const participants = participantsOf(one, context.mine);
    if (participants.every((participant) => participant.self)) {
      plans.push({ is: 'skip', line: entry.line, why: 'alone' });
      continue;
    }
    const after = occasionOf(one, participants, { ...context, before: kept });
    if (place !== undefined && earlier && earlier.is !== 'skip') {
      const { id, createdAt, pinned, importId } = earlier.after;
      if (entry.kind === 'thread') plans[place] = { ...earlier, after: { ...after, id, createdAt, pinned, importId } };
      plans.push({ is: 'skip', line: entry.line, why: 'same' });
    } else if (!before) {
      planned.set(entry.ref, plans.length);
      plans.push({ is: 'add', line: entry.line, after });
    } else if (told(before) === told({ ...before, ...after }))
      plans.push({ is: 'skip', line: entry.line, why: 'same' });
    else {
      const { id, createdAt, pinned, importId } = before;
      planned.set(entry.ref, plans.length);
      plans.push({ is: 'update', line: entry.line, before, after: { ...after, id, createdAt, pinned, importId } });
    }
  }
  return plans;
}

const day = 86_400_000;

/** A mail to more people than this is a contact with none of them. */
const mostInPerson = 20;

/** When whom was written to, and who wrote: the first of each day, person and direction. */
function momentsOf(
  one: ParsedOccasion,
  mine: ReadonlySet<string>,
  before: Occasion['moments'],
): NonNullable<Occasion['moments']> {
  const moments = (one.messages ?? []).flatMap(({ at, from, to, bulk }) => {
    if (at === null || from === null || bulk || to.length > mostInPerson) return [];
    if (!mine.has(from)) return [{ key: from, at, mine: false }];
    return to.filter((key) => !mine.has(key)).map((key) => ({ key, at, mine: true }));
  });
  const unique = new Map<string, (typeof moments)[number]>();
  for (const moment of [...(before ?? []), ...moments].sort((a, b) => a.at - b.at)) {
    const name = `${moment.key} ${Math.floor(moment.at / day)} ${moment.mine}`;
    if (!unique.has(name)) unique.set(name, moment);
  }
  return [...unique.values()];
}

function occasionOf(
  one: ParsedOccasion,
  participants: KeptParticipant[],
  {
    now,
    importId,
    mine,
    before,
  }: { now: number; importId: string; mine: ReadonlySet<string>; before: Occasion | undefined },
): Occasion {
  return {
    ...newBase(now),
    site: fileSite,
    ref: one.ref,
    kind: one.kind,
    title: one.title,
    startAt: one.startAt ?? now,
    endAt: one.endAt,
    zone: one.zone,
    whenText: null,
    organizerKey: participants.find((participant) => participant.role === 'organizer')?.key ?? null,
    participants,
    keys: [...new Set(participants.flatMap((participant) => (participant.self ? [] : (participant.key ?? []))))],
    extent: { complete: true, shown: participants.length, total: participants.length },
    lastSeenAt: (one.kind === 'thread' ? one.endAt : null) ?? one.startAt ?? now,
    pinned: false,
    importId,
    ...(one.messages || before?.moments ? { moments: momentsOf(one, mine, before?.moments) } : {}),
  };
}
