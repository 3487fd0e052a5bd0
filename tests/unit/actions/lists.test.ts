import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { due } from '../../../actions/due.ts';
import { findPeople } from '../../../actions/find-people.ts';
import { grouped } from '../../../actions/grouped.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { listIntroductions } from '../../../actions/list-introductions.ts';
import { listMatters } from '../../../actions/list-matters.ts';
import { listNames, listPeople } from '../../../actions/list-people.ts';
import { listReviews, reviewsWaiting } from '../../../actions/list-reviews.ts';
import { listTips } from '../../../actions/list-tips.ts';
import { namesOf } from '../../../actions/names-of.ts';
import { perform } from '../../../actions/perform.ts';
import { personPage } from '../../../actions/person-page.ts';
import { savePerson } from '../../../actions/save-person.ts';
import { storeStatus } from '../../../actions/store-status.ts';
import { tipChoices } from '../../../actions/tip-choices.ts';
import { occasionPage, today } from '../../../actions/today.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import { newTip } from '../../../records/tip.ts';
import type { Store } from '../../../storage/store.ts';
import { freshDeps, now } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const hour = 3_600_000;
const day = 24 * hour;
const at = { now, zone: 'UTC' };
const local = (moment: number) => ({ local: new Date(moment).toISOString().slice(0, 16), zone: 'UTC' });
const meetingAt = (ref: string, start: number) =>
  meeting({ ref, title: ref, start: local(start), end: local(start + hour) });

let deps: ActDeps;
let store: Store;
beforeEach(async () => {
  deps = await freshDeps();
  store = deps.store;
  const ana = newPerson(
    {
      id: 'ana',
      name: 'Ana',
      addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }],
      needs: [newWant('a hall for concerts', now)],
    },
    now - 9 * day,
  );
  await store.people.bulkAdd([ana, newPerson({ id: 'bo', name: 'Bo', friend: true }, now)]);
  await store.tips.bulkAdd([
    newTip({ id: 'hall', text: 'the hall for concerts is free', learnedAt: now - 2 }, now),
    newTip({ id: 'dog', text: 'a dog show', reach: 'few', few: ['bo'], learnedAt: now - 1 }, now),
    newTip({ id: 'secret', text: 'x', confidential: true, learnedAt: now - 3 }, now),
    newTip({ id: 'ended', text: 'y', expiresAt: now - 1, learnedAt: now - 4 }, now),
  ]);
  await perform(
    { act: 'plan-share', whom: { personId: 'bo' }, tipId: 'hall', setting: 'meal', plannedFor: now + day, whyYou: '' },
    deps,
  );
  await perform(
    { act: 'record-cooperation', whom: { personId: 'ana' }, direction: 'i-asked', about: 'a van', answer: 'agreed' },
    deps,
  );
  await perform(
    { act: 'record-cooperation', whom: { personId: 'bo' }, direction: 'they-asked', about: 'a lift', answer: 'open' },
    deps,
  );
});

describe('people', () => {
  test('one light row each, by name, with standing and tie, found by everything', async () => {
    await keepSeen(store, meetingAt('past', now - 3 * day), 'o1', at);
    await perform({ act: 'add-note', whom: { personId: 'bo' }, text: 'Plays CHESS', confidential: true }, deps);
    const rows = await listPeople(store, now);
    expect(rows).toMatchObject([
      {
        name: 'Ana',
        address: 'Ana@x.org',
        standing: 'connection',
        tie: 'weak',
        lastAt: now - 3 * day,
        needs: 1,
        offers: 0,
      },
      { name: 'Bo', address: null, standing: 'friend', tie: 'unknown', lastAt: null },
    ]);
    expect(rows.filter((row) => row.haystack.includes('chess')).map((row) => row.id)).toEqual(['bo']);
    expect(rows.filter((row) => row.haystack.includes('a hall for')).map((row) => row.id)).toEqual(['ana']);
  });

  test('found by a few letters of any word of a name, or of an address', async () => {
    const saved = (name: string, address: string) =>
      savePerson(
        {
          id: null,
          name,
          otherNames: [],
          addresses: [address],
          phones: [],
          organisation: null,
          title: null,
          tags: [],
          topics: [],
          needs: [],
          offers: [],
          notes: [],
        },
        deps,
      );
    await saved('Maria del Mar Ortiz', 'mm@y.org');
    await saved('Ben Ortega', 'ben@z.org');
    expect((await findPeople('ORT', deps)).map((one) => one.name)).toEqual(['Ben Ortega', 'Maria del Mar Ortiz']);
    expect((await findPeople('mm@', deps)).map((one) => one.name)).toEqual(['Maria del Mar Ortiz']);
    expect(await findPeople('  ', deps)).toEqual([]);
    expect((await listNames(store)).map((one) => one.name)).toEqual(['Ana', 'Ben Ortega', 'Bo', 'Maria del Mar Ortiz']);
    expect((await namesOf(store, ['bo', 'gone']))('gone')).toEqual({ id: 'gone', name: '', organisation: null });
  });

  test('ten thousand are all listed, by name', { timeout: 60_000 }, async () => {
    const people = Array.from({ length: 10_000 }, (_, i) => newPerson({ name: `Person ${i}` }, now));
    await store.people.bulkAdd(people);
    const rows = await listPeople(store, now);
    expect(rows).toHaveLength(10_002);
    expect(rows.slice(2, 4).map((row) => row.name)).toEqual(['Person 0', 'Person 1']);
  });

  test('a page has one timeline of everything, newest first; nobody has none', async () => {
    await keepSeen(store, meetingAt('past', now - 3 * day), 'o1', at);
    await perform(
      { act: 'write-review', occasionId: 'o1', given: 'g', asked: '', agreed: '', next: '' },
      { ...deps, now: () => now + 5 },
    );
    await perform(
      { act: 'add-note', whom: { personId: 'ana' }, text: 'n', confidential: false },
      { ...deps, now: () => now + 9 },
    );
    await perform(
      {
        act: 'plan-share',
        whom: { personId: 'ana' },
        tipId: 'dog',
        setting: 'meal',
        plannedFor: now - 4 * day,
        whyYou: '',
      },
      deps,
    );
    await store.introductions.add({
      id: 'i1',
      createdAt: now - 5 * day,
      updatedAt: now - 5 * day,
      aId: 'bo',
      bId: 'ana',
      reason: 'r',
      state: 'asked',
      consentA: 'asked',
      consentB: 'asked',
      madeAt: null,
      outcome: null,
    });
    const page = await personPage(store, 'ana', now);
    expect(page?.timeline.map((item) => item.is)).toEqual([
      'note',
      'review',
      'cooperation',
      'occasion',
      'share',
      'introduction',
    ]);
    expect(page).toMatchObject({ standing: { word: 'connection' }, tie: { word: 'weak' } });
    expect(page?.timeline[3]).toMatchObject({ title: 'past', people: 2 });
    expect(page?.timeline[5]).toMatchObject({ other: { name: 'Bo' } });
    expect(await personPage(store, 'nobody', now)).toBeNull();
  });
});

describe('tips', () => {
  test('newest first, with who got them and for whom they are', async () => {
    const rows = await listTips(store);
    expect(rows.map((row) => row.tip.id)).toEqual(['dog', 'hall', 'secret', 'ended']);
    expect(rows[0]?.few).toEqual([{ id: 'bo', name: 'Bo', organisation: null, address: null }]);
    expect(rows[1]?.shares).toMatchObject([{ person: { name: 'Bo' }, share: { state: 'planned' } }]);
  });

  test('for one person: what may go and fits first, never what is confidential, ended or given', async () => {
    expect(await tipChoices({ personId: 'ana' }, deps)).toEqual([
      {
        id: 'hall',
        line: 'the hall for concerts is free',
        reach: 'one',
        expiresAt: null,
        wentTo: ['Bo'],
        allowed: false,
      },
      { id: 'dog', line: 'a dog show', reach: 'few', expiresAt: null, wentTo: [], allowed: false },
    ]);
    const forBo = await tipChoices({ personId: 'bo' }, deps);
    expect(forBo.map(({ id, allowed }) => [id, allowed])).toEqual([
      ['dog', true],
      ['hall', true],
    ]);
    const [share] = await store.shares.toArray();
    await perform({ act: 'close-share', shareId: share?.id ?? '', state: 'given', outcome: null }, deps);
    expect((await tipChoices({ personId: 'bo' }, deps)).map(({ id }) => id)).toEqual(['dog']);
    const scope = { occasionId: null, participants: [], personIds: ['ana'] };
    await expect(tipChoices({ personId: 'bo' }, { ...deps, scope })).rejects.toMatchObject({ code: 'RM-110' });
  });
});

describe('today', () => {
  test('shows what runs and comes, what was seen, what is due and what wants a review', async () => {
    await keepSeen(store, meetingAt('over', now - 5 * hour), 'o1', at);
    await keepSeen(store, meetingAt('runs', now - hour / 2), 'o2', at);
    await keepSeen(store, meetingAt('soon', now + day), 'o3', at);
    await keepSeen(store, meetingAt('far', now + 30 * day), 'o4', { ...at, now: now - 10 * day });
    const view = await today(store, { pinyin: null, now });
    expect(view.ahead.map((brief) => brief.occasion.title)).toEqual(['runs', 'soon']);
    expect(view.seen.map((brief) => brief.occasion.title)).toEqual(['over']);
    expect(view.seen[0]?.people[0]).toMatchObject({ match: 'known', known: { id: 'ana' } });
    expect(view.toReview).toMatchObject([{ occasionId: 'o1', people: ['Ana', 'Wei'] }]);
    expect(view.due.map((item) => item.is)).toEqual(['cooperation', 'share']);
    expect((await occasionPage(store, 'o3', { pinyin: null, now }))?.occasion.title).toBe('soon');
    expect(await occasionPage(store, 'gone', { pinyin: null, now })).toBeNull();
  });

  test('a review that was written, or put off, waits no more', async () => {
    await keepSeen(store, meetingAt('a', now - 5 * hour), 'o1', at);
    await keepSeen(store, meetingAt('b', now - 6 * hour), 'o2', at);
    await keepSeen(store, meetingAt('c', now - 7 * hour), 'o3', at);
    await perform({ act: 'write-review', occasionId: 'o1', given: 'g', asked: '', agreed: '', next: '' }, deps);
    await perform({ act: 'decide', promptKey: 'review/o2', decision: 'later', until: now + 5 }, deps);
    expect((await reviewsWaiting(store, now)).map((one) => one.occasionId)).toEqual(['o3']);
    expect((await reviewsWaiting(store, now + 5)).map((one) => one.occasionId)).toEqual(['o2', 'o3']);
    expect((await listReviews(store, now)).written).toMatchObject([
      { title: 'a', people: ['Ana', 'Wei'], review: { given: 'g' } },
    ]);
  });

  test('due are own steps, and others that end soon, of open matters', async () => {
    const step = (id: string, who: string | null, dueAt: number | null, state: 'open' | 'done' = 'open') => ({
      id,
      title: id,
      who,
      state,
      dueAt,
    });
    const steps = [
      step('mine', 'me', null),
      step('soon', 'ana', now + day),
      step('late', 'ana', now + 60 * day),
      step('done', 'me', null, 'done'),
    ];
    const matter = { createdAt: now, updatedAt: now, title: 'M', owner: 'bo', outcome: null, steps };
    await store.matters.bulkAdd([
      { ...matter, id: 'm1', state: 'open' },
      { ...matter, id: 'm2', state: 'dropped', updatedAt: now + 1 },
    ]);
    const items = await due(store, now);
    expect(items.flatMap((item) => (item.is === 'step' ? [[item.id, item.who]] : []))).toEqual([
      ['soon', 'Ana'],
      ['mine', null],
    ]);
    expect((await listMatters(store)).map((row) => [row.matter.id, row.names])).toEqual([
      ['m1', { bo: 'Bo', ana: 'Ana' }],
      ['m2', { bo: 'Bo', ana: 'Ana' }],
    ]);
    expect(await listIntroductions(store)).toEqual([]);
  });
});

test('what the store holds, and how safe it lies', async () => {
  const storage = { estimate: async () => ({ usage: 7 }), persisted: async () => true };
  expect(await storeStatus(store, storage)).toEqual({
    people: 2,
    sightings: 0,
    occasions: 0,
    tips: 4,
    bytes: 7,
    persisted: true,
  });
  expect(await storeStatus(store, null)).toMatchObject({ bytes: null, persisted: false });
});

test('items are grouped in their order', () => {
  expect([...grouped(['ab', 'c', 'ad'], (item) => item[0])]).toEqual([
    ['a', ['ab', 'ad']],
    ['c', ['c']],
  ]);
});
