/**
 * `npm run worlds:tune -- DIR…`: looks for better weights on the worlds of these folders and prints them, and how they do on
 * worlds that they were not found with. Changes nothing: `prompts/weights.ts` is edited by hand.
 */
import { promptsIn } from '../prompts/engine.ts';
import { type View, viewOf } from '../prompts/view.ts';
import { type Weight, weights } from '../prompts/weights.ts';
import { projectTable, type ReadWorld, readWorlds } from './read-worlds.ts';
import { knowledgeOf, occasionOf, resultOf } from './world.ts';
import { scoreWorld } from './world-score.ts';

/** The weights that are tuned, and what each may be. */
const choices: Partial<Record<Weight, number[]>> = {
  sureFrom: [1.2, 1.6, 2, 2.5, 3],
  introduceFrom: [0.16, 0.18, 0.2, 0.22, 0.24, 0.25, 0.26, 0.28, 0.3],
  loneWord: [0.1, 0.14, 0.155, 0.17, 0.19],
  introduceTo: [0.32, 0.36, 0.4, 0.45, 0.5],
  introduceLow: [0.4, 0.7, 1, 1.5, 2],
  introduceHigh: [4, 5.5, 7],
  otherHalf: [0.2, 0.3, 0.4, 0.5],
  needAsGift: [0.75, 0.85, 0.95, 1.05],
  tradeAsGift: [0.3, 0.5, 0.6, 0.7],
  exclusiveFrom: [0.16, 0.18, 0.2, 0.22, 0.25],
  exclusiveLow: [1, 1.8, 2.5],
  exclusiveTo: [0.3, 0.35, 0.4],
  exclusiveHigh: [5, 5.5, 6, 6.5],
  bothHere: [0, 0.02, 0.04],
  tradeLight: [0, 0.1, 0.2, 0.3],
  couldDoFaintFrom: [0.06, 0.08, 0.1, 0.12],
  couldDoFaint: [0, 0.8, 1.2, 1.6, 2],
  couldDo: [2.5, 3, 3.5],
  ableFrom: [0.1, 0.15, 0.2],
  ableLow: [0.8, 1.5, 2],
  namedHigh: [4, 5],
  nearlyBest: [0.75, 0.8, 0.85, 0.9, 1],
  nearlyShare: [0.25, 0.4, 0.6],
  openFrom: [0.2, 0.24, 0.28],
  openLow: [0.7, 1, 1.5],
  namedLow: [1.8, 2.5, 3.2],
  namedFrom: [0.1, 0.15, 0.2],
  couldDoFrom: [0.16, 0.18, 0.2, 0.22, 0.25],
  couldDoAsked: [0.06, 0.09, 0.12, 0.16],
  topicAsNeed: [0.7, 0.8, 0.9],
  offerAsNeed: [0.5, 0.6, 0.65, 0.7],
  theyOweAnswer: [2.6, 3, 3.5],
  cooperated: [3, 3.6, 4.2],
  tipEnds: [0, 0.5, 1],
  seldomSeen: [0, 0.5, 1],
};

/** A better value must raise the mean by this much: below it is chance. */
const worthwhile = 0.001;
const folds = 8;

interface Case extends ReadWorld {
  view: View;
}

const mean = (numbers: number[]): number => numbers.reduce((sum, x) => sum + x, 0) / Math.max(1, numbers.length);

function score({ world, labels, never, view }: Case): number {
  const prompts = promptsIn(view);
  const { ndcg, broken } = scoreWorld(world, labels ?? [], never, prompts.map(resultOf));
  return ndcg - 0.02 * broken.length;
}

/** Climbs from the weights as they are, one weight at a time, twice round. */
function tune(cases: Case[]): void {
  let best = mean(cases.map(score));
  for (let round = 0; round < 2; round++)
    for (const [name, values] of Object.entries(choices) as [Weight, number[]][]) {
      let kept = weights[name];
      for (const value of values) {
        weights[name] = value;
        const reached = mean(cases.map(score));
        if (reached > best + worthwhile) {
          best = reached;
          kept = value;
        }
      }
      weights[name] = kept;
    }
}

const table = projectTable();
const cases: Case[] = process.argv
  .slice(2)
  .flatMap(readWorlds)
  .filter(({ labels }) => labels !== null)
  .map((read) => ({
    ...read,
    view: viewOf(occasionOf(read.world), knowledgeOf(read.world, table), Date.parse(read.world.now)),
  }));
const start = { ...weights };
console.log(`${cases.length} worlds, weights as they are: ${mean(cases.map(score)).toFixed(3)}`);
const held: number[] = [];
for (let fold = 0; fold < folds; fold++) {
  Object.assign(weights, start);
  tune(cases.filter((_, n) => n % folds !== fold));
  held.push(...cases.filter((_, n) => n % folds === fold).map(score));
}
console.log(`tuned without the worlds they are judged by (${folds} folds): ${mean(held).toFixed(3)}`);
Object.assign(weights, start);
tune(cases);
console.log(`tuned on all: ${mean(cases.map(score)).toFixed(3)}`);
for (const name of Object.keys(choices) as Weight[])
  if (weights[name] !== start[name]) console.log(`  ${name}: ${start[name]} → ${weights[name]}`);
