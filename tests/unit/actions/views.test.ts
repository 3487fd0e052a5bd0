import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { groupBy } from '../../../actions/group-by.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { perform } from '../../../actions/perform.ts';
import { saveIntroduction } from '../../../actions/save-introduction.ts';
import { saveMatter } from '../../../actions/save-matter.ts';
import { savePerson } from '../../../actions/save-person.ts';
import { saveTip } from '../../../actions/save-tip.ts';
import { viewDue } from '../../../actions/view-due.ts';
import { namesById, personName, viewNames, viewPeople } from '../../../actions/view-people.ts';
import { viewPerson } from '../../../actions/view-person.ts';
import { viewIntroductions, viewMatters, viewTips } from '../../../actions/view-records.ts';
import { namesAt, reviewsWaiting, viewReviews } from '../../../actions/view-reviews.ts';
import { viewToday } from '../../../actions/view-today.ts';
import { newId } from '../../../records/base.ts';
import type { PersonDraft, TipDraft } from '../../../records/planner.ts';
import type { Store } from '../../../storage/store.ts';
import { freshDeps, now } from '../storage/fresh-store.ts';
import { meeting, participant } from './readings.ts';

const hour = 3_600_000;
const day = 24 * hour;
let deps: ActDeps;
let store: Store;

beforeEach(async () => {
  deps = await freshDeps();
  store = deps.store;
});

async function keep(name: string, given: Partial<PersonDraft> = {}): Promise<string> {
  const draft: PersonDraft = {
    id: null,
    name,
    otherNames: [],
    addresses: [`${name.toLowerCase().replace(' ', '.')}@x.org`],
    phones: [],
    organisation: null,
    title: null,
    tags: [],
    topics: [],
    needs: [],
    offers: [],
    notes: [],
    ...given,
  };
  const saved = await savePerson(draft, deps);
  if (!saved.ok || saved.id === undefined) throw new Error(JSON.stringify(saved));
  return saved.id;
}

async function note(text: string, given: Partial<TipDraft> = {}): Promise<string> {
  const draft: TipDraft = {
    id: null,
    text,
    topics: [],
    reach: 'one',
    few: [],
    confidential: false,
    expiresAt: null,
    source: null,
    ...given,
  };
  expect(await saveTip(draft, deps)).toMatchObject({ ok: true });
  const tip = (await store.tips.toArray()).find((one) => one.text === text);
  return tip?.id ?? '';
}

/** A meeting with these addresses, from `start` for an hour (UTC wall clock), seen now. */
async function meet(ref: string, title: string, start: number, addresses: readonly string[], seenAt = now) {
  const local = (at: number) => new Date(at).toISOString().slice(0, 16);
  const read = meeting({
    ref,
    title,
    start: { local: local(start), zone: 'UTC' },
    end: { local: local(start + hour), zone: 'UTC' },
    participants: [
      participant({ name: 'Me', address: 'me@corp.com', self: true }),
      ...addresses.map((address) => participant({ name: address.split('@')[0] ?? null, address })),
      participant({ name: 'Room 5', address: 'room5@resource.calendar.google.com', marked: 'room' }),
    ],
  });
  const id = newId();
  await keepSeen(store, read, id, { now: seenAt, zone: 'UTC' });
  return (await store.occasions.where('[site+ref]').equals([read.site, ref]).first())?.id ?? '';
}

const done = async (result: Promise<{ ok: boolean }>) => expect(await result).toMatchObject({ ok: true });

describe('people', () => {
  test('standing comes from cooperation, the tie from contact, and neither from the other', async () => {
    const ana = await keep('Ana', { organisation: 'Harbour' });
    const bo = await keep('Bo');
    await meet('m1', 'Budget', now - 3 * day, ['bo@x.org']);
    await done(
      perform(
        {
          act: 'record-cooperation',
          whom: { personId: ana },
          direction: 'i-asked',
          about: 'a hall',
          answer: 'agreed',
        },
        deps,
      ),
    );
    await done(perform({ act: 'tag-potential', whom: { personId: bo }, on: true }, deps));
    const rows = new Map((await viewPeople(store, now)).map((row) => [row.name, row]));
    expect(rows.get('Ana')).toMatchObject({
      standing: 'connection',
      tie: 'unknown',
      lastAt: null,
      organisation: 'Harbour',
      address: 'ana@x.org',
    });
    expect(rows.get('Bo')).toMatchObject({ standing: 'acquaintance', potential: true, tie: 'weak' });
    expect(rows.get('Bo')?.lastAt).toBe(now - 3 * day);
  });

  test('everything written about a person finds them, folded', async () => {
    await keep('Zoë Weber', {
      needs: [{ id: null, text: 'a TENANT' }],
      notes: [{ id: null, text: 'likes Ｇｏ', confidential: true }],
    });
    const [row] = await viewPeople(store, now);
    for (const word of ['zoe', 'weber', 'zoë.weber@x.org'.normalize('NFKD').replace(/\p{Mn}/gu, ''), 'tenant', 'go'])
      expect(row?.haystack).toContain(word);
  });

  test('names for pickers are in order and carry further forms', async () => {
    await keep('Cy', { otherNames: ['Cyrus'] });
    await keep('Ana');
    const names = await viewNames(store);
    expect(names.map((one) => one.name)).toEqual(['Ana', 'Cy']);
    expect(names[1]?.find).toContain('cyrus');
    expect((await namesById(store, ['nobody', names[0]?.id ?? ''])).size).toBe(1);
    expect(personName({ id: 'a', name: 'A', organisation: null })).toEqual({ id: 'a', name: 'A', organisation: null });
  });
});

test('one timeline holds occasions, shares, requests, introductions, notes and reviews, newest first', async () => {
  const ana = await keep('Ana', { notes: [{ id: null, text: 'plays chess', confidential: false }] });
  const bo = await keep('Bo');
  const occasionId = await meet('m1', 'Budget', now - 3 * day, ['ana@x.org', 'cy@x.org']);
  const tipId = await note('a hall falls vacant');
  const whom = { personId: ana };
  await done(perform({ act: 'plan-share', whom, tipId, setting: 'walk', plannedFor: now + day, whyYou: '' }, deps));
  await done(
    perform({ act: 'record-cooperation', whom, direction: 'they-asked', about: 'a word', answer: 'open' }, deps),
  );
  await done(
    saveIntroduction(
      {
        id: null,
        aId: bo,
        bId: ana,
        reason: 'a hall',
        state: 'idea',
        consentA: 'not-asked',
        consentB: 'not-asked',
        outcome: null,
      },
      deps,
    ),
  );
  await done(perform({ act: 'write-review', occasionId, given: 'g', asked: '', agreed: '', next: '' }, deps));
  const view = await viewPerson(store, ana, now);
  expect(view?.timeline.map((item) => item.is).toSorted()).toEqual([
    'cooperation',
    'introduction',
    'note',
    'occasion',
    'review',
    'share',
  ]);
  const times = view?.timeline.map((item) => item.at ?? 0) ?? [];
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  expect(view?.timeline.find((item) => item.is === 'introduction')).toMatchObject({ other: { name: 'Bo' } });
  expect(view?.timeline.find((item) => item.is === 'share')).toMatchObject({ tip: 'a hall falls vacant' });
  expect(view?.tie.lastAt).toBe(now - 3 * day);
  expect((await viewPerson(store, bo, now))?.timeline.map((item) => item.is)).toEqual(['introduction']);
  expect(await viewPerson(store, 'nobody', now)).toBeNull();
});

test('tips name those they are for and those they went to', async () => {
  const ana = await keep('Ana');
  const bo = await keep('Bo');
  const tipId = await note('a hall', { reach: 'few', few: [ana] });
  await note('a school');
  await done(
    perform({ act: 'plan-share', whom: { personId: bo }, tipId, setting: 'meal', plannedFor: null, whyYou: 'x' }, deps),
  );
  const rows = await viewTips(store);
  expect(rows.find((row) => row.tip.id === tipId)).toMatchObject({
    few: [{ name: 'Ana' }],
    shares: [{ person: { name: 'Bo' }, share: { state: 'planned' } }],
  });
  expect(rows.find((row) => row.tip.text === 'a school')).toMatchObject({ few: [], shares: [] });
});

test('introductions and matters carry the names of their people', async () => {
  const ana = await keep('Ana');
  const bo = await keep('Bo');
  const draft = { reason: 'r', state: 'idea', consentA: 'not-asked', consentB: 'not-asked', outcome: null } as const;
  await done(saveIntroduction({ id: null, aId: ana, bId: bo, ...draft }, deps));
  await done(
    saveMatter(
      {
        id: null,
        title: 'Concert',
        owner: ana,
        state: 'open',
        outcome: null,
        steps: [{ id: null, title: 'Ask', who: bo, state: 'open', dueAt: null }],
      },
      deps,
    ),
  );
  expect(await viewIntroductions(store)).toMatchObject([{ a: { name: 'Ana' }, b: { name: 'Bo' } }]);
  expect((await viewMatters(store))[0]?.names).toEqual({ [ana]: 'Ana', [bo]: 'Bo' });
});

describe('reviews', () => {
  test('meetings that are over wait until they are written, refused or stale', async () => {
    const fresh = await meet('m1', 'Fresh', now - day, ['ana@x.org']);
    const written = await meet('m2', 'Written', now - 2 * day, ['ana@x.org']);
    const refused = await meet('m3', 'Refused', now - 2 * day, ['ana@x.org']);
    await meet('m4', 'Stale', now - 40 * day, ['ana@x.org']);
    await meet('m5', 'Ahead', now + day, ['ana@x.org']);
    await meet('m6', 'Alone', now - day, []);
    await done(
      perform({ act: 'write-review', occasionId: written, given: 'g', asked: '', agreed: '', next: '' }, deps),
    );
    await done(perform({ act: 'decide', promptKey: `review/${refused}`, decision: 'never', until: null }, deps));
    expect((await reviewsWaiting(store, now)).map((one) => one.occasionId)).toEqual([fresh]);
    const view = await viewReviews(store, now);
    expect(view.waiting).toMatchObject([{ title: 'Fresh', people: ['ana'] }]);
    expect(view.written).toMatchObject([{ title: 'Written', people: ['ana'], review: { given: 'g' } }]);
  });

  test('rooms and the user are not among those who were there', async () => {
    await meet('m1', 'M', now - day, ['ana@x.org']);
    const [occasion] = await store.occasions.toArray();
    expect(occasion && namesAt(occasion)).toEqual(['ana']);
  });
});

describe('today', () => {
  test('meetings ahead by their beginning; what was seen lately by when; nothing twice', async () => {
    await meet('m1', 'Next week', now + 6 * day, ['ana@x.org']);
    await meet('m2', 'Tomorrow', now + day, ['ana@x.org']);
    await meet('m3', 'On now', now - hour / 2, ['ana@x.org']);
    await meet('m4', 'Yesterday', now - day, ['ana@x.org']);
    await meet('m5', 'Far', now + 60 * day, ['ana@x.org']);
    await meet('m6', 'Long ago', now - 30 * day, ['ana@x.org'], now - 29 * day);
    const view = await viewToday(store, { pinyin: null, now });
    expect(view.ahead.map((one) => one.occasion.title)).toEqual(['On now', 'Tomorrow', 'Next week']);
    expect(view.seen.map((one) => one.occasion.title)).toEqual(['Yesterday']);
    expect(view.toReview.map((one) => one.title)).toEqual(['Yesterday']);
    expect(view.ahead[0]?.people.map((one) => one.address)).toContain('ana@x.org');
  });

  test('what is due: plans and steps of this week or without a day, open requests, the earliest first', async () => {
    const ana = await keep('Ana');
    const whom = { personId: ana };
    const soon = await note('soon');
    const later = await note('later');
    await done(
      perform({ act: 'plan-share', whom, tipId: soon, setting: 'walk', plannedFor: now + day, whyYou: '' }, deps),
    );
    await done(
      perform({ act: 'plan-share', whom, tipId: later, setting: 'walk', plannedFor: now + 30 * day, whyYou: '' }, deps),
    );
    await done(perform({ act: 'record-cooperation', whom, direction: 'i-asked', about: 'a', answer: 'open' }, deps));
    await done(perform({ act: 'record-cooperation', whom, direction: 'i-asked', about: 'b', answer: 'agreed' }, deps));
    const step = { id: null, state: 'open', dueAt: null } as const;
    await done(
      saveMatter(
        {
          id: null,
          title: 'Concert',
          owner: ana,
          state: 'open',
          outcome: null,
          steps: [
            { ...step, title: 'mine', who: 'me' },
            { ...step, title: 'hers', who: ana },
            { ...step, title: 'hers, late', who: ana, dueAt: now - day },
            { ...step, title: 'done', who: 'me', state: 'done' },
          ],
        },
        deps,
      ),
    );
    const due = await viewDue(store, now);
    expect(
      due.map((item) => (item.is === 'step' ? item.step.title : item.is === 'share' ? item.tip : item.is)),
    ).toEqual(['hers, late', 'cooperation', 'soon', 'mine']);
  });

  test.each([
    ['agreed', 0, true],
    ['asked', 0, false],
    ['asked', 20, true],
    ['idea', 20, false],
    ['done', 20, true],
    ['declined', 20, false],
  ] as const)('an introduction that is %s for %i days waits: %s', async (state, age, waits) => {
    const aId = await keep('Ana');
    const bId = await keep('Bo');
    const draft = { reason: 'r', consentA: 'asked', consentB: 'asked', outcome: null } as const;
    await done(saveIntroduction({ id: null, aId, bId, state, ...draft }, { ...deps, now: () => now - age * day }));
    expect((await viewDue(store, now)).length).toBe(waits ? 1 : 0);
  });
});

test('rows are grouped in their order', () => {
  expect([...groupBy(['ab', 'c', 'ad'], (word) => word[0] ?? '')]).toEqual([
    ['a', ['ab', 'ad']],
    ['c', ['c']],
  ]);
});
