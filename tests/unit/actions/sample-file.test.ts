import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { importFiles } from '../../../actions/import-files.ts';
import { listImports } from '../../../actions/list-imports.ts';
import { sampleFile } from '../../../actions/sample-file.ts';
import { savePerson } from '../../../actions/save-person.ts';
import { today } from '../../../actions/today.ts';
import { undoImport } from '../../../actions/undo-import.ts';
import { noChoices } from '../../../records/planner.ts';
import { openStore } from '../../../storage/open.ts';
import { freshOptions, now } from '../storage/fresh-store.ts';

const text = readFileSync(resolve(import.meta.dirname, '../../../public/sample.json'), 'utf8');

test('the sample is told from today, goes in as a backup, and has prompts for a meeting ahead', async () => {
  const options = freshOptions();
  const outcome = await importFiles([sampleFile(text, now)], noChoices, 'merge', {
    now: () => now,
    options,
    beside: true,
  });
  expect(outcome).toMatchObject({ failed: 0, canceled: false });
  const store = await openStore(options);
  expect(await store.people.count()).toBe(40);
  const view = await today(store, { pinyin: null, now });
  expect(view.ahead.length).toBeGreaterThan(0);
  expect(view.ahead.every(({ occasion }) => (occasion.startAt ?? 0) > now)).toBe(true);
  expect(view.ahead.flatMap(({ prompts }) => prompts).length).toBeGreaterThan(0);
  expect(await listImports(store)).toMatchObject([{ isSample: true, importId: outcome.importId }]);

  // What was the user's own stays when the sample goes.
  const own = await savePerson(
    {
      id: null,
      name: 'Own',
      otherNames: [],
      addresses: [],
      phones: [],
      organisation: null,
      title: null,
      tags: [],
      topics: [],
      needs: [],
      offers: [],
      notes: [],
    },
    { store, now: () => now },
  );
  expect(own.ok).toBe(true);
  expect(await undoImport(outcome.importId ?? '', { store, now: () => now, options })).toMatchObject({ ok: true });
  expect((await store.people.toArray()).map((person) => person.name)).toEqual(['Own']);
  expect(await store.occasions.count()).toBe(0);
  store.close();
});

test('times move by whole days; counts, days and texts stay', async () => {
  const exportedAt = Date.UTC(2026, 0, 12, 8);
  const file = sampleFile(
    JSON.stringify({
      exportedAt: new Date(exportedAt).toISOString(),
      tables: { a: [{ at: exportedAt - 5, keepDays: 730, text: '1768204800000', none: null }] },
    }),
    exportedAt + 3.7 * 86_400_000,
  );
  const by = 3 * 86_400_000;
  expect(JSON.parse(await file.text())).toEqual({
    exportedAt: new Date(exportedAt + by).toISOString(),
    tables: { a: [{ at: exportedAt + by - 5, keepDays: 730, text: '1768204800000', none: null }] },
  });
});
