import { beforeEach, describe, expect, test } from 'vitest';
import { type ActDeps, type Scope, scopeOf } from '../../../actions/act-deps.ts';
import { addMyNeed } from '../../../actions/add-my-need.ts';
import { addMyOffer } from '../../../actions/add-my-offer.ts';
import { addNeed } from '../../../actions/add-need.ts';
import { addNote } from '../../../actions/add-note.ts';
import { addOffer } from '../../../actions/add-offer.ts';
import { answerCooperation } from '../../../actions/answer-cooperation.ts';
import { beginIntroduction } from '../../../actions/begin-introduction.ts';
import { captureTip } from '../../../actions/capture-tip.ts';
import { closeShare } from '../../../actions/close-share.ts';
import { confirmMatch } from '../../../actions/confirm-match.ts';
import { decide } from '../../../actions/decide.ts';
import { keepOccasion } from '../../../actions/keep-occasion.ts';
import { keepPerson } from '../../../actions/keep-person.ts';
import { markFriend } from '../../../actions/mark-friend.ts';
import { perform } from '../../../actions/perform.ts';
import { planShare } from '../../../actions/plan-share.ts';
import { recordCooperation } from '../../../actions/record-cooperation.ts';
import { refuseMatch } from '../../../actions/refuse-match.ts';
import { sayPerson } from '../../../actions/say-person.ts';
import { tagPotential } from '../../../actions/tag-potential.ts';
import { writeReview } from '../../../actions/write-review.ts';
import type { Act } from '../../../records/act.ts';
import type { Brief } from '../../../records/brief.ts';
import type { Occasion } from '../../../records/occasion.ts';
import { newPerson } from '../../../records/person.ts';
import { newTip } from '../../../records/tip.ts';
import type { Store } from '../../../storage/store.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';

const base = { createdAt: now - 1_000, updatedAt: now - 1_000 };
const ana = newPerson({ id: 'ana', name: 'Ana', addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }] }, now - 1_000);
const bo = newPerson({ id: 'bo', name: 'Bo' }, now - 1_000);
const tip = newTip({ id: 'tip', text: 'the hall is free in March' }, now - 1_000);
const secret = newTip({ id: 'secret', text: 'not to be told', confidential: true }, now - 1_000);
const occasion: Occasion = {
  ...base,
  id: 'occ',
  site: 'gmail',
  ref: 't1',
  kind: 'thread',
  title: 'Hall',
  startAt: now,
  endAt: null,
  zone: null,
  whenText: null,
  organizerKey: null,
  participants: [
    { key: 'ana@x.org', written: 'Ana@x.org', name: 'Ana', role: 'from', answer: null, self: false },
    { key: null, written: null, name: 'Wei', role: 'cc', answer: null, self: false },
  ],
  keys: ['ana@x.org', 'new@y.org'],
  extent: { complete: true, shown: 3, total: null },
  lastSeenAt: now,
  pinned: false,
  importId: null,
};
const scope: Scope = {
  occasionId: 'occ',
  participants: [
    { ref: 'ana@x.org', key: 'ana@x.org', address: 'Ana@x.org', name: 'Ana', personId: 'ana' },
    { ref: 'new@y.org', key: 'new@y.org', address: 'new@y.org', name: 'Nora New', personId: null },
    { ref: 'name:Wei', key: null, address: null, name: 'Wei', personId: null },
  ],
  personIds: ['ana', 'bo'],
  found: { ...occasion, id: 'found', ref: 'u1', title: 'Found' },
};

let deps: ActDeps;
let store: Store;
beforeEach(async () => {
  deps = await freshDeps({ scope });
  store = deps.store;
  await store.people.bulkAdd([ana, bo]);
  await store.tips.bulkAdd([tip, secret]);
  await store.occasions.add(occasion);
  await store.sightings.add({
    ...base,
    id: 's-new',
    key: 'new@y.org',
    written: 'new@y.org',
    name: 'Nora New',
    kind: 'person',
    saidPerson: false,
    lastSeenAt: now,
    days: 1,
    importId: null,
  });
  await store.shares.add({
    ...base,
    id: 'share',
    tipId: 'tip',
    personId: 'bo',
    state: 'planned',
    setting: 'walk',
    plannedFor: null,
    whyYou: '',
    occasionId: null,
    givenAt: null,
    outcome: null,
  });
  await store.cooperations.add({
    ...base,
    id: 'coop',
    personId: 'ana',
    direction: 'they-asked',
    about: 'a van',
    answer: 'open',
    at: now - 1_000,
    answeredAt: null,
  });
});

const whom = { ref: 'new@y.org' };
const acts: [string, Act, () => Promise<unknown>, unknown][] = [
  [
    'an occasion that waited for it',
    { act: 'keep-occasion' },
    () => store.occasions.get('found'),
    { ref: 'u1', title: 'Found', pinned: true },
  ],
  [
    'a decision, which keeps the occasion',
    { act: 'decide', promptKey: 'k', decision: 'later', until: now + 9 },
    async () => [
      await store.decisions.where('promptKey').equals('k').first(),
      (await store.occasions.get('occ'))?.pinned,
    ],
    [{ decision: 'later', until: now + 9, at: now }, true],
  ],
  [
    'keeping a new face, whose sighting goes',
    { act: 'keep-person', ref: 'new@y.org' },
    async () => [(await store.people.where('keys').equals('new@y.org').first()) ?? null, await store.sightings.count()],
    [{ name: 'Nora New', organisation: null, addresses: [{ key: 'new@y.org', written: 'new@y.org' }] }, 0],
  ],
  [
    'keeping a bare name, without an address',
    { act: 'keep-person', ref: 'name:Wei' },
    async () => (await store.people.toArray()).find((person) => person.name === 'Wei'),
    { addresses: [], keys: [] },
  ],
  [
    'saying that an address is a person',
    { act: 'say-person', ref: 'new@y.org' },
    () => store.sightings.get('s-new'),
    { saidPerson: true },
  ],
  [
    'confirming a possible match by address',
    { act: 'confirm-match', ref: 'new@y.org', personId: 'bo' },
    async () => [await store.people.get('bo'), await store.sightings.count()],
    [{ keys: ['new@y.org'], addresses: [{ key: 'new@y.org', written: 'new@y.org' }] }, 0],
  ],
  [
    'confirming a bare name, for this occasion alone',
    { act: 'confirm-match', ref: 'name:Wei', personId: 'bo' },
    async () => [(await store.occasions.get('occ'))?.participants[1], (await store.people.get('bo'))?.keys],
    [{ name: 'Wei', personId: 'bo' }, []],
  ],
  [
    'refusing a possible match',
    { act: 'refuse-match', ref: 'new@y.org', personId: 'bo' },
    () => store.people.get('bo'),
    { notSameAs: ['new@y.org'] },
  ],
  [
    'tagging an unkept sender as a potential connection',
    { act: 'tag-potential', whom, on: true },
    () => store.people.where('keys').equals('new@y.org').first(),
    { potentialSince: now },
  ],
  [
    'marking a friend',
    { act: 'mark-friend', whom: { personId: 'ana' }, on: true },
    () => store.people.get('ana'),
    { friend: true },
  ],
  [
    'a need',
    { act: 'add-need', whom: { ref: 'ana@x.org' }, text: 'a van' },
    () => store.people.get('ana'),
    { needs: [{ text: 'a van', createdAt: now }] },
  ],
  [
    'an offer',
    { act: 'add-offer', whom, text: 'x' },
    () => store.people.where('keys').equals('new@y.org').first(),
    { offers: [{ text: 'x' }] },
  ],
  [
    'a note',
    { act: 'add-note', whom: { personId: 'bo' }, text: 'quiet', confidential: true },
    () => store.people.get('bo'),
    { notes: [{ text: 'quiet', confidential: true }] },
  ],
  [
    'planning a share',
    {
      act: 'plan-share',
      whom,
      tipId: 'tip',
      setting: 'meal',
      plannedFor: now + 5,
      whyYou: 'you look for a hall',
    },
    async () => [
      (await store.shares.toArray()).find((s) => s.personId !== 'bo'),
      (await store.occasions.get('occ'))?.pinned,
    ],
    [{ tipId: 'tip', state: 'planned', setting: 'meal', occasionId: 'occ', whyYou: 'you look for a hall' }, true],
  ],
  [
    'giving what was planned',
    { act: 'close-share', shareId: 'share', state: 'given', outcome: 'glad' },
    () => store.shares.get('share'),
    { state: 'given', givenAt: now, outcome: 'glad' },
  ],
  [
    'a request',
    { act: 'record-cooperation', whom: { personId: 'bo' }, direction: 'i-asked', about: 'a lift', answer: 'agreed' },
    () => store.cooperations.where('personId').equals('bo').first(),
    { direction: 'i-asked', answer: 'agreed', at: now, answeredAt: now },
  ],
  [
    'the answer to a request',
    { act: 'answer-cooperation', cooperationId: 'coop', answer: 'declined' },
    () => store.cooperations.get('coop'),
    { answer: 'declined', answeredAt: now },
  ],
  [
    'an introduction begun',
    { act: 'begin-introduction', whom: { personId: 'bo' }, other: { ref: 'new@y.org' }, reason: 'a van, a driver' },
    async () => (await store.introductions.toArray()).at(-1),
    { aId: 'bo', state: 'asked', consentA: 'asked', consentB: 'not-asked', reason: 'a van, a driver' },
  ],
  [
    'a review, which keeps the occasion',
    { act: 'write-review', occasionId: 'occ', given: 'g', asked: '', agreed: 'a', next: 'n' },
    async () => [
      await store.reviews.where('occasionId').equals('occ').first(),
      (await store.occasions.get('occ'))?.pinned,
    ],
    [{ given: 'g', next: 'n', writtenAt: now }, true],
  ],
  [
    'a tip',
    {
      act: 'capture-tip',
      text: 'a room is free',
      topics: [' rooms ', 'rooms', ''],
      reach: 'few',
      few: ['ana', 'ana'],
      expiresAt: null,
      source: null,
      confidential: false,
    },
    async () => (await store.tips.toArray()).find((one) => one.text === 'a room is free'),
    { topics: ['rooms'], few: ['ana'], learnedAt: now },
  ],
  [
    'my need',
    { act: 'add-my-need', text: 'a desk' },
    () => store.settings.get('settings'),
    { me: { needs: [{ text: 'a desk' }] } },
  ],
  [
    'my offer',
    { act: 'add-my-offer', text: 'a desk' },
    () => store.settings.get('settings'),
    { me: { offers: [{ text: 'a desk' }] } },
  ],
];

describe('each act', () => {
  test.each(acts)(
    '%s: written, journaled under its name, undone to what was before',
    async (_, act, read, expected) => {
      const before = await dump(store);
      const result = await perform(act, deps);
      expect(result).toMatchObject({ ok: true, changeId: expect.any(String) });
      expect(await read()).toMatchObject(expected as object);
      const [change] = await store.changes.toArray();
      expect(change?.act).toBe(act.act);
      const changeId = result.ok ? (result.changeId ?? '') : '';
      expect(await perform({ act: 'undo', changeId }, deps)).toMatchObject({ ok: true });
      expect(await dump(store)).toEqual(before);
    },
  );

  test('every act of the contract is tried above, and each has its own file', () => {
    const tried = new Set(acts.map(([, act]) => act.act));
    const files = {
      'add-my-need': addMyNeed,
      'add-my-offer': addMyOffer,
      'add-need': addNeed,
      'add-note': addNote,
      'add-offer': addOffer,
      'answer-cooperation': answerCooperation,
      'begin-introduction': beginIntroduction,
      'capture-tip': captureTip,
      'close-share': closeShare,
      'confirm-match': confirmMatch,
      decide,
      'keep-occasion': keepOccasion,
      'keep-person': keepPerson,
      'mark-friend': markFriend,
      'plan-share': planShare,
      'record-cooperation': recordCooperation,
      'refuse-match': refuseMatch,
      'say-person': sayPerson,
      'tag-potential': tagPotential,
      'write-review': writeReview,
    } satisfies Record<Exclude<Act['act'], 'undo'>, unknown>;
    expect([...tried].sort()).toEqual(Object.keys(files).sort());
  });
});

test('an introduction asked from the other side is the same one', async () => {
  const [ana, bo] = [{ personId: 'ana' }, { personId: 'bo' }];
  await perform({ act: 'begin-introduction', whom: ana, other: bo, reason: 'first' }, deps);
  await perform({ act: 'begin-introduction', whom: bo, other: ana, reason: 'second' }, deps);
  expect(await store.introductions.toArray()).toMatchObject([
    { aId: 'ana', bId: 'bo', reason: 'first', state: 'asked', consentA: 'asked', consentB: 'asked' },
  ]);
});

describe('an act that cannot be', () => {
  test.each([
    ['an unknown act', { act: 'fly' }, 'RM-113'],
    ['an empty need', { act: 'add-need', whom, text: '  ' }, 'RM-113'],
    ['a participant of another occasion', { act: 'keep-person', ref: 'other@z.org' }, 'RM-110'],
    [
      'a person who has no part in the occasion',
      { act: 'mark-friend', whom: { personId: 'stranger' }, on: true },
      'RM-110',
    ],
    [
      'a tip that is gone',
      { act: 'plan-share', whom, tipId: 'no', setting: 'meal', plannedFor: null, whyYou: '' },
      'RM-109',
    ],
    [
      'a confidential tip',
      { act: 'plan-share', whom, tipId: 'secret', setting: 'meal', plannedFor: null, whyYou: '' },
      'RM-114',
    ],
    [
      'one of the few who is not kept',
      { ...acts.map(([, act]) => act).find((act) => act.act === 'capture-tip'), few: ['x'] },
      'RM-109',
    ],
    [
      'an introduction of one person to themselves',
      { act: 'begin-introduction', whom, other: whom, reason: '' },
      'RM-113',
    ],
    ['an undo of nothing', { act: 'undo', changeId: 'x' }, 'RM-112'],
  ])('%s is refused with its number, and nothing is written', async (_, act, code) => {
    const before = await dump(store);
    expect(await perform(act, deps)).toMatchObject({ ok: false, code, transient: false });
    expect(await dump(store)).toEqual(before);
    expect(await store.changes.count()).toBe(0);
  });

  test('a person deleted meanwhile is RM-109', async () => {
    await store.people.delete('bo');
    expect(await perform({ act: 'mark-friend', whom: { personId: 'bo' }, on: true }, deps)).toMatchObject({
      code: 'RM-109',
    });
  });

  test('a closed store is transient', async () => {
    store.close();
    expect(await perform({ act: 'add-my-need', text: 'x' }, deps)).toMatchObject({ code: 'RM-106', transient: true });
  });
});

describe('doing it twice', () => {
  test.each([
    [{ act: 'add-need', whom, text: 'a van' }],
    [{ act: 'tag-potential', whom, on: true }],
    [{ act: 'keep-person', ref: 'name:Wei' }],
    [{ act: 'refuse-match', ref: 'new@y.org', personId: 'bo' }],
  ])('%o changes nothing the second time', async (act) => {
    await perform(act, deps);
    const once = await dump(store);
    expect(await perform(act, deps)).toEqual({ ok: true, changeId: null, warning: null });
    expect(await dump(store)).toEqual(once);
  });

  test('a later decision replaces the earlier one', async () => {
    await perform({ act: 'decide', promptKey: 'k', decision: 'later', until: now + 1 }, deps);
    await perform({ act: 'decide', promptKey: 'k', decision: 'never', until: now + 1 }, deps);
    expect(await store.decisions.toArray()).toMatchObject([{ decision: 'never', until: null }]);
  });
});

describe('the guard of a tip', () => {
  const plan = (personId: string) =>
    perform(
      { act: 'plan-share', whom: { personId }, tipId: 'tip', setting: 'meal', plannedFor: null, whyYou: '' },
      deps,
    );

  test('names those who are promised it when a second person would get what is for one', async () => {
    expect(await plan('ana')).toMatchObject({ ok: true, warning: { code: 'tip-becomes-common', people: ['Bo'] } });
  });

  test('is silent for the planned one, for skipped ones and for open tips', async () => {
    expect(await plan('bo')).toMatchObject({ ok: true, warning: null });
    await perform({ act: 'close-share', shareId: 'share', state: 'skipped', outcome: null }, deps);
    expect(await plan('ana')).toMatchObject({ warning: null });
    await store.tips.update('tip', { reach: 'open' });
    expect(await plan('bo')).toMatchObject({ warning: null });
  });

  test('names the few when somebody else would get what is for them', async () => {
    await store.tips.update('tip', { reach: 'few', few: ['bo'] });
    expect(await plan('ana')).toMatchObject({ warning: { people: ['Bo'] } });
  });

  test('a person who has it already is refused', async () => {
    await perform({ act: 'close-share', shareId: 'share', state: 'given', outcome: null }, deps);
    expect(await plan('bo')).toMatchObject({ ok: false, code: 'RM-115' });
  });
});

test('the meaning of what was written is kept, and its failing fails no act', async () => {
  const encode = async (text: string) => (text === 'odd' ? null : Int8Array.of(text.length));
  await perform({ act: 'add-my-need', text: 'a desk' }, { ...deps, encode });
  await perform({ act: 'add-my-need', text: 'odd' }, { ...deps, encode });
  expect(await store.meanings.where('key').above('').toArray()).toEqual([{ key: 'a desk', vector: Int8Array.of(6) }]);
  const failing = { ...deps, encode: () => Promise.reject(new Error('no table')) };
  expect(await perform({ act: 'add-my-need', text: 'a lamp' }, failing)).toMatchObject({ ok: true });
});

test('the scope of a brief is its people, the possible ones and the other side of its prompts', () => {
  const person = {
    ref: 'a@b.c',
    address: 'A@b.c',
    key: 'a@b.c',
    name: 'A',
    known: null,
    candidates: [{ id: 'p2', name: 'A', organisation: null, reason: 'same-name' }],
  };
  const prompt = { person: { id: 'p1' }, other: { id: 'p3' } };
  const brief = { occasion: { id: 'o' }, people: [person], prompts: [prompt] } as unknown as Brief;
  expect(scopeOf(brief)).toEqual({
    occasionId: 'o',
    participants: [{ ref: 'a@b.c', key: 'a@b.c', address: 'A@b.c', name: 'A', personId: null }],
    personIds: ['p2', 'p1', 'p3'],
  });
});
