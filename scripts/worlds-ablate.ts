/**
 * `npm run worlds:ablate -- DIR…`: what each part of the matching adds, as a table: the score of the worlds of these folders
 * as the engine is, and with one part taken away at a time.
 */
import { promptsIn } from '../prompts/engine.ts';
import { Fit } from '../prompts/fit.ts';
import { dimensions, type Meeting } from '../prompts/meaning.ts';
import { viewOf } from '../prompts/view.ts';
import { weights } from '../prompts/weights.ts';
import { projectTable, readWorlds } from './read-worlds.ts';
import { knowledgeOf, occasionOf, resultOf } from './world.ts';
import { scoreWorld } from './world-score.ts';

/** Texts compared by their mean words alone, without looking at each word. */
class MeansOnly extends Fit {
  readonly #meanings: ReadonlyMap<string, Int8Array>;
  constructor(meanings: ReadonlyMap<string, Int8Array>) {
    super(meanings);
    this.#meanings = meanings;
  }
  override of(one: string, other: string): Meeting {
    const [a, b] = [this.#meanings.get(one), this.#meanings.get(other)];
    if (a === undefined || b === undefined) return super.of(one, other);
    const sum = a.subarray(0, dimensions).reduce((total, value, d) => total + value * (b[d] ?? 0), 0);
    // Halved: means of a few words lie nearer to each other than words do.
    const fit = Math.max(0, sum / (127 * 127)) / 2;
    return { fit, rest: fit, shared: super.of(one, other).shared };
  }
}

const everything = Object.keys(weights) as (keyof typeof weights)[];
const parts: {
  name: string;
  without: Partial<typeof weights>;
  compareBy?: (meanings: ReadonlyMap<string, Int8Array>) => Fit;
}[] = [
  { name: 'everything', without: {} },
  { name: 'meaning (words alone)', without: {}, compareBy: () => new Fit(new Map()) },
  { name: 'each word for itself (means alone)', without: {}, compareBy: (meanings) => new MeansOnly(meanings) },
  { name: 'the rule of the lone word', without: { loneWord: 0 } },
  { name: 'silence rather than guesses', without: { sureFrom: 0 } },
  { name: 'best taker of an exclusive tip', without: { nearlyBest: 0, nearlyShare: 1 } },
  { name: "needs as the other half of another's", without: { needAsGift: 0 } },
  { name: 'gain of both in an introduction', without: { otherHalf: 0 } },
  { name: 'trade as an offer', without: { tradeAsGift: 0 } },
  { name: 'topics and offers that a tip may meet', without: { topicAsNeed: 0, offerAsNeed: 0 } },
  { name: 'names inside a tip', without: { namedInTip: 0 } },
  { name: 'end of a tip, seldom seen, got lately', without: { tipEnds: 0, seldomSeen: 0, gotLately: 0 } },
  { name: 'another circle', without: { anotherCircle: 0 } },
  { name: 'a faint likeness behind what is sure', without: { couldDoFaintFrom: 9 } },
  { name: 'both here, and trades that speak for a pair', without: { bothHere: 0, tradeLight: 0 } },
  { name: 'open request beside a need', without: { couldDoAsked: weights.couldDoFrom } },
  {
    name: 'leaders and namesakes among new faces',
    without: { recordLeader: weights.record, recordNamesake: weights.record },
  },
];

const table = projectTable();
const folders = process.argv.slice(2).map((dir) => ({
  dir,
  worlds: readWorlds(dir).map((read) => ({ ...read, knowledge: knowledgeOf(read.world, table) })),
}));
console.log(`| without | ${folders.map(({ dir }) => `${dir}: nDCG@7 (violations)`).join(' | ')} |`);
console.log(`|---|${folders.map(() => '---|').join('')}`);
for (const { name, without, compareBy } of parts) {
  const kept = Object.fromEntries(everything.map((key) => [key, weights[key]]));
  Object.assign(weights, without);
  const cells = folders.map(({ worlds }) => {
    const scores = worlds.map(({ world, labels, never, knowledge }) => {
      const view = viewOf(occasionOf(world), knowledge, Date.parse(world.now));
      if (compareBy !== undefined) view.fit = compareBy(knowledge.meanings);
      return scoreWorld(world, labels ?? [], never, promptsIn(view).map(resultOf));
    });
    const mean = scores.reduce((sum, { ndcg }) => sum + ndcg, 0) / scores.length;
    return `${mean.toFixed(3)} (${scores.reduce((sum, { broken }) => sum + broken.length, 0)})`;
  });
  Object.assign(weights, kept);
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
