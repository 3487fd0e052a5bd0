import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { answerRow } from '../tests/bench/answer.ts';
import { emptyExtension } from '../tests/bench/empty-extension.ts';
import { benchPage, inPage } from '../tests/bench/in-extension.ts';
import { pageCostRows } from '../tests/bench/page-cost.ts';
import { readerRows } from '../tests/bench/reader-cost.ts';
import { type Row, row, tableOf } from '../tests/bench/row.ts';
import { buildDir } from '../tests/browser/build.ts';
import { startChromium } from '../tests/browser/chromium.ts';

/** `npm run bench`: every figure beside its peer, measured in the same run in a real Chromium. `--quick`: fewer rounds. */
const root = resolve(import.meta.dirname, '..');
const quick = process.argv.includes('--quick');
const rounds = quick ? 5 : 25;

execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
const emptyDir = emptyExtension();
const ours = await startChromium(buildDir.chromium);
const empty = await startChromium(emptyDir);
const rows: Row[] = [];
try {
  const page = await benchPage(ours);
  rows.push(
    row(
      { name: '20 attendees matched', n: 100_000, unit: 'ms', peer: 'raw IndexedDB gets', budget: 1.5 },
      await inPage(page, 'matching', 100_000, 20, rounds),
    ),
    row(
      {
        name: 'prompts for 12 attendees, 2,000 tips, nothing at hand',
        n: 10_000,
        unit: 'ms',
        peer: 'raw getAll of people and tips',
      },
      await inPage(page, 'prompting', 10_000, 2_000, 12, rounds),
    ),
  );
  const first = await inPage(page, 'today', 10_000, 2_000, 40, rounds);
  rows.push(
    row(
      {
        name: 'first screen, 40 occasions, 2,000 tips',
        n: 10_000,
        unit: 'ms',
        peer: 'raw getAll of the same rows',
      },
      first,
    ),
    row(
      {
        name: 'first screen, 40 occasions, after reading',
        n: 10_000,
        unit: 'ms',
        peer: 'the 100 ms that it may take',
        budget: 1,
      },
      { ours: first.afterReading, theirs: first.afterReading.map(() => 100) },
    ),
  );
  await inPage(page, 'fillStore', 10_000);
  await page.close();
  rows.push(await answerRow(ours, empty, 10_000, quick ? 5 : 15));
  rows.push(...(await readerRows(ours, quick ? 10 : 40)));
  rows.push(...(await pageCostRows(ours, empty, quick ? 3 : 10)));
} finally {
  await ours.close();
  await empty.close();
  rmSync(emptyDir, { recursive: true, force: true });
}
console.log(tableOf(rows));
mkdirSync(resolve(root, 'bench'), { recursive: true });
writeFileSync(resolve(root, 'bench/results.json'), `${JSON.stringify(rows, null, 2)}\n`);
