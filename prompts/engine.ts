import type { Prompt, PromptKind } from '../records/prompt.ts';
import { advance } from './advance.ts';
import type { Candidate, Kind } from './candidate.ts';
import { otherCircles } from './circle.ts';
import { isDecided } from './decisions.ts';
import { followUp } from './follow-up.ts';
import { asReason, wayOf } from './habit.ts';
import { introduce } from './introduce.ts';
import type { Knowledge, OccasionInView } from './knowledge.ts';
import { rank } from './rank.ts';
import { reconnect } from './reconnect.ts';
import { record } from './record.ts';
import { review } from './review.ts';
import { share } from './share.ts';
import { type View, viewOf } from './view.ts';
import { weights } from './weights.ts';

/** Every kind of prompt. A new kind is one file and one row. */
export const kinds: Record<PromptKind, Kind> = {
  share,
  introduce,
  advance,
  record,
  reconnect,
  'follow-up': followUp,
  review,
};

/** A weak guess may stand behind something sure, but is never all that is said: then silence is better. */
function withoutMereGuesses(candidates: Candidate[]): Candidate[] {
  const sure = ({ guess, worth }: Candidate) => guess !== true || worth >= weights.sureFrom;
  const says = ({ prompt }: Candidate) => prompt.kind !== 'record';
  return candidates.filter(says).some(sure) ? candidates : candidates.filter(sure);
}

const reachesOut: readonly PromptKind[] = ['share', 'introduce', 'reconnect'];

/** What moves prompts of several kinds up or down, once it is settled what is said at all: neither makes a guess sure. */
function moved(view: View, candidates: readonly Candidate[]): Candidate[] {
  const otherCircle = otherCircles(view);
  return candidates.map((candidate) => {
    const { prompt } = candidate;
    // Answered and back again is no longer unchanged.
    const days = view.decisions.has(prompt.key) ? 0 : (view.knowledge.shown?.get(prompt.key) ?? 0);
    const left = 1 - Math.min(weights.shownMost, weights.shownADay * days);
    const circle = reachesOut.includes(prompt.kind) && prompt.person.id !== null ? otherCircle(prompt.person.id) : null;
    const habit = view.knowledge.habit?.get(wayOf(prompt));
    const worth = (candidate.worth + (circle === null ? 0 : weights.anotherCircle)) * left * (habit?.pull ?? 1);
    const told = habit === undefined ? null : asReason(habit);
    const because = [...prompt.because, ...[circle, told].filter((reason) => reason !== null)];
    return { ...candidate, worth, prompt: { ...prompt, because } };
  });
}

/**
 * Everything worth doing with somebody at this occasion, best first. Pure and total; the same knowledge gives the same
 * prompts byte for byte, whatever the order of its records. `now` in epoch ms.
 */
export function promptsFor(occasion: OccasionInView, knowledge: Knowledge, now: number): Prompt[] {
  return promptsIn(viewOf(occasion, knowledge, now));
}

/** The same for an occasion that was indexed before. */
export function promptsIn(view: View): Prompt[] {
  const candidates = Object.values(kinds).flatMap((kind) => kind(view));
  const open = candidates.filter(({ prompt }) => !isDecided(prompt.key, view.decisions, view.now));
  return rank(moved(view, withoutMereGuesses(open)));
}
