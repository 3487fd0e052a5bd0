import { describe, expect, test } from 'vitest';
import { rejectionCodes } from '../../../interchange/parsed.ts';
import { readFile } from '../../../interchange/read-file.ts';
import { fuzzFile } from '../../../scripts/fuzz-files.ts';
import { corpus } from './fixtures.ts';

const context = { now: Date.UTC(2026, 10, 24), zone: 'Europe/Berlin' };

describe.each(['vcard/ez-vcard', 'ics/icalendar', 'ics/icalendar-events', 'eml/flanker', 'matching/febrl'])(
  'every file of ../shared/corpora/%s',
  (folder) => {
    const files = corpus(folder);
    test.skipIf(files === null)('goes in, or says exactly why not (skipped where it is not there)', async () => {
      for (const { name, bytes } of files ?? []) {
        if (name.endsWith('.expected.json')) continue;
        const file = await readFile(name, new Blob([bytes.slice()]), context);
        const passed = Object.keys(file.passedOver).length;
        expect(file.people.length + file.occasions.length + file.rejected.length + passed, name).toBeGreaterThan(0);
        for (const { code } of file.rejected)
          expect(`${name} ${code}`).toMatch(new RegExp(` (${rejectionCodes.join('|')}|RM-\\d+)$`));
      }
    });
  },
);

test('spoilt files of all formats: none throws, none takes long, each says something', async () => {
  for (let n = 0; n < 300; n++) {
    const { kind, bytes } = fuzzFile(20_261_124, n);
    const started = performance.now();
    const file = await readFile('x', new Blob([bytes.slice()]), context);
    const said =
      file.people.length + file.occasions.length + file.rejected.length + Object.keys(file.passedOver).length;
    expect(said > 0 || file.backup !== null, `${kind} ${n}`).toBe(true);
    expect(performance.now() - started, `${kind} ${n}`).toBeLessThan(5_000);
  }
});
