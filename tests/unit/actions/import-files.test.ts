import { beforeEach, describe, expect, test } from 'vitest';
import { eraseEverything } from '../../../actions/erase-everything.ts';
import { backupRows, exportBackup } from '../../../actions/export-backup.ts';
import { existingFor } from '../../../actions/import-existing.ts';
import { type ImportDeps, importFiles, planImport } from '../../../actions/import-files.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { listImports } from '../../../actions/list-imports.ts';
import { isEmpty, mergeBackup, recordsIn } from '../../../actions/merge-backup.ts';
import { parseFile } from '../../../actions/parse-import.ts';
import { perform } from '../../../actions/perform.ts';
import { newImportId, planFiles } from '../../../actions/plan-import.ts';
import { rejectedFile } from '../../../actions/rejected-file.ts';
import { restoreBackup } from '../../../actions/restore-backup.ts';
import { replacedAll, takeBack, undoImport } from '../../../actions/undo-import.ts';
import { parsedPerson } from '../../../interchange/parsed.ts';
import { newPerson } from '../../../records/person.ts';
import { noChoices } from '../../../records/planner.ts';
import { newTip } from '../../../records/tip.ts';
import { allContacts } from '../../../storage/contacts.ts';
import { undoChunk, writeChunk } from '../../../storage/import-rows.ts';
import { openStore } from '../../../storage/open.ts';
import type { Store } from '../../../storage/store.ts';
import { dump, freshOptions, now } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const card = (name: string, address: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${address}\r\nEND:VCARD\r\n`;
const vcf = (text: string, name = 'people.vcf') => new File([text], name);
const csv = (text: string, name = 'people.csv') => new File([text], name);
const calendar = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:e1\r\nDTSTART:20261120T090000Z\r\nDTEND:20261120T100000Z\r\nSUMMARY:Budget\r\nATTENDEE;CN=Ana:mailto:ana@x.org\r\nATTENDEE;CN=Bo:mailto:bo@x.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`;

let deps: ImportDeps & { options: ReturnType<typeof freshOptions> };
let store: Store;
beforeEach(async () => {
  deps = { options: freshOptions(), now: () => now, zone: 'UTC' };
  store = await openStore(deps.options);
  return () => store.close();
});

const reopened = async (): Promise<Store> => {
  store.close();
  store = await openStore(deps.options);
  return store;
};

test('whoever a calendar or a mail tells of and is nobody kept is a sighting; who is kept by the same import is none', async () => {
  const mail = new File(
    ['From: Cy <cy@x.org>\r\nTo: ana@x.org\r\nDate: Mon, 23 Nov 2026 09:00:00 +0000\r\n\r\nx'],
    'a.eml',
  );
  const outcome = await importFiles(
    [new File([calendar], 'c.ics'), mail, vcf(card('Bo', 'bo@x.org'))],
    noChoices,
    'merge',
    deps,
  );
  expect(outcome).toMatchObject({ added: 3, failed: 0 });
  const seen = await store.sightings.toArray();
  expect(seen.map(({ key, name, importId }) => [key, name, importId]).sort()).toEqual([
    ['ana@x.org', 'Ana', outcome.importId],
    ['cy@x.org', 'Cy', outcome.importId],
  ]);
  await undoImport(outcome.importId ?? '', { store, now: () => now + 1 });
  expect(await store.sightings.count()).toBe(0);
});

describe('files of people and occasions', () => {
  const files = [
    vcf([card('Ana', 'Ana@x.org'), card('Bo', 'bo@x.org'), 'BEGIN:VCARD\r\nFN:Broken\r\n'].join('')),
    csv('Name,E-mail,Company\r\nCy,cy@x.org,Inn\r\n,,\r\nAna,ana@x.org,Corp\r\n'),
    new File([calendar], 'calendar.ics'),
    new File(['\u0001\u0002 nothing'], 'odd.bin'),
  ];

  test('the dry run counts what the real one does, and writes nothing', async () => {
    const before = await dump(store);
    const plan = await planImport(files, noChoices, deps);
    expect(await dump(store)).toEqual(before);
    expect(plan.files.map(({ kind, counts }) => [kind, counts.added, counts.failed])).toEqual([
      ['vcard', 2, 1],
      ['csv', 1, 0],
      ['icalendar', 1, 0],
      ['unknown', 0, 1],
    ]);
    expect(plan.rejected.map(({ file, reason }) => [file, reason])).toEqual([
      ['people.vcf', 'not-ended'],
      ['odd.bin', 'unknown-kind'],
    ]);
    const {
      importId,
      canceled,
      rejected: _,
      rejectedFile: out,
      ...counts
    } = await importFiles(files, noChoices, 'merge', deps);
    expect(counts).toEqual(plan.counts);
    expect([canceled, typeof importId]).toEqual([false, 'string']);
    expect(out?.name).toBe('renmai-rejected.vcf');
    expect(await out?.blob.text()).toContain('FN:Broken');
    // Two entries with one address are one person.
    expect((await store.people.toArray()).map(({ name, organisation }) => [name, organisation]).sort()).toEqual([
      ['Ana', 'Corp'],
      ['Bo', null],
      ['Cy', 'Inn'],
    ]);
    expect((await allContacts(store)).map(({ key, kind }) => [key, kind])).toEqual([
      ['ana@x.org', 'meeting'],
      ['bo@x.org', 'meeting'],
    ]);
    expect((await listImports(store)).map((one) => one.importId)).toEqual([importId, importId, importId, importId]);
  });

  test('the same files again add nothing', async () => {
    await importFiles(files.slice(0, 3), noChoices, 'merge', deps);
    const before = await dump(store);
    const again = await importFiles(files.slice(0, 3), noChoices, 'merge', deps);
    expect(again).toMatchObject({ added: 0, updated: 0, importId: null, canceled: false });
    expect(await dump(store)).toEqual(before);
  });

  test('undone, what came goes and what was filled in is as before; what was used since stays', async () => {
    await store.people.add(
      newPerson({ id: 'cy', name: 'Cy', addresses: [{ key: 'cy@x.org', written: 'cy@x.org' }] }, now),
    );
    await store.tips.add(newTip({ id: 'tip', text: 'x' }, now));
    await keepSeen(store, meeting(), 'o1', { now, zone: 'UTC' });
    const before = await dump(store);
    const { importId } = await importFiles(files.slice(0, 3), noChoices, 'merge', deps);
    expect((await store.people.get('cy'))?.organisation).toBe('Inn');
    expect((await store.sightings.toArray()).map(({ key }) => key)).not.toContain('ana@x.org');
    expect(await undoImport(importId ?? '', { store, now: () => now })).toMatchObject({ ok: true, stayed: 0 });
    const sources = await store.sources.toArray();
    expect(sources.map((source) => source.undone)).toEqual([true, true, true]);
    await store.sources.clear();
    expect(await dump(store)).toEqual(before);
    expect((await allContacts(store)).every(({ occasionId }) => occasionId === 'o1')).toBe(true);

    const second = await importFiles(files.slice(0, 1), noChoices, 'merge', deps);
    const bo = await store.people.where('keys').equals('bo@x.org').first();
    await perform(
      {
        act: 'plan-share',
        whom: { personId: bo?.id ?? '' },
        tipId: 'tip',
        setting: 'meal',
        plannedFor: null,
        whyYou: '',
      },
      { store, now: () => now + 1 },
    );
    expect(await takeBack(store, second.importId ?? '', now + 2)).toBe(1);
    expect((await store.people.toArray()).map(({ name }) => name).sort()).toEqual(['Bo', 'Cy']);
  });

  test('columns as the user maps them', async () => {
    const file = csv('Name,E-mail,Company\r\nCy,cy@x.org,a hall\r\n');
    const plan = await planImport(
      [file],
      { ...noChoices, mappings: { 'people.csv': { Company: 'needs', Name: 'nonsense' } } },
      deps,
    );
    expect(plan.files[0]?.columns).toMatchObject({
      headings: ['Name', 'E-mail', 'Company'],
      samples: [['Cy', 'cy@x.org', 'a hall']],
      mapping: { Name: 'name', Company: 'needs' },
    });
    await importFiles([file], { ...noChoices, mappings: { 'people.csv': { Company: 'needs' } } }, 'merge', deps);
    expect(await store.people.toArray()).toMatchObject([{ organisation: null, needs: [{ text: 'a hall' }] }]);
  });

  test('one row that does not fit is told; the rest goes in', async () => {
    const long = 'n'.repeat(600);
    const files = [csv(`Name,E-mail\r\nAna,ana@x.org\r\n${long},long@x.org\r\n`)];
    const outcome = await importFiles(files, noChoices, 'merge', deps);
    expect(outcome.added + outcome.failed).toBe(2);
    expect((await store.people.where('keys').equals('ana@x.org').first())?.name).toBe('Ana');
  });
});

describe('a large import', () => {
  const chunk = 50;
  const many = (n: number) => vcf(Array.from({ length: n }, (_, i) => card(`Person ${i}`, `p${i}@x.org`)).join(''));

  test('stopped half-way leaves nothing', async () => {
    const before = await dump(store);
    const stop = new AbortController();
    const seen: number[] = [];
    const onProgress = ({ done, total }: { done: number; total: number | null }) => {
      if (total !== chunk + 10) return;
      seen.push(done);
      if (done === chunk) stop.abort();
    };
    const outcome = await importFiles([many(chunk + 10)], noChoices, 'merge', {
      ...deps,
      chunk,
      onProgress,
      signal: stop.signal,
    });
    expect(seen).toEqual([chunk]);
    expect(outcome).toEqual({
      added: 0,
      updated: 0,
      skipped: 0,
      failed: 0,
      importId: null,
      canceled: true,
      rejected: [],
      rejectedFile: null,
    });
    await store.sources.clear();
    expect(await dump(store)).toEqual(before);
    await expect(planImport([many(1)], noChoices, { ...deps, signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('broken off, goes on where it ended, and is undone as one', async () => {
    const file = many(chunk + 10);
    const breaking = () => {
      throw new Error('the page was closed');
    };
    const onProgress = ({ total }: { total: number | null }) => (total === chunk + 10 ? breaking() : undefined);
    await expect(importFiles([file], noChoices, 'merge', { ...deps, chunk, onProgress })).rejects.toMatchObject({
      code: 'RM-118',
    });
    expect(await store.people.count()).toBe(chunk);
    const outcome = await importFiles([file], noChoices, 'merge', deps);
    expect(outcome).toMatchObject({ added: 10, skipped: chunk });
    expect(await store.people.count()).toBe(chunk + 10);
    expect((await listImports(store)).map(({ source }) => [source.added, source.finished])).toEqual([
      [chunk + 20, true],
    ]);
    await undoImport(outcome.importId ?? '', { store, now: () => now });
    expect(await store.people.count()).toBe(0);
  });
});

describe('an own backup', () => {
  async function fill(): Promise<void> {
    await store.people.add(
      newPerson({ id: 'ana', name: 'Ana', addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }] }, now),
    );
    await store.tips.add(newTip({ id: 'tip', text: '保密 "quoted"\n', confidential: true }, now));
    await keepSeen(store, meeting(), 'o1', { now, zone: 'UTC' });
    const act = { store, now: () => now };
    await perform({ act: 'write-review', occasionId: 'o1', given: 'g', asked: '', agreed: '', next: '' }, act);
    await perform({ act: 'add-note', whom: { personId: 'ana' }, text: 'n', confidential: true }, act);
    await importFiles([csv('Name,E-mail\r\nCy,cy@x.org\r\n')], noChoices, 'merge', deps);
  }
  const file = async (at = now) => {
    const { name, blob } = await exportBackup(store, at);
    return new File([blob], name);
  };

  test.each(['merge', 'replace'] as const)(
    'exported, erased, restored (%s), exported: the same byte for byte',
    async (mode) => {
      await fill();
      const first = await file();
      expect(first.name).toBe('renmai-backup-2026-11-24.json');
      await eraseEverything(deps.options);
      await reopened();
      expect(await isEmpty(store)).toBe(true);
      const outcome = await importFiles([first], noChoices, mode, deps);
      expect(outcome).toMatchObject({ added: 6, importId: replacedAll, canceled: false });
      await reopened();
      const second = await file(now + 5_000);
      const text = async (one: File) => (await one.text()).replace(/"exportedAt":"[^"]*"/, '');
      expect(await text(second)).toBe(await text(first));
      expect((await allContacts(store)).length).toBeGreaterThan(0);
      expect((await store.settings.get('settings'))?.lastBackupAt).toBe(now + 5_000);
    },
  );

  test('in place of what is there, and back again', async () => {
    await fill();
    const backup = await file();
    await store.people.add(newPerson({ id: 'later', name: 'Later' }, now));
    await importFiles([backup], noChoices, 'replace', deps);
    await reopened();
    expect(await store.people.get('later')).toBeUndefined();
    expect(await undoImport(replacedAll, { store, now: () => now, options: deps.options })).toMatchObject({ ok: true });
    await reopened();
    expect((await store.people.get('later'))?.name).toBe('Later');
  });

  test('beside what is there: new rows come, newer ones replace, others stay; undone, all is as before', async () => {
    await fill();
    const backup = await file();
    await store.people.update('ana', { name: 'Ana L.', updatedAt: now + 10 });
    await store.tips.delete('tip');
    await store.people.add(newPerson({ id: 'later', name: 'Later' }, now));
    const before = await dump(store);
    const plan = await planImport([backup], noChoices, deps);
    const outcome = await importFiles([backup], noChoices, 'merge', deps);
    expect(outcome).toMatchObject({ added: 1, updated: 0, skipped: 5 });
    expect(plan.counts).toMatchObject({ added: 1, updated: 0, skipped: 5 });
    expect(plan.files[0]?.backup?.tables).toMatchObject({ people: 2, tips: 1 });
    expect((await store.people.get('ana'))?.name).toBe('Ana L.');
    expect((await store.tips.get('tip'))?.confidential).toBe(true);
    await undoImport(outcome.importId ?? '', { store, now: () => now });
    await store.sources.filter((source) => source.name.startsWith('renmai')).delete();
    expect(await dump(store)).toEqual(before);
  });

  test('of another device: the same occasion is one, and its review speaks of it', async () => {
    await keepSeen(store, meeting(), 'mine', { now, zone: 'UTC' });
    const mine = await backupRows(store);
    const theirs = {
      ...mine,
      occasions: mine.occasions.map((one) => ({ ...one, id: 'theirs' })),
      reviews: [
        {
          id: 'r',
          createdAt: now,
          updatedAt: now,
          occasionId: 'theirs',
          given: '',
          asked: '',
          agreed: '',
          next: '',
          writtenAt: now,
        },
      ],
    };
    const merged = await mergeBackup(store, theirs);
    expect(merged).toMatchObject({ added: 1, updated: 0 });
    expect(merged.writes).toMatchObject([{ table: 'reviews', before: null, after: { occasionId: 'mine' } }]);
    expect(recordsIn(theirs)).toBe(theirs.occasions.length + theirs.reviews.length + theirs.sightings.length);
  });

  test('stopped or broken, the restore changes nothing and leaves no database behind', async () => {
    await fill();
    const text = await (await file()).text();
    const names = async () => (await deps.options.factory.databases()).map(({ name }) => name).sort();
    const before = [await dump(store), await names()];
    const stopped = await importFiles([new File([text], 'b.json')], noChoices, 'replace', {
      ...deps,
      signal: AbortSignal.abort(),
    });
    expect(stopped.canceled).toBe(true);
    const parsed = await parseFile(
      { name: 'b.json', files: [new File([text], 'b.json')] },
      { now, zone: 'UTC', mappings: {} },
    );
    if (parsed.backup === null) throw new Error('no backup');
    expect(await restoreBackup(parsed.backup, { options: deps.options, signal: AbortSignal.abort() })).toBe(false);
    const twice = {
      ...parsed.backup,
      tables: { ...parsed.backup.tables, people: [...parsed.backup.tables.people, ...parsed.backup.tables.people] },
    };
    await expect(restoreBackup(twice, { options: deps.options })).rejects.toMatchObject({ code: 'RM-118' });
    const cut = await importFiles([new File([text.slice(0, -100)], 'cut.json')], noChoices, 'replace', deps);
    expect(cut).toMatchObject({ added: 0, failed: 1, importId: null });
    expect([await dump(store), await names()]).toEqual(before);
  });
});

test('the parts: existing people by key or name, a chunk and its undo, a plan of no files', async () => {
  await store.people.add(
    newPerson({ id: 'ana', name: 'Ana', nameKeys: ['ana'], addresses: [{ key: 'ana@x.org', written: 'a' }] }, now),
  );
  const some = [parsedPerson({ line: 1, name: 'Ana' }), parsedPerson({ line: 2, name: 'A', addresses: ['ana@x.org'] })];
  const few = await existingFor(store, some);
  const lots = [
    ...some,
    ...Array.from({ length: 600 }, (_, i) => parsedPerson({ line: i, name: `x${i}`, addresses: [`x${i}@y.org`] })),
  ];
  expect(await existingFor(store, lots)).toEqual(few);
  expect([[...few.byKey.keys()], [...few.byNameKey.keys()]]).toEqual([['ana@x.org'], ['ana']]);

  const importId = newImportId();
  const bo = newPerson({ id: 'bo', name: 'Bo' }, now);
  await writeChunk(store, [{ table: 'people', before: null, after: bo }], { act: 'import', importId, now });
  const [change] = await store.changes.where('importId').equals(importId).toArray();
  expect(change?.rows).toEqual([{ table: 'people', id: 'bo', before: null, after: { updatedAt: now } }]);
  if (change !== undefined) expect(await undoChunk(store, change, now)).toBe(0);
  expect(await store.people.get('bo')).toBeUndefined();
  expect((await planFiles(store, [], { now, importId, pinyin: null, zone: 'UTC', choices: noChoices })).writes).toEqual(
    [],
  );
  expect(rejectedFile([])).toBeNull();
});
