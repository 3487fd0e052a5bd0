import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { mergePeople } from '../../../actions/merge-people.ts';
import { perform } from '../../../actions/perform.ts';
import { remove } from '../../../actions/remove.ts';
import { resultOf, runAct } from '../../../actions/run-act.ts';
import { saveIntroduction } from '../../../actions/save-introduction.ts';
import { saveMatter } from '../../../actions/save-matter.ts';
import { savePerson } from '../../../actions/save-person.ts';
import { saveSettings } from '../../../actions/save-settings.ts';
import { saveTip } from '../../../actions/save-tip.ts';
import { lines } from '../../../actions/typed.ts';
import type { ActResult } from '../../../records/act.ts';
import { newPerson } from '../../../records/person.ts';
import type { IntroductionDraft, MatterDraft, PersonDraft, TipDraft } from '../../../records/planner.ts';
import { newTip } from '../../../records/tip.ts';
import type { Store } from '../../../storage/store.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';

const ana = newPerson({ id: 'ana', name: 'Ana', addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }] }, now - 9);
const bo = newPerson(
  { id: 'bo', name: 'Bo', addresses: [{ key: 'bo@x.org', written: 'bo@x.org' }], friend: true },
  now - 9,
);
const empty: PersonDraft = {
  id: null,
  name: '',
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
};
const tip: TipDraft = {
  id: null,
  text: 'a hall',
  topics: [],
  reach: 'one',
  few: [],
  confidential: false,
  expiresAt: null,
  source: null,
};
const introduction: IntroductionDraft = {
  id: null,
  aId: 'ana',
  bId: 'bo',
  reason: 'a hall',
  state: 'idea',
  consentA: 'not-asked',
  consentB: 'not-asked',
  outcome: null,
};
const matter: MatterDraft = { id: null, title: 'Concert', owner: 'ana', state: 'open', outcome: null, steps: [] };

let deps: ActDeps;
let store: Store;
beforeEach(async () => {
  deps = await freshDeps();
  store = deps.store;
  await store.people.bulkAdd([ana, bo]);
});

async function undoing(result: ActResult): Promise<void> {
  expect(result).toMatchObject({ ok: true, changeId: expect.any(String) });
  await expect(
    perform({ act: 'undo', changeId: result.ok ? (result.changeId ?? '') : '' }, deps),
  ).resolves.toMatchObject({ ok: true });
}

describe('a person as typed', () => {
  test('is written, found by names and addresses, and its sighting goes; undone, all is as before', async () => {
    await store.sightings.add({
      id: 's',
      createdAt: now,
      updatedAt: now,
      key: 'cy@x.org',
      written: 'cy@x.org',
      name: null,
      kind: 'person',
      saidPerson: false,
      lastSeenAt: now,
      days: 1,
      importId: null,
    });
    const before = await dump(store);
    const draft = {
      ...empty,
      name: ' Cy Young ',
      addresses: ['Cy@x.org', ' ', 'cy@X.org'],
      needs: [
        { id: null, text: ' a van ' },
        { id: null, text: '' },
      ],
    };
    const result = await savePerson(draft, deps);
    expect(await store.people.get(result.id ?? '')).toMatchObject({
      name: 'Cy Young',
      keys: ['cy@x.org'],
      addresses: [{ written: 'cy@X.org' }],
      needs: [{ text: 'a van', createdAt: now }],
      nameKeys: expect.arrayContaining(['cyyoung', 'youngcy']),
    });
    expect(await store.sightings.count()).toBe(0);
    await undoing(result);
    expect(await dump(store)).toEqual(before);
  });

  test('changed, keeps what the form does not show, and the age of what stays', async () => {
    await savePerson({ ...empty, id: 'bo', name: 'Bo', notes: [{ id: null, text: 'n', confidential: true }] }, deps);
    const note = (await store.people.get('bo'))?.notes[0];
    const later = { ...deps, now: () => now + 5 };
    await savePerson(
      { ...empty, id: 'bo', name: 'Bob', notes: [{ id: note?.id ?? '', text: 'n2', confidential: true }] },
      later,
    );
    expect(await store.people.get('bo')).toMatchObject({
      name: 'Bob',
      friend: true,
      notes: [{ id: note?.id, text: 'n2', createdAt: now }],
    });
  });

  test.each([
    ['no name and no address', empty, 'RM-113', /name or an address/],
    ['what is no address', { ...empty, name: 'X', addresses: ['nowhere'] }, 'RM-119', /"nowhere" is not/],
    ['an address of somebody else', { ...empty, name: 'X', addresses: ['BO@x.org'] }, 'RM-117', /belongs to Bo/],
    ['a person who is gone', { ...empty, id: 'gone', name: 'X' }, 'RM-109', /no longer/],
    ['a name beyond its length', { ...empty, name: 'x'.repeat(501) }, 'RM-108', /field "name"/],
  ])('%s is refused, and nothing is written', async (_, draft, code, detail) => {
    const before = await dump(store);
    expect(await savePerson(draft, deps)).toMatchObject({ ok: false, code, detail: expect.stringMatching(detail) });
    expect(await dump(store)).toEqual(before);
  });
});

describe('tips, introductions, matters, settings as typed', () => {
  test('are written, changed, and undone', async () => {
    const before = await dump(store);
    const results = [
      await saveTip({ ...tip, topics: [' halls ', 'halls'], reach: 'few', few: ['ana'] }, deps),
      await saveIntroduction({ ...introduction, state: 'done' }, deps),
      await saveMatter(
        {
          ...matter,
          steps: [
            { id: null, title: ' ask ', who: 'me', state: 'open', dueAt: null },
            { id: null, title: '', who: null, state: 'open', dueAt: null },
          ],
        },
        deps,
      ),
      await saveSettings(
        { keepDays: 30, me: { name: 'Me', addresses: ['Me@x.org'], needs: ['a desk'], offers: [] } },
        deps,
      ),
    ];
    expect(await store.tips.toArray()).toMatchObject([{ topics: ['halls'], few: ['ana'], learnedAt: now }]);
    expect(await store.introductions.toArray()).toMatchObject([{ madeAt: now }]);
    expect(await store.matters.toArray()).toMatchObject([{ steps: [{ title: 'ask', id: expect.any(String) }] }]);
    expect(await store.settings.toArray()).toMatchObject([
      { keepDays: 30, keepSeen: true, me: { addresses: [{ key: 'me@x.org' }], needs: [{ text: 'a desk' }] } },
    ]);
    for (const result of results.reverse()) await undoing(result);
    expect(await dump(store)).toEqual(before);
  });

  test('changed, they stay the same record', async () => {
    await saveIntroduction({ ...introduction, state: 'done' }, deps);
    const [made] = await store.introductions.toArray();
    const later = { ...deps, now: () => now + 5 };
    await saveIntroduction({ ...introduction, id: made?.id ?? '', state: 'done', outcome: 'they met' }, later);
    expect(await store.introductions.toArray()).toMatchObject([
      { id: made?.id, madeAt: now, outcome: 'they met', createdAt: now },
    ]);
  });

  test.each<[string, (deps: ActDeps) => Promise<ActResult>, string]>([
    ['a tip without a text', (d) => saveTip({ ...tip, text: ' ' }, d), 'RM-113'],
    ['a tip for somebody who is gone', (d) => saveTip({ ...tip, reach: 'few', few: ['gone'] }, d), 'RM-109'],
    ['an introduction to oneself', (d) => saveIntroduction({ ...introduction, bId: 'ana' }, d), 'RM-113'],
    ['an introduction of somebody who is gone', (d) => saveIntroduction({ ...introduction, bId: 'gone' }, d), 'RM-109'],
    ['a matter without a title', (d) => saveMatter({ ...matter, title: '' }, d), 'RM-113'],
    ['a matter of somebody who is gone', (d) => saveMatter({ ...matter, owner: 'gone' }, d), 'RM-109'],
    [
      'an own address that is none',
      (d) => saveSettings({ me: { name: '', addresses: ['x'], needs: [], offers: [] } }, d),
      'RM-119',
    ],
    ['a deletion of what is gone', (d) => remove('tips', 'gone', d), 'RM-109'],
    ['a merge of one with itself', (d) => mergePeople('ana', 'ana', d), 'RM-113'],
    ['a merge with somebody who is gone', (d) => mergePeople('ana', 'gone', d), 'RM-109'],
  ])('%s is refused', async (_, act, code) => {
    const before = await dump(store);
    expect(await act(deps)).toMatchObject({ ok: false, code });
    expect(await dump(store)).toEqual(before);
  });
});

/** Records that name Bo in every way there is. */
async function aboutBo(): Promise<void> {
  await store.tips.add(newTip({ id: 'tip', text: 'x', reach: 'few', few: ['bo', 'ana'] }, now));
  await perform(
    { act: 'plan-share', whom: { personId: 'bo' }, tipId: 'tip', setting: 'meal', plannedFor: null, whyYou: '' },
    deps,
  );
  await perform(
    { act: 'record-cooperation', whom: { personId: 'bo' }, direction: 'i-asked', about: 'x', answer: 'agreed' },
    deps,
  );
  await saveIntroduction(introduction, deps);
  await store.people.add(newPerson({ id: 'cy', name: 'Cy' }, now));
  await saveIntroduction({ ...introduction, aId: 'bo', bId: 'cy' }, deps);
  await saveMatter({ ...matter, owner: 'bo' }, deps);
  await saveMatter({ ...matter, steps: [{ id: null, title: 'ask', who: 'bo', state: 'open', dueAt: null }] }, deps);
  await perform({ act: 'decide', promptKey: 'share/bo/tip', decision: 'never', until: null }, deps);
  await perform({ act: 'decide', promptKey: 'introduce/bo/cy', decision: 'done', until: null }, deps);
}

describe('deleting', () => {
  test('a person takes along what is only about them, and undo brings all of it back', async () => {
    await aboutBo();
    const before = await dump(store);
    const result = await remove('people', 'bo', deps);
    expect([await store.shares.count(), await store.introductions.count()]).toEqual([0, 0]);
    // What Ana asked stays.
    expect(await store.cooperations.toArray()).toMatchObject([{ personId: 'ana' }]);
    expect(await store.matters.toArray()).toMatchObject([{ owner: 'ana', steps: [{ who: null }] }]);
    expect((await store.tips.get('tip'))?.few).toEqual(['ana']);
    await undoing(result);
    expect(await dump(store)).toEqual(before);
  });

  test('a tip takes its shares along', async () => {
    await aboutBo();
    const before = await dump(store);
    const result = await remove('tips', 'tip', deps);
    expect(await store.shares.count()).toBe(0);
    await undoing(result);
    expect(await dump(store)).toEqual(before);
  });
});

describe('merging', () => {
  test('points every record to the one who stays, and undo takes the two apart exactly', async () => {
    await aboutBo();
    const before = await dump(store);
    const result = await mergePeople('ana', 'bo', deps);
    expect(await store.people.get('bo')).toBeUndefined();
    expect(await store.people.get('ana')).toMatchObject({
      keys: ['ana@x.org', 'bo@x.org'],
      otherNames: ['Bo'],
      friend: true,
    });
    expect(await store.shares.toArray()).toMatchObject([{ personId: 'ana' }]);
    expect(new Set((await store.cooperations.toArray()).map(({ personId }) => personId))).toEqual(new Set(['ana']));
    // That between the two is gone; the other one is now Ana's.
    expect((await store.introductions.toArray()).map(({ aId, bId }) => [aId, bId])).toEqual([['ana', 'cy']]);
    expect((await store.matters.toArray()).map(({ owner, steps }) => [owner, steps[0]?.who])).toEqual([
      ['ana', undefined],
      ['ana', 'ana'],
    ]);
    expect((await store.tips.get('tip'))?.few).toEqual(['ana']);
    expect((await store.decisions.toArray()).map(({ promptKey }) => promptKey).sort()).toEqual([
      'introduce/ana/cy',
      'share/ana/tip',
    ]);
    await undoing(result);
    expect(await dump(store)).toEqual(before);
  });

  test('of two decisions about the same the later one holds', async () => {
    await perform(
      { act: 'decide', promptKey: 'reconnect/bo', decision: 'never', until: null },
      { ...deps, now: () => now + 9 },
    );
    await perform({ act: 'decide', promptKey: 'reconnect/ana', decision: 'done', until: null }, deps);
    await mergePeople('ana', 'bo', deps);
    expect(await store.decisions.toArray()).toMatchObject([{ promptKey: 'reconnect/ana', decision: 'never' }]);
  });
});

test('an act that fails is a result with its number; one that writes keeps the meanings of all texts', async () => {
  expect(await resultOf(() => Promise.reject(new TypeError('x')))).toMatchObject({ ok: false, code: 'RM-118' });
  const encode = async (text: string) => Int8Array.of(text.length);
  await runAct('test', { ...deps, encode }, async (act) => {
    await act.put('tips', newTip({ text: 'a hall', topics: ['halls'] }, now));
    await act.put('tips', newTip({ text: 'secret', confidential: true }, now));
  });
  expect((await store.meanings.toCollection().primaryKeys()).length).toBeGreaterThan(0);
  expect(await store.meanings.get('secret')).toBeUndefined();
  expect(lines([' a ', 'a', ''])).toEqual(['a']);
});
