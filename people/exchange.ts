import type { Exchange } from '../records/standing.ts';

/** One day on which the user wrote to somebody (`mine`), or they wrote. `at` in epoch ms. */
export interface Moment {
  at: number;
  mine: boolean;
}

const day = 86_400_000;

/** A reply after more than this is no reply any more, but a new beginning. */
const longestReply = 30 * day;

/** Of fewer answers nothing is said. */
const fewest = 3;

function usual(times: readonly number[]): number | null {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted.length < fewest ? null : (sorted[Math.floor(sorted.length / 2)] ?? null);
}

const daysOf = (moments: readonly Moment[]): number => new Set(moments.map(({ at }) => Math.floor(at / day))).size;

/**
 * Direction and reply time from the moments of each thread. An answer is the first moment of the other side after one of this
 * side, in the same thread; the usual time is the middle one. Null without any moment: silence proves nothing.
 */
export function exchangeOf(threads: readonly (readonly Moment[])[]): Exchange | null {
  const all = threads.flat();
  if (all.length === 0) return null;
  const answers = { theirs: [] as number[], mine: [] as number[] };
  for (const thread of threads) {
    let waiting: Moment | null = null;
    for (const moment of [...thread].sort((a, b) => a.at - b.at)) {
      if (waiting !== null && waiting.mine !== moment.mine) {
        const took = moment.at - waiting.at;
        if (took <= longestReply) (moment.mine ? answers.mine : answers.theirs).push(took);
        waiting = moment;
      } else waiting ??= moment;
    }
  }
  return {
    written: daysOf(all.filter(({ mine }) => mine)),
    received: daysOf(all.filter(({ mine }) => !mine)),
    theirAnswer: usual(answers.theirs),
    myAnswer: usual(answers.mine),
  };
}
