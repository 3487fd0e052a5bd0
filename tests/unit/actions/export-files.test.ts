import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { exportBackup } from '../../../actions/export-backup.ts';
import { exportFile } from '../../../actions/export-files.ts';
import { importFiles } from '../../../actions/import-files.ts';
import { parseCalendar } from '../../../interchange/icalendar.ts';
import { readFile } from '../../../interchange/read-file.ts';
import { newNote, newPerson } from '../../../records/person.ts';
import { noChoices } from '../../../records/planner.ts';
import { newTip } from '../../../records/tip.ts';
import { pinyin } from '../people/pinyin.ts';
import { freshOptions, freshStore, now } from '../storage/fresh-store.ts';

const ana = newPerson(
  {
    id: 'ana',
    name: '欧阳小明',
    otherNames: ['Ouyang, Xiaoming'],
    addresses: [
      { written: 'Ana@Example.com', key: 'ana@example.com' },
      { written: 'b@x.org', key: 'b@x.org' },
    ],
    phones: ['+351 21 000 000', '010 5'],
    organisation: 'Looms, "Dyes"',
    title: 'buyer',
    tags: ['choir', 'kiln'],
    topics: ['looms'],
    notes: [newNote('met at\nthe fair', false, now), newNote('in debt', true, now)],
  },
  now,
);
const deps = { now, pinyin, summary: ({ person, tip }: { person: string; tip: string }) => `Tell ${person}: ${tip}` };

test.each(['vcard4', 'vcard3', 'csv'] as const)(
  '%s is read back with all that it can hold, and nothing confidential',
  async (kind) => {
    const store = await freshStore();
    await store.people.add(ana);
    const { name, blob } = await exportFile(store, kind, deps);
    expect(name).toMatch(/^renmai-people-2026-11-24\.(vcf|csv)$/);
    expect(await blob.text()).not.toContain('in debt');
    const { people, rejected } = await readFile(name, blob, { now, zone: 'UTC' });
    expect(rejected).toEqual([]);
    expect(people).toMatchObject([
      {
        name: '欧阳小明',
        otherNames: expect.arrayContaining([kind === 'csv' ? 'Ouyang' : 'Ouyang, Xiaoming']),
        addresses: ['Ana@Example.com', 'b@x.org'],
        phones: ['+351 21 000 000', '010 5'],
        organisation: 'Looms, "Dyes"',
        title: 'buyer',
        tags: ['choir', 'kiln'],
        topics: ['looms'],
        notes: ['met at\nthe fair'],
      },
    ]);
    // By another hand than ours.
    if (kind !== 'csv') {
      const card = new ICAL.Component(ICAL.parse(await blob.text()));
      expect(card.getFirstPropertyValue('fn')).toBe('欧阳小明');
      expect(card.getAllProperties('email').map((one) => one.getFirstValue())).toEqual(['Ana@Example.com', 'b@x.org']);
      expect(card.getFirstPropertyValue('note')).toBe('met at\nthe fair');
    }
    if (kind === 'vcard3') expect(await blob.text()).toContain('N:欧阳;小明;;;');
  },
);

test('planned shares are events without attendees; those of confidential tips stay at home', async () => {
  const store = await freshStore();
  await store.people.add(ana);
  await store.tips.bulkAdd([
    newTip({ id: 't', text: 'hall 3; falls vacant' }, now),
    newTip({ id: 's', text: 'secret', confidential: true }, now),
  ]);
  const share = {
    id: 'x',
    createdAt: now,
    updatedAt: now,
    tipId: 't',
    personId: 'ana',
    state: 'planned' as const,
    setting: 'walk' as const,
    plannedFor: now + 86_400_000,
    whyYou: 'you asked',
    occasionId: null,
    givenAt: null,
    outcome: null,
  };
  await store.shares.bulkAdd([share, { ...share, id: 'y', tipId: 's' }, { ...share, id: 'z', plannedFor: null }]);
  const text = await (await exportFile(store, 'icalendar', deps)).blob.text();
  expect(text).toContain('SUMMARY:Tell 欧阳小明: hall 3\\; falls vacant');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
  expect(text).not.toMatch(/secret|ATTENDEE|ORGANIZER/);
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(event?.getFirstPropertyValue('summary')).toBe('Tell 欧阳小明: hall 3; falls vacant');
  // Nobody is in it, so that it is no occasion when it comes back.
  expect(parseCalendar(text, { now, zone: 'UTC' })).toMatchObject({ records: [], passedOver: { 'nobody-there': 1 } });
});

test('export, erase, restore, export: byte for byte the same but for when it was made', async () => {
  const options = freshOptions();
  const store = await freshStore(options);
  await store.people.add(ana);
  await store.tips.add(newTip({ id: 't', text: 'hall' }, now));
  await exportBackup(store, now);
  const first = await exportBackup(store, now);
  const other = freshOptions();
  (await freshStore(other)).close();
  const file = new File([first.blob], first.name);
  await importFiles([file], noChoices, 'replace', { now: () => now, options: other });
  const again = await exportBackup(await freshStore(other), now);
  expect(await again.blob.text()).toBe(await first.blob.text());
});
