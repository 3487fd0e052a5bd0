import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { openTable } from '../prompts/meaning.ts';
import { findTold } from '../prompts/told.ts';
import { guardMails } from '../tests/guard-mails.ts';

/** `npm run guard`: how often the guard speaks up over mails that tell no tip, and how often it misses one that does. */
const bytes = readFileSync(resolve(import.meta.dirname, '../public/meaning.bin'));
const table = openTable(new Uint8Array(bytes).buffer);
const seed = Number(process.argv[2] ?? 1);
const { tips, mails, from } = guardMails({ harmless: 1_000, telling: 200 }, seed);
const find = findTold(tips, table);
const shown = process.argv.includes('--show');
const count = { alarms: 0, misses: 0, ms: 0 };
for (const { text, tip } of mails) {
  const start = performance.now();
  const told = find(text);
  count.ms = Math.max(count.ms, performance.now() - start);
  if (tip === null && told.length > 0) {
    count.alarms += 1;
    if (shown) console.log('ALARM', JSON.stringify(text), '→', told[0]?.text);
  }
  if (tip !== null && !told.some(({ id }) => id === tip.id)) {
    count.misses += 1;
    if (shown) console.log('MISS ', JSON.stringify(text), '→', tip.text);
  }
}
console.log(`${tips.length} tips; mails made of ${from.join(', ')}; seed ${seed}`);
console.log(`false alarms: ${count.alarms} of 1,000 (${count.alarms / 10} %; target ≤ 1 %)`);
console.log(`misses: ${count.misses} of 200 (${count.misses / 2} %; target ≤ 10 %)`);
console.log(`slowest mail: ${count.ms.toFixed(1)} ms`);
