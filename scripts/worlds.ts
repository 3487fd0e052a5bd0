/**
 * `npm run worlds -- DIR`: works out the prompts of every world of a folder, writes `worlds-results.json` into the current
 * folder and prints the score of the worlds that have labels.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promptsFor } from '../prompts/engine.ts';
import { projectTable, readWorlds } from './read-worlds.ts';
import { knowledgeOf, occasionOf, type Result, resultOf } from './world.ts';
import { scoreWorld } from './world-score.ts';

const [dir] = process.argv.slice(2);
// npm runs scripts in the project's folder; a path is meant from where the user stands.
const folder = [process.env.INIT_CWD ?? '', process.cwd()].map((from) => resolve(from, dir ?? '')).find(existsSync);
if (dir === undefined || folder === undefined) {
  console.error(`${dir === undefined ? 'No folder given' : `${dir}: no such folder`}. Usage: npm run worlds -- DIR`);
  process.exit(2);
}

const table = projectTable();
const results: Record<string, Result[]> = {};
const scores: number[] = [];
const causes = { rule: 0, sense: 0 };
for (const { world, labels, never } of readWorlds(folder)) {
  const prompts = promptsFor(occasionOf(world), knowledgeOf(world, table), Date.parse(world.now)).map(resultOf);
  results[world.world] = prompts;
  const name = `${world.world.padEnd(36)} ${(world.language ?? '').padEnd(6)}`;
  if (labels === null) {
    console.log(`${name} prompts ${prompts.length}, no labels`);
    continue;
  }
  const { ndcg, broken } = scoreWorld(world, labels, never, prompts);
  scores.push(ndcg);
  for (const { cause } of broken) causes[cause]++;
  const told = broken.map((x) => [x.kind, x.person, x.other, x.subject].filter((part) => part !== undefined).join(' '));
  console.log(
    `${name} nDCG@7 ${ndcg.toFixed(3)}  prompts ${prompts.length}${told.length > 0 ? `  violations: ${told.join('; ')}` : ''}`,
  );
}
writeFileSync('worlds-results.json', `${JSON.stringify(results, null, 1)}\n`);
if (scores.length > 0) {
  console.log(`violations against a rule ${causes.rule}, against the sense of the words ${causes.sense}`);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  console.log(`mean nDCG@7 ${mean.toFixed(3)}, violations ${causes.rule + causes.sense}, worlds ${scores.length}`);
}
