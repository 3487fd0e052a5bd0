import { describe, expect, test } from 'vitest';
import { briefOf } from '../../../actions/brief.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { loadKnowledge } from '../../../actions/load-knowledge.ts';
import { seenOf } from '../../../actions/load-people.ts';
import { perform } from '../../../actions/perform.ts';
import { type SeeDeps, type SeenOccasion, seeOccasion } from '../../../actions/see-occasion.ts';
import { nameKeys } from '../../../people/name-key.ts';
import type { Brief } from '../../../records/brief.ts';
import type { ReadOccasion } from '../../../records/occasion.ts';
import { newNote, newPerson, newWant, type Person } from '../../../records/person.ts';
import { Problem } from '../../../records/problem.ts';
import { newSettings } from '../../../records/settings.ts';
import { newTip } from '../../../records/tip.ts';
import type { Store } from '../../../storage/store.ts';
import { freshStore, now, readerOf } from '../storage/fresh-store.ts';
import { meeting, participant } from './readings.ts';

const day = 86_400_000;

function person(given: Partial<Person> & { name: string }, ...addresses: string[]): Person {
  const made = newPerson({ ...given, addresses: addresses.map((key) => ({ key, written: key })) }, now);
  return { ...made, nameKeys: nameKeys(made, null) };
}

interface Sight extends SeeDeps {
  store: Store;
  see: (read?: ReadOccasion) => Promise<SeenOccasion>;
}

async function freshSight(...people: Person[]): Promise<Sight> {
  const store = await freshStore();
  await store.people.bulkAdd(people);
  const keep: SeeDeps['keep'] = (...given) => keepSeen(store, ...given);
  const deps = { store, reader: readerOf(store), now: () => now, zone: 'Asia/Shanghai', keep };
  return { ...deps, see: (read = meeting()) => seeOccasion(read, deps) };
}

const ana = person(
  {
    id: 'ana',
    name: 'Ana Lima',
    needs: [newWant('a hall for the spring concert', now)],
    notes: [newNote('likes tea\nsecond line', false, now), newNote('secret', true, now + 1)],
  },
  'ana@x.org',
);

describe('an occasion that was seen', () => {
  test('shows who is here by address, by name, or new; not the user; rooms told apart', async () => {
    const wei = person({ id: 'wei', name: 'Wei', organisation: 'Corp' });
    const { see } = await freshSight(ana, wei);
    const { brief, scope } = await see();
    expect(brief.people.map(({ ref, match, mailbox, roles }) => [ref, match, mailbox, roles])).toEqual([
      ['ana@x.org', 'known', 'person', ['organizer']],
      ['room5@resource.calendar.google.com', 'new', 'room', ['attendee']],
      ['name:Wei', 'possible', 'person', ['attendee']],
    ]);
    expect(brief.people[0]?.known).toMatchObject({
      id: 'ana',
      name: 'Ana Lima',
      note: 'likes tea',
      standing: { word: 'acquaintance' },
      tie: { word: 'unknown', lastAt: null },
    });
    expect(JSON.stringify(brief)).not.toContain('secret');
    expect(brief.people[2]?.candidates).toEqual([
      { id: 'wei', name: 'Wei', organisation: 'Corp', reason: 'same-name' },
    ]);
    expect(scope.personIds).toEqual(expect.arrayContaining(['ana', 'wei']));
    expect(brief.occasion).toMatchObject({ title: 'Budget', startAt: Date.UTC(2026, 10, 25, 2), over: false });
  });

  test('is kept afterwards under the id that was shown, and found again', async () => {
    const { see, store } = await freshSight(ana);
    const first = await see();
    expect(await first.kept).toBe(true);
    expect((await store.occasions.toArray()).map(({ id }) => id)).toEqual([first.brief.occasion.id]);
    expect((await see()).brief.occasion.id).toBe(first.brief.occasion.id);
  });

  test('is not kept where that is off: shown all the same, without an id and without a review', async () => {
    const { see, store, ...deps } = await freshSight(ana);
    await store.settings.put({ ...newSettings(now), keepSeen: false });
    const over = meeting({
      start: { local: '2026-11-24T10:00', zone: 'Asia/Shanghai' },
      end: { local: '2026-11-24T11:00', zone: 'Asia/Shanghai' },
    });
    const { brief, kept } = await see(over);
    expect(await kept).toBe(false);
    expect(brief.occasion).toMatchObject({ id: null, over: true });
    expect(brief.people).toHaveLength(3);
    expect(brief.prompts.filter((prompt) => prompt.kind === 'review')).toEqual([]);
    expect(await store.occasions.count()).toBe(0);
    await store.settings.put(newSettings(now));
    const again = await see(over);
    expect(again.brief.prompts.map((prompt) => prompt.kind)).toContain('review');
    await again.kept;
    const occasionId = again.brief.occasion.id ?? '';
    const written = { act: 'write-review' as const, occasionId, given: 'g', asked: '', agreed: '', next: '' };
    expect(await perform(written, { ...deps, store, scope: again.scope })).toMatchObject({ ok: true });
    expect((await see(over)).brief.prompts.filter((prompt) => prompt.kind === 'review')).toEqual([]);
  });

  test('asks for the review until it is written', async () => {
    const { see, store, ...deps } = await freshSight(ana);
    const over = meeting({
      start: { local: '2026-11-24T10:00', zone: 'Asia/Shanghai' },
      end: { local: '2026-11-24T11:00', zone: 'Asia/Shanghai' },
    });
    const { brief, scope, kept } = await see(over);
    expect(brief.occasion.reviewed).toBe(false);
    await kept;
    const words = { given: 'g', asked: '', agreed: '', next: '' };
    const act = { act: 'write-review', occasionId: brief.occasion.id, ...words };
    expect(await perform(act, { store, ...deps, scope })).toMatchObject({ ok: true });
    const after = (await see(over)).brief;
    expect(after.occasion.reviewed).toBe(true);
    expect(after.prompts.map((prompt) => prompt.kind)).not.toContain('review');
  });

  test('prompts from what the store holds, and a decision made there holds', async () => {
    const { see, store, ...deps } = await freshSight(ana);
    await store.tips.add(newTip({ id: 'tip', text: 'the hall is free for a spring concert' }, now));
    const { brief, scope, kept } = await see();
    const share = brief.prompts.find((prompt) => prompt.kind === 'share');
    expect(share).toMatchObject({ person: { id: 'ana' }, subject: { id: 'tip' } });
    await kept;
    await perform(
      { act: 'decide', promptKey: share?.key ?? '', decision: 'never', until: null },
      { ...deps, store, scope },
    );
    expect((await see()).brief.prompts.filter((prompt) => prompt.kind === 'share')).toEqual([]);
  });

  test('to look at it is no contact; another occasion is', async () => {
    const { see, store } = await freshSight(ana);
    const tie = async () => (await see()).brief.people[0]?.known?.tie;
    await (await see(meeting({ start: { local: '2026-11-23T10:00', zone: null } }))).kept;
    expect(await tie()).toMatchObject({ word: 'unknown' });
    await (await see(meeting({ ref: 'e0', start: { local: '2026-11-20T10:00', zone: null } }))).kept;
    expect(await tie()).toMatchObject({ word: 'weak', days: 1, lastAt: Date.UTC(2026, 10, 20, 2) });
    expect(await store.occasions.count()).toBe(2);
  });

  test('shows the people of this reading; keeps those of a fuller one before', async () => {
    const { see, store } = await freshSight(ana);
    await (await see()).kept;
    const part = meeting({
      participants: [participant({ name: 'Bo', address: 'bo@x.org' })],
      extent: { complete: false, shown: 1, total: 4 },
    });
    const { brief, kept } = await see(part);
    await kept;
    expect(brief.people.map((one) => one.ref)).toEqual(['bo@x.org']);
    expect(brief.occasion.extent).toEqual({ complete: false, shown: 1, total: 4 });
    expect((await store.occasions.toArray())[0]?.keys).toContain('ana@x.org');
  });

  test('a bare name that the user said is somebody is known here, and prompted for', async () => {
    const wei = person(
      { id: 'wei', name: 'Wei Zhang', otherNames: ['Wei'], potentialSince: now - 400 * day },
      'wei@y.org',
    );
    const { see, store, ...deps } = await freshSight(wei);
    const { scope, kept } = await see();
    await kept;
    await perform({ act: 'confirm-match', ref: 'name:Wei', personId: 'wei' }, { ...deps, store, scope });
    const { brief } = await see();
    expect(brief.people.find((one) => one.ref === 'name:Wei')).toMatchObject({
      match: 'known',
      address: null,
      known: { id: 'wei' },
    });
    expect((await store.people.get('wei'))?.keys).toEqual(['wei@y.org']);
    // On another occasion it is a question again; in the same series it is not.
    const matchIn = async (given: Partial<ReadOccasion>) =>
      (await see(meeting(given))).brief.people.find((one) => one.ref === 'name:Wei')?.match;
    expect(await matchIn({ ref: 'e2', title: 'Another one' })).toBe('possible');
    expect(await matchIn({ ref: 'e3', site: 'outlook-calendar' })).toBe('known');
    expect(await matchIn({ ref: 'e3', participants: [participant({ name: 'Wei' })] })).toBe('possible');
  });

  test('a bare name that the user said is somebody else is not asked about again in this series, and is elsewhere', async () => {
    const wei = person({ id: 'wei', name: 'Wei Zhang', otherNames: ['Wei'] }, 'wei@y.org');
    const { see, store, ...deps } = await freshSight(wei);
    const { scope, kept } = await see(meeting({ ref: 'weekly_20261125T020000Z' }));
    await kept;
    await perform({ act: 'refuse-match', ref: 'name:Wei', personId: 'wei' }, { ...deps, store, scope });
    const matchIn = async (given: Partial<ReadOccasion>) =>
      (await see(meeting(given))).brief.people.find((one) => one.ref === 'name:Wei')?.match;
    expect(await matchIn({ ref: 'weekly_20261202T020000Z', title: 'Renamed' })).toBe('new');
    expect(await matchIn({ ref: 'other' })).toBe('new');
    expect(await matchIn({ ref: 'else', title: 'Something else' })).toBe('possible');
  });

  test('who is only named is asked about by what the same event, seen elsewhere, gives that name', async () => {
    const jane = person({ id: 'jane', name: 'Dr. J. Doe-Miller' }, 'jane@y.org');
    const { see } = await freshSight(jane);
    const first = await see(
      meeting({ ref: 'invite', participants: [participant({ name: 'Jane Doe', address: 'jane@y.org' })] }),
    );
    await first.kept;
    const named = { site: 'outlook-calendar', participants: [participant({ name: 'Jane Doe' })] };
    const ask = async (given: Partial<ReadOccasion>) => (await see(meeting({ ...named, ...given }))).brief.people[0];
    expect(await ask({ ref: 'peek' })).toMatchObject({
      match: 'possible',
      address: null,
      candidates: [{ id: 'jane', reason: 'same-event' }],
    });
    expect(await ask({ ref: 'p2', title: 'Budget 2' })).toMatchObject({ match: 'new' });
    expect(await ask({ ref: 'p3', start: { local: '2026-11-25T12:00', zone: 'Asia/Shanghai' } })).toMatchObject({
      match: 'new',
    });
  });

  test('what my need and their offer have in common is said', async () => {
    const offering = { ...ana, offers: [newWant('a van for moving house', now)] };
    const { see, store } = await freshSight(offering);
    const settings = newSettings(now);
    await store.settings.put({ ...settings, me: { ...settings.me, needs: [newWant('a van for moving house', now)] } });
    expect((await see()).brief.people[0]?.known?.couldDoForMe).toEqual([
      { need: 'a van for moving house', offer: 'a van for moving house' },
    ]);
  });

  test('a page that says of a machine that it is a person is not believed, the user is', async () => {
    const { see, store, ...deps } = await freshSight();
    const list = meeting({ participants: [participant({ address: 'no-reply@x.org' })] });
    const first = await see(list);
    expect(first.brief.people[0]?.mailbox).toBe('no-reply');
    await first.kept;
    await perform({ act: 'say-person', ref: 'no-reply@x.org' }, { ...deps, store, scope: first.scope });
    expect((await see(list)).brief.people[0]?.mailbox).toBe('person');
  });

  test('2,000 guests are all shown, those known among them', { timeout: 60_000 }, async () => {
    const guests = Array.from({ length: 2_000 }, (_, i) => `guest${i}@x.org`);
    const { see } = await freshSight(...guests.slice(0, 1_000).map((key, i) => person({ name: `Guest ${i}` }, key)));
    const read = meeting({ participants: guests.map((address, i) => participant({ address, name: `Guest ${i}` })) });
    const { brief, kept } = await see(read);
    await kept;
    expect(brief.people.filter((one) => one.match === 'known')).toHaveLength(1_000);
    expect(brief.people).toHaveLength(2_000);
  });

  test('who is here is told before the prompts are worked out', async () => {
    const { store, ...deps } = await freshSight(ana);
    await store.tips.add(newTip({ text: 'the hall is free for a spring concert' }, now));
    const early: Brief[] = [];
    const { brief } = await seeOccasion(meeting(), { ...deps, onPeople: (one) => early.push(one) });
    const occasion = { ...brief.occasion, reviewed: undefined };
    expect(early).toEqual([{ ...brief, occasion, prompts: [], pending: true }]);
    expect(brief.prompts.length).toBeGreaterThan(0);
  });

  test('what the page says in words is understood after that, shown, and kept under the same id', async () => {
    const { store, ...deps } = await freshSight(ana);
    const told: string[] = [];
    const read = meeting({ start: null, end: null });
    const { brief, kept } = await seeOccasion(read, {
      ...deps,
      onPeople: (one) => told.push(`people ${one.occasion.startAt}`),
      understood: async (one) => {
        told.push('words');
        return { ...one, start: { local: '2026-11-24T15:00', zone: 'UTC' } };
      },
    });
    expect(told).toEqual(['people null', 'words']);
    expect(brief.occasion.startAt).toBe(Date.UTC(2026, 10, 24, 15));
    expect(await kept).toBe(true);
    expect(await store.occasions.toArray()).toMatchObject([{ id: brief.occasion.id, startAt: brief.occasion.startAt }]);
  });

  test('words that cannot be right end it, and nothing is kept', async () => {
    const { store, ...deps } = await freshSight(ana);
    const understood = async () => {
      throw new Problem('RM-301', 'contradiction');
    };
    await expect(seeOccasion(meeting(), { ...deps, understood })).rejects.toThrow('contradiction');
    expect(await store.occasions.count()).toBe(0);
  });
});

test('the same knowledge serves several occasions', async () => {
  const { see, store } = await freshSight(ana);
  await (await see()).kept;
  await (await see(meeting({ ref: 'e2', participants: [participant({ name: 'Bo', address: 'bo@x.org' })] }))).kept;
  const occasions = await store.occasions.toArray();
  const loaded = await loadKnowledge(readerOf(store), occasions, { pinyin: null, now });
  const briefs = occasions.map((occasion) => briefOf(occasion, true, loaded, now));
  expect(briefs.map((brief) => brief.people.map((one) => one.match))).toEqual([['known', 'new', 'new'], ['new']]);
  expect(seenOf({ key: 'a@b.c', written: 'A@b.c', name: null, role: 'to', answer: null, self: false })).toEqual({
    name: null,
    address: 'A@b.c',
    marked: null,
  });
});

describe('an occasion found on a page of an unknown kind', () => {
  const found = (given: Partial<ReadOccasion> = {}) =>
    meeting({ site: 'generic', ref: 'u1', unconfirmed: true, ...given });
  const rows = async (store: Store) => [
    await store.occasions.count(),
    await store.sightings.count(),
    await store.contacts.count(),
    (await store.settings.get('settings'))?.me.addresses ?? [],
  ];

  test('is shown and asked about; nothing at all is written', async () => {
    const { store, see } = await freshSight(ana);
    const { brief, kept } = await see(found());
    expect(await kept).toBe(false);
    expect(brief.occasion).toMatchObject({ id: null, unconfirmed: true });
    expect(brief.people.map(({ match }) => match)).toEqual(['known', 'new', 'new']);
    expect(await rows(store)).toEqual([0, 0, 0, []]);
  });

  test('is kept once the user says that it is right, and then like any other', async () => {
    const { store, see } = await freshSight(ana);
    const { scope } = await see(found());
    const result = await perform({ act: 'keep-occasion' }, { store, now: () => now, scope });
    expect(result).toMatchObject({ ok: true });
    const again = await see(found());
    expect(await again.kept).toBe(true);
    expect(again.brief.occasion.id).not.toBeNull();
    expect(again.brief.occasion.unconfirmed).toBeUndefined();
    expect(await store.occasions.toArray()).toMatchObject([{ site: 'generic', ref: 'u1', pinned: true }]);
    expect((await store.sightings.toArray()).map(({ key }) => key)).toEqual(['room5@resource.calendar.google.com']);
  });

  test('where nothing waits, there is nothing to keep', async () => {
    const { store, see } = await freshSight(ana);
    const { scope } = await see();
    expect(await perform({ act: 'keep-occasion' }, { store, now: () => now, scope })).toMatchObject({
      ok: false,
      code: 'RM-109',
    });
  });
});
