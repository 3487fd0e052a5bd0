import { isDecided } from './decisions.ts';
import { type Half, type Meeting, meetingsOf } from './introduce.ts';
import type { Knowledge } from './knowledge.ts';
import { promptKey } from './prompt-key.ts';
import { nowhere, viewOf } from './view.ts';

/** How many texts are looked at closely beside each: few, where everybody is compared with everybody. */
const closeLooks = 8;

/** Two people worth introducing, wherever they are: the key of the prompt about them, and what one needs and the other offers. */
export interface PairIdea {
  key: string;
  aId: string;
  bId: string;
  /** The better half first. */
  halves: readonly Half[];
}

const ideaOf = ({ pair, key, best }: Meeting): PairIdea => ({
  key,
  aId: best.wanted.personId,
  bId: best.wanted.personId === pair.a.id ? pair.b.id : pair.a.id,
  halves: [best, ...[...pair.halves.values()].filter((half) => half !== best)],
});

/**
 * Every pair of kept people of whom one needs what the other could give, present or not, best first: who needs it is `a`. Left
 * out: those of one house, those with an introduction on record, those of whom the user decided so. Pure. `now` in epoch ms.
 */
export function pairsAmongAll(knowledge: Knowledge, now: number): PairIdea[] {
  const view = viewOf(nowhere, knowledge, now);
  const everybody = {
    ...view,
    present: [...view.people.values()].map((person) => ({ person, leads: false })),
    isPresent: () => true,
    closeLooks,
  };
  const onRecord = new Set(view.introductions.map((one) => promptKey.introduce(one.aId, one.bId)));
  return meetingsOf(everybody, onRecord)
    .filter(({ key }) => !isDecided(key, view.decisions, now))
    .map(ideaOf);
}
