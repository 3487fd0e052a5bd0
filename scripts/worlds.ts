/**
 * `npm run worlds -- DIR`: works out the prompts of every world of a folder, writes `worlds-results.json` where it was called
 * and prints the score of those that have labels.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promptsFor } from '../prompts/engine.ts';
import { openTable } from '../prompts/meaning.ts';
import { knowledgeOf, occasionOf, type Result, resultOf, type World } from './world.ts';
import { type Label, type Never, scoreWorld } from './world-score.ts';

const dir = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
// npm runs scripts in the project's folder; a path is meant from where the user stands.
const here = process.env.INIT_CWD ?? process.cwd();
if (dir === undefined || !existsSync(resolve(here, dir))) {
  console.error(`${dir === undefined ? 'No folder given' : `${dir}: no such folder`}. Usage: npm run worlds -- DIR`);
  process.exit(2);
}

const bytes = readFileSync(resolve(import.meta.dirname, '../public/meaning.bin'));
const table = openTable(new Uint8Array(bytes).buffer);
const results: Record<string, Result[]> = {};
const scores: number[] = [];
const causes = { rule: 0, sense: 0 };
for (const file of readdirSync(resolve(here, dir))
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const { labels, never, ...world } = JSON.parse(readFileSync(join(resolve(here, dir), file), 'utf8')) as World & {
    labels?: Label[];
    never?: Never[];
  };
  if (world.world === undefined || world.occasion === undefined) {
    console.warn(`${file}: not a world (no "world" or no "occasion"), passed over`);
    continue;
  }
  const prompts = promptsFor(occasionOf(world), knowledgeOf(world, table), Date.parse(world.now)).map(resultOf);
  results[world.world] = prompts;
  const name = `${world.world.padEnd(36)} ${world.language.padEnd(6)}`;
  if (labels === undefined) {
    console.log(`${name} prompts ${prompts.length}, no labels`);
    continue;
  }
  const { ndcg, broken } = scoreWorld(world, labels, never ?? [], prompts);
  scores.push(ndcg);
  for (const { cause } of broken) causes[cause]++;
  const told = broken.map((x) => [x.kind, x.person, x.other, x.subject].filter((part) => part !== undefined).join(' '));
  console.log(
    `${name} nDCG@7 ${ndcg.toFixed(3)}  prompts ${prompts.length}${told.length > 0 ? `  violations: ${told.join('; ')}` : ''}`,
  );
}
writeFileSync(resolve(process.cwd(), 'worlds-results.json'), `${JSON.stringify(results, null, 1)}\n`);
if (scores.length > 0) {
  console.log(`violations against a rule ${causes.rule}, against the sense of the words ${causes.sense}`);
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  console.log(`mean nDCG@7 ${mean.toFixed(3)}, violations ${causes.rule + causes.sense}, worlds ${scores.length}`);
}
