import type { Prompt, PromptKind } from '../records/prompt.ts';
import { advance } from './advance.ts';
import type { Kind } from './candidate.ts';
import { isDecided } from './decisions.ts';
import { followUp } from './follow-up.ts';
import { introduce } from './introduce.ts';
import type { Knowledge, OccasionInView } from './knowledge.ts';
import { rank } from './rank.ts';
import { reconnect } from './reconnect.ts';
import { record } from './record.ts';
import { review } from './review.ts';
import { share } from './share.ts';
import { viewOf } from './view.ts';

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

/**
 * Everything worth doing with somebody at this occasion, best first. Pure and total; the same knowledge gives the same
 * prompts byte for byte, whatever the order of its records. `now` in epoch ms.
 */
export function promptsFor(occasion: OccasionInView, knowledge: Knowledge, now: number): Prompt[] {
  const view = viewOf(occasion, knowledge, now);
  const candidates = Object.values(kinds).flatMap((kind) => kind(view));
  return rank(candidates.filter(({ prompt }) => !isDecided(prompt.key, view.decisions, now)));
}
