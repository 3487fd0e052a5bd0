/**
 * `npm run churn [-- SITE …]`: changes every fixture page the way sites change their pages, 1,000 pages a site, and prints
 * what the readers made of them. `PAGES=…` and `SEED=…` give other ones, `NOTES=1` those that were not read right.
 */
import { genericFamily, sites } from '../readers/sites.ts';
import { churned, churnSite } from '../tests/churn/churn.ts';
import { marksFor } from '../tests/churn/marks.ts';

const count = Number(process.env.PAGES ?? 1_000);
const seed = Number(process.env.SEED ?? 0);
const wanted = process.argv.slice(2);
const columns = ['right', 'partly', 'broken', 'not-yet', 'not-here', 'wrong'] as const;

console.log(`| site | pages | ${columns.join(' | ')} | other role |`);
console.log(`| --- | ${'---: | '.repeat(columns.length + 2)}`);
let failed = false;
for (const { name } of sites) {
  // Pages of any kind have no marks that tell whose an address is.
  if (name === genericFamily || (wanted.length > 0 && !wanted.includes(name)) || churned(name).length === 0) continue;
  const { counts, roles, notes } = churnSite(name, await marksFor(name), count, seed);
  console.log(`| ${name} | ${count} | ${columns.map((column) => counts[column]).join(' | ')} | ${roles} |`);
  if (process.env.NOTES) for (const note of notes) console.log(note);
  if (counts.wrong > 0 || counts.right < 0.95 * count) failed = true;
}
process.exitCode = failed ? 1 : 0;
