import { readFile } from '../interchange/read-file.ts';
import { fuzzFile } from './fuzz-files.ts';

/**
 * `npm run fuzz`: reads 100,000 spoilt files of all formats (`-- COUNT SEED` for others), and says of each that threw, took
 * more than two seconds, or said nothing, which one it was.
 */
const [count = 100_000, seed = 1] = process.argv.slice(2).map(Number);
const slowest = 2_000;
const context = { now: Date.UTC(2026, 10, 24), zone: 'Europe/Berlin' };
const wrong: string[] = [];
let [entries, rejected, longest] = [0, 0, 0];
for (let n = 0; n < count; n++) {
  const { kind, bytes } = fuzzFile(seed, n);
  const started = performance.now();
  try {
    const file = await readFile('x', new Blob([bytes.slice()]), context);
    entries += file.people.length + file.occasions.length;
    rejected += file.rejected.length;
    const said =
      file.people.length + file.occasions.length + file.rejected.length + Object.keys(file.passedOver).length;
    if (said === 0 && file.backup === null) wrong.push(`${kind} ${n}: says nothing`);
  } catch (error) {
    wrong.push(`${kind} ${n}: threw ${error instanceof Error ? error.stack : String(error)}`);
  }
  const took = performance.now() - started;
  longest = Math.max(longest, took);
  if (took > slowest) wrong.push(`${kind} ${n}: took ${took.toFixed(0)} ms`);
}
console.log(
  `${count} files of seed ${seed}: ${entries} entries read, ${rejected} parts given back, the slowest took ${longest.toFixed(0)} ms, ${wrong.length} wrong`,
);
for (const line of wrong.slice(0, 50)) console.log(line);
process.exitCode = wrong.length > 0 ? 1 : 0;
