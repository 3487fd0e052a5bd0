import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { introductionIdeas, reasonsAgainst } from '../../../actions/introduction-ideas.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { perform } from '../../../actions/perform.ts';
import { saveIntroduction } from '../../../actions/save-introduction.ts';
import { newPerson, newWant, type Person } from '../../../records/person.ts';
import { freshDeps, now } from '../storage/fresh-store.ts';
import { meeting, participant } from './readings.ts';

const day = 86_400_000;
let deps: ActDeps;
const person = (id: string, more: Partial<Person>): Person =>
  newPerson(
    { id, name: id, addresses: [{ key: `${id}@${id}.example`, written: `${id}@${id}.example` }], ...more },
    now - day,
  );

beforeEach(async () => {
  deps = await freshDeps();
  const needs = [newWant('a tenant for the empty workshop hall', now)];
  const offers = [newWant('rents a workshop hall as tenant', now)];
  await deps.store.people.bulkAdd([
    person('chief', { needs, organisation: 'Office' }),
    person('townsman', { offers }),
    person('idle', {}),
  ]);
});

const pair = async () => (await introductionIdeas(deps.store, now))[0];

describe('ideas over everybody', () => {
  test('with names, addresses, the need and the offer', async () => {
    expect(await introductionIdeas(deps.store, now)).toMatchObject([
      {
        a: { id: 'chief', address: 'chief@chief.example' },
        b: { id: 'townsman' },
        halves: [
          { neederId: 'chief', need: 'a tenant for the empty workshop hall', offer: 'rents a workshop hall as tenant' },
        ],
        against: [],
      },
    ]);
  });

  test('once decided never, it stays away', async () => {
    const promptKey = (await pair())?.key ?? '';
    await perform({ act: 'decide', promptKey, decision: 'never', until: null }, deps);
    expect(await introductionIdeas(deps.store, now)).toEqual([]);
  });

  test('those who met in a small round know each other; a big one says nothing', async () => {
    const guest = (id: string) => participant({ name: id, address: `${id}@${id}.example` });
    const crowd = Array.from({ length: 20 }, (_, n) => guest(`guest${n}`));
    const both = [guest('chief'), guest('townsman')];
    const at = { now, zone: 'UTC' };
    const start = { local: '2026-10-01T10:00', zone: 'UTC' };
    await keepSeen(
      deps.store,
      meeting({ ref: 'big', title: 'Fair', start, end: null, participants: [...both, ...crowd] }),
      'o1',
      at,
    );
    expect((await pair())?.against).toEqual([]);
    await keepSeen(
      deps.store,
      meeting({ ref: 'small', title: 'Lunch', start, end: null, participants: both }),
      'o2',
      at,
    );
    expect((await pair())?.against).toEqual([{ code: 'met', name: 'Lunch', at: Date.UTC(2026, 9, 1, 10) }]);
  });
});

describe('what speaks against two', () => {
  test('nothing where nothing is known; and it never throws for who is gone', async () => {
    expect(await reasonsAgainst(deps.store, 'chief', 'idle')).toEqual([]);
    expect(await reasonsAgainst(deps.store, 'chief', 'chief')).toEqual([]);
    expect(await reasonsAgainst(deps.store, 'chief', 'gone')).toEqual([]);
  });

  test('one house, by name or by domain', async () => {
    await deps.store.people.bulkAdd([
      person('clerk', { organisation: 'office ' }),
      person('twin', { addresses: [{ key: 'x@idle.example', written: 'x@idle.example' }], keys: ['x@idle.example'] }),
    ]);
    expect(await reasonsAgainst(deps.store, 'chief', 'clerk')).toEqual([{ code: 'same-house', name: 'Office' }]);
    expect(await reasonsAgainst(deps.store, 'idle', 'twin')).toEqual([{ code: 'same-house', name: 'idle.example' }]);
  });

  test('who refused, and one that is begun or was made', async () => {
    const saved = (state: 'declined' | 'done', consentB: 'declined' | 'agreed') =>
      saveIntroduction(
        {
          id: null,
          aId: 'chief',
          bId: 'idle',
          reason: 'x',
          state,
          consentA: 'agreed',
          consentB,
          outcome: null,
          noteA: null,
          noteB: null,
        },
        deps,
      );
    await saved('declined', 'declined');
    expect(await reasonsAgainst(deps.store, 'idle', 'chief')).toEqual([{ code: 'refused', name: 'idle', at: now }]);
    await saved('done', 'agreed');
    expect((await reasonsAgainst(deps.store, 'chief', 'idle')).map(({ code }) => code).sort()).toEqual([
      'made-before',
      'refused',
    ]);
  });
});
