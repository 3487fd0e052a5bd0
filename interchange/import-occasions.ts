import { addressKey } from '../people/address-key.ts';
import { newBase } from '../records/base.ts';
import type { KeptParticipant, Occasion } from '../records/occasion.ts';
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

const told = ({ updatedAt: _, createdAt: __, importId: ___, pinned: ____, id: _____, ...rest }: Occasion): string =>
  JSON.stringify(rest);

/**
 * What the occasions of a file would do to the store, without doing it. `existing`: `ref` → the occasion of site
 * `file` that is kept under it. The same file again plans nothing but skips. `lastSeenAt` is when it took place.
 */
export function planOccasions(
  parsed: readonly ParsedOccasion[],
  existing: ReadonlyMap<string, Occasion>,
  context: { now: number; importId: string; mine: ReadonlySet<string> },
): PlannedOccasion[] {
  const planned = new Map<string, number>();
  const plans: PlannedOccasion[] = [];
  for (const one of parsed) {
    const participants = participantsOf(one, context.mine);
    const others = participants.filter((participant) => !participant.self);
    if (others.length === 0) {
      plans.push({ is: 'skip', line: one.line, why: 'alone' });
      continue;
    }
    const before = existing.get(one.ref);
    const base = newBase(context.now);
    const after: Occasion = {
      ...base,
      site: fileSite,
      ref: one.ref,
      kind: one.kind,
      title: one.title,
      startAt: one.startAt,
      endAt: one.endAt,
      zone: one.zone,
      whenText: null,
      organizerKey: participants.find((participant) => participant.role === 'organizer')?.key ?? null,
      participants,
      keys: [...new Set(others.flatMap((participant) => participant.key ?? []))],
      extent: { complete: true, shown: participants.length, total: participants.length },
      lastSeenAt: one.kind === 'thread' ? (one.endAt ?? one.startAt) : one.startAt,
      pinned: false,
      importId: context.importId,
    };
    const place = planned.get(one.ref);
    if (place !== undefined) plans.push({ is: 'skip', line: one.line, why: 'same' });
    else if (!before) {
      planned.set(one.ref, plans.length);
      plans.push({ is: 'add', line: one.line, after });
    } else if (told(before) === told({ ...before, ...after })) plans.push({ is: 'skip', line: one.line, why: 'same' });
    else {
      const { id, createdAt, pinned, importId } = before;
      planned.set(one.ref, plans.length);
      plans.push({ is: 'update', line: one.line, before, after: { ...after, id, createdAt, pinned, importId } });
    }
  }
  return plans;
}
