import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { meetingsWith } from '../../../actions/meetings-with.ts';
import { perform } from '../../../actions/perform.ts';
import { tipTakers, topicsFor } from '../../../actions/tip-takers.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import { newTip } from '../../../records/tip.ts';
import { freshDeps, now } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const hour = 3_600_000;
const day = 24 * hour;
let deps: ActDeps;
const local = (moment: number) => ({ local: new Date(moment).toISOString().slice(0, 16), zone: 'UTC' });
const meet = (ref: string, start: number) =>
  keepSeen(deps.store, meeting({ ref, title: ref, start: local(start), end: local(start + hour) }), ref, {
    now,
    zone: 'UTC',
  });

beforeEach(async () => {
  deps = await freshDeps();
  await deps.store.people.bulkAdd([
    newPerson(
      {
        id: 'ana',
        name: 'Ana',
        addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }],
        needs: [newWant('a hall for concerts', now)],
        topics: ['concert hall', '厂房'],
      },
      now,
    ),
    newPerson({ id: 'bo', name: 'Bo' }, now),
  ]);
  await deps.store.tips.bulkAdd([
    newTip({ id: 'hall', text: 'the hall for concerts is free', topics: ['harbour'] }, now),
    newTip({ id: 'secret', text: 'the hall for concerts', confidential: true }, now),
  ]);
});

describe('takers', () => {
  test('are named with an address to write to, and the reason', async () => {
    expect(await tipTakers(deps.store, 'hall', now)).toMatchObject([
      { person: { id: 'ana', address: 'Ana@x.org' }, because: [{ code: 'tip-meets-need' }] },
    ]);
    expect(await tipTakers(deps.store, 'secret', now)).toEqual([]);
    expect(await tipTakers(deps.store, 'gone', now)).toEqual([]);
  });

  test('say when they were last seen, from the history', async () => {
    await meet('old', now - 200 * day);
    const [ana] = await tipTakers(deps.store, 'hall', now);
    expect(ana?.because.map(({ code }) => code)).toContain('seldom-seen');
  });
});

test('topics in use are proposed when their words stand in the text', async () => {
  expect(await topicsFor(deps.store, 'New fees for the Harbour; a Hall for any concert')).toEqual([
    'concert hall',
    'harbour',
  ]);
  expect(await topicsFor(deps.store, '三号厂房空出来')).toEqual(['厂房']);
  expect(await topicsFor(deps.store, 'harbours')).toEqual([]);
  expect(await topicsFor(deps.store, ' ')).toEqual([]);
});

describe('a share planned beside a meeting', () => {
  test('the coming meetings with a person, the next first', async () => {
    await meet('later', now + 3 * day);
    await meet('past', now - day);
    await meet('next', now + day);
    expect((await meetingsWith(deps.store, 'ana', now)).map(({ title }) => title)).toEqual(['next', 'later']);
    expect(await meetingsWith(deps.store, 'bo', now)).toEqual([]);
    expect(await meetingsWith(deps.store, 'gone', now)).toEqual([]);
  });

  test('keeps its meeting, its if-then line and its words; planned again, what is left out stays', async () => {
    await meet('next', now + day);
    const [next] = await meetingsWith(deps.store, 'ana', now);
    const plan = {
      act: 'plan-share',
      whom: { personId: 'ana' },
      tipId: 'hall',
      setting: 'before',
      plannedFor: null,
      whyYou: 'x',
    };
    await perform({ ...plan, ifThen: 'If I see Ana, I tell her.', draft: 'Dear Ana', occasionId: next?.id }, deps);
    expect(await deps.store.shares.toArray()).toMatchObject([
      { ifThen: 'If I see Ana, I tell her.', draft: 'Dear Ana', occasionId: next?.id },
    ]);
    expect((await deps.store.occasions.get(next?.id ?? ''))?.pinned).toBe(true);
    await perform({ ...plan, setting: 'walk' }, deps);
    expect(await deps.store.shares.toArray()).toMatchObject([
      { setting: 'walk', ifThen: 'If I see Ana, I tell her.', occasionId: next?.id },
    ]);
    await perform({ ...plan, occasionId: 'gone' }, deps);
    expect(await deps.store.shares.toArray()).toMatchObject([{ occasionId: null }]);
  });

  test('from a panel it is beside the occasion that is open there, whatever is asked', async () => {
    await meet('next', now + day);
    const scope = { occasionId: null, participants: [], personIds: ['ana'] };
    await perform(
      {
        act: 'plan-share',
        whom: { personId: 'ana' },
        tipId: 'hall',
        setting: 'walk',
        plannedFor: null,
        whyYou: '',
        occasionId: (await meetingsWith(deps.store, 'ana', now))[0]?.id,
      },
      { ...deps, scope },
    );
    expect(await deps.store.shares.toArray()).toMatchObject([{ occasionId: null }]);
  });
});

test('what came of a share is told later, and can be emptied again', async () => {
  await perform(
    { act: 'plan-share', whom: { personId: 'ana' }, tipId: 'hall', setting: 'walk', plannedFor: null, whyYou: '' },
    deps,
  );
  const shareId = (await deps.store.shares.toCollection().first())?.id;
  await perform({ act: 'close-share', shareId, state: 'given', outcome: null }, deps);
  await perform({ act: 'close-share', shareId, state: 'given', outcome: ' a lease ' }, deps);
  expect(await deps.store.shares.toArray()).toMatchObject([{ outcome: 'a lease', givenAt: now }]);
  await perform({ act: 'close-share', shareId, state: 'given', outcome: '' }, deps);
  expect(await deps.store.shares.toArray()).toMatchObject([{ outcome: null }]);
});
