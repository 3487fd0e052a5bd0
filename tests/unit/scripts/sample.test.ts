import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { cooperationSchema } from '../../../records/cooperation.ts';
import { introductionSchema } from '../../../records/introduction.ts';
import { matterSchema } from '../../../records/matter.ts';
import { occasionSchema } from '../../../records/occasion.ts';
import { personSchema } from '../../../records/person.ts';
import { settingsSchema } from '../../../records/settings.ts';
import { shareSchema } from '../../../records/share.ts';
import { tipSchema } from '../../../records/tip.ts';
import { sampleBackup } from '../../../scripts/sample/backup.ts';
import { samplePages } from '../../../scripts/sample/pages.ts';
import { meetings, threads } from '../../../scripts/sample/story.ts';
import { named } from '../../../scripts/sample/who.ts';

const now = Date.UTC(2026, 4, 5, 8);

describe('the sample', () => {
  const { tables, exportedAt } = sampleBackup(now, 0);

  test.each([
    ['people', personSchema],
    ['occasions', occasionSchema],
    ['tips', tipSchema],
    ['shares', shareSchema],
    ['introductions', introductionSchema],
    ['matters', matterSchema],
    ['cooperations', cooperationSchema],
    ['settings', settingsSchema],
  ] as const)('every row of %s keeps its schema', (table, schema) => {
    const rows = tables[table];
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(v.safeParse(schema, row).issues).toBeUndefined();
  });

  test('holds forty people, each found by an address of their own', () => {
    expect(tables.people).toHaveLength(40);
    expect(new Set(tables.people.flatMap((person) => person.keys)).size).toBe(40);
  });

  test('has one id for one record', () => {
    const ids = Object.values(tables).flatMap((rows) => rows.map((row) => row.id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is told from the moment asked for, and the same for the same moment', () => {
    expect(exportedAt).toBe(new Date(now).toISOString());
    expect(tables.cooperations.every(({ at }) => at < now)).toBe(true);
    expect(sampleBackup(now, 0)).toEqual(sampleBackup(now, 0));
  });

  test('the file shipped is the one that the story tells', () => {
    const file = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../public/sample.json'), 'utf8'));
    expect(file, 'run: npx tsx scripts/build-sample.ts').toEqual(sampleBackup(Date.parse(file.exportedAt), 0));
  });

  test.each(['en', 'zh-CN'] as const)('the pages in %s name everybody of the story', (language) => {
    const pages = samplePages(language, now).map(({ html }) => html);
    const everybody = [
      ...meetings.flatMap(({ organizer, guests }) => [organizer, ...guests.map(({ who }) => who)]),
      ...threads.flatMap(({ messages }) => messages.flatMap(({ from, to, cc = [] }) => [from, ...to, ...cc])),
    ];
    for (const who of everybody) expect(pages.some((html) => html.includes(named(who).address))).toBe(true);
  });
});
