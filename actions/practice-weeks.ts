import type { Cooperation } from '../records/cooperation.ts';
import type { Introduction } from '../records/introduction.ts';
import type { Matter } from '../records/matter.ts';
import type { Occasion } from '../records/occasion.ts';
import type { PracticeWeek } from '../records/planner.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';

/** What weeks are counted from. */
export interface PracticeRecords {
  occasions: readonly Occasion[];
  tips: ReadonlyMap<string, Tip>;
  shares: readonly Share[];
  introductions: readonly Introduction[];
  matters: readonly Matter[];
  cooperations: readonly Cooperation[];
}

/** The beginnings of the last `count` weeks and the end of the running one: Mondays at local midnight (ISO 8601), epoch ms. */
export function weekEdges(now: number, count: number): number[] {
  const today = new Date(now);
  const monday = today.getDate() - ((today.getDay() + 6) % 7);
  return Array.from({ length: count + 1 }, (_, n) =>
    new Date(today.getFullYear(), today.getMonth(), monday - 7 * (count - 1 - n)).getTime(),
  );
}

/** A share that counts as given: not of a tip that anybody may know. When it was given, epoch ms; else null. */
export function giftAt(share: Share, tips: ReadonlyMap<string, Tip>): number | null {
  const tip = tips.get(share.tipId);
  return share.state === 'given' && tip !== undefined && tip.reach !== 'open' ? share.givenAt : null;
}

/** When an occasion took place with somebody else in it: a meeting when it ended, a thread when last seen. Null before that. */
function tookPlaceAt(one: Occasion, now: number): number | null {
  if (!one.participants.some((participant) => !participant.self && participant.marked == null)) return null;
  const at = one.kind === 'thread' ? one.lastSeenAt : (one.endAt ?? one.startAt);
  return at !== null && at <= now ? at : null;
}

/** What was done in each week, the running one last. Pure. `now` in epoch ms. */
export function practiceWeeks(records: PracticeRecords, edges: readonly number[], now: number): PracticeWeek[] {
  const { occasions, tips, shares, introductions, matters, cooperations } = records;
  const times = {
    occasions: occasions.map((one) => tookPlaceAt(one, now)),
    given: shares.map((share) => giftAt(share, tips)),
    introduced: introductions.map((one) => (one.state === 'done' ? one.madeAt : null)),
    advanced: matters.flatMap(({ steps }) =>
      steps.map((step) => (step.state === 'done' ? (step.doneAt ?? null) : null)),
    ),
    asked: cooperations.map((one) => (one.direction === 'i-asked' ? one.at : null)),
    answered: cooperations.map((one) => (one.direction === 'they-asked' ? one.answeredAt : null)),
  };
  return edges.slice(0, -1).map((from, n) => {
    const to = edges[n + 1] ?? from;
    const within = (list: readonly (number | null)[]) =>
      list.filter((at) => at !== null && at >= from && at < to && at <= now).length;
    return {
      from,
      to,
      occasions: within(times.occasions),
      given: within(times.given),
      introduced: within(times.introduced),
      advanced: within(times.advanced),
      asked: within(times.asked),
      answered: within(times.answered),
    };
  });
}
