import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { answerStep, askForStep } from '../../../actions/ask-for-step.ts';
import { due } from '../../../actions/due.ts';
import { listMatters } from '../../../actions/list-matters.ts';
import { perform } from '../../../actions/perform.ts';
import { remove } from '../../../actions/remove.ts';
import { saveMatter } from '../../../actions/save-matter.ts';
import { requestOf, settleStep } from '../../../actions/settle-step.ts';
import { putStep, stepOf } from '../../../actions/step-of.ts';
import { whoCouldHelp } from '../../../actions/who-could-help.ts';
import type { ActResult } from '../../../records/act.ts';
import { newBase } from '../../../records/base.ts';
import type { Matter, Step } from '../../../records/matter.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import type { MatterDraft } from '../../../records/planner.ts';
import { recordAct } from '../../../storage/journal.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';

let deps: ActDeps;
const step = (title: string, more: Partial<Step> = {}): MatterDraft['steps'][number] => ({
  id: null,
  title,
  who: 'me',
  state: 'open',
  dueAt: null,
  ...more,
});
const draft = (more: Partial<MatterDraft> = {}): MatterDraft => ({
  id: null,
  title: 'Find a school place',
  owner: 'lin',
  state: 'open',
  outcome: null,
  steps: [step('Ask for the age', { small: true }), step('Talk to a teacher', { who: null })],
  ...more,
});
const only = async (): Promise<Matter> => {
  const [row] = await listMatters(deps.store);
  if (row === undefined) throw new Error('No matter there.');
  return row.matter;
};
const stepId = (matter: Matter, n: number): string => matter.steps[n]?.id ?? '';
const requests = async () =>
  (await deps.store.cooperations.toArray()).map(({ personId, direction, about, answer }) => ({
    personId,
    direction,
    about,
    answer,
  }));
const done = (result: ActResult): string => {
  if (!result.ok) throw new Error(result.detail);
  return result.changeId ?? '';
};

beforeEach(async () => {
  deps = await freshDeps();
  await deps.store.people.bulkAdd([
    newPerson({ id: 'lin', name: 'Lin', addresses: [{ key: 'lin@x.org', written: 'Lin@x.org' }] }, now),
    newPerson({ id: 'teacher', name: 'Ma', offers: [newWant('talks about school and teacher life', now)] }, now),
    newPerson({ id: 'head', name: 'Gu', title: 'Teacher', organisation: 'School' }, now),
    newPerson({ id: 'baker', name: 'Bo', offers: [newWant('bread', now)] }, now),
  ]);
});

describe('a matter of somebody else’s', () => {
  test('stands as their request, waiting for my answer', async () => {
    done(await saveMatter(draft(), deps));
    expect(await requests()).toEqual([
      { personId: 'lin', direction: 'they-asked', about: 'Find a school place', answer: 'open' },
    ]);
    const [row] = await listMatters(deps.store);
    expect(row).toMatchObject({ ownerAddress: 'Lin@x.org', names: { lin: 'Lin' } });
    expect(row?.requests[row.matter.cooperationId ?? '']?.answer).toBe('open');
    // Its steps stand for it among what is due.
    expect((await due(deps.store, now)).map((item) => item.is)).toEqual(['step']);
  });

  test('one small step of mine done is cooperation; undo takes both back', async () => {
    done(await saveMatter(draft(), deps));
    const before = await dump(deps.store);
    const matter = await only();
    const changeId = done(await settleStep(matter.id, stepId(matter, 0), 'done', deps));
    expect((await only()).steps[0]?.state).toBe('done');
    expect((await requests())[0]?.answer).toBe('agreed');
    await perform({ act: 'undo', changeId }, deps);
    expect(await dump(deps.store)).toEqual(before);
  });

  test('written before requests were, it gets its request with the first step done', async () => {
    await deps.store.matters.add({
      ...newBase(now),
      id: 'old',
      title: 'Old one',
      owner: 'lin',
      steps: [{ id: 's', title: 'Call', who: 'me', state: 'open', dueAt: null }],
      state: 'open',
      outcome: null,
    });
    done(await settleStep('old', 's', 'done', deps));
    expect(await requests()).toEqual([
      { personId: 'lin', direction: 'they-asked', about: 'Old one', answer: 'agreed' },
    ]);
    // Done twice it is one request.
    done(await settleStep('old', 's', 'open', deps));
    done(await settleStep('old', 's', 'done', deps));
    expect(await requests()).toHaveLength(1);
  });

  test('let go without a step done, it was declined; a part that is not mine is nobody’s', async () => {
    done(await saveMatter(draft(), deps));
    const matter = await only();
    done(await settleStep(matter.id, stepId(matter, 0), 'not-mine', deps));
    expect((await only()).steps[0]).toMatchObject({ state: 'not-mine', who: null });
    expect((await requests())[0]?.answer).toBe('open');
    done(await saveMatter({ ...draft(), ...(await only()), state: 'dropped' }, deps));
    expect((await requests())[0]?.answer).toBe('declined');
  });

  test('my own is nobody’s request', async () => {
    done(await saveMatter(draft({ owner: 'me' }), deps));
    const matter = await only();
    done(await settleStep(matter.id, stepId(matter, 0), 'done', deps));
    expect(await requests()).toEqual([]);
  });
});

describe('a step that somebody is asked for', () => {
  beforeEach(async () => {
    done(await saveMatter(draft({ owner: 'me' }), deps));
    const matter = await only();
    done(await askForStep(matter.id, stepId(matter, 1), 'teacher', deps));
  });

  test('is theirs while the request is open', async () => {
    expect((await only()).steps[1]).toMatchObject({ who: 'teacher' });
    expect(await requests()).toEqual([
      {
        personId: 'teacher',
        direction: 'i-asked',
        about: 'Talk to a teacher (Find a school place)',
        answer: 'open',
      },
    ]);
  });

  test('declined, it is free again; agreed, it stays', async () => {
    const matter = await only();
    done(await answerStep(matter.id, stepId(matter, 1), 'agreed', deps));
    expect((await requests())[0]?.answer).toBe('agreed');
    expect((await only()).steps[1]?.who).toBe('teacher');
    done(await answerStep(matter.id, stepId(matter, 1), 'declined', deps));
    expect((await only()).steps[1]).toMatchObject({ who: null, cooperationId: null });
  });

  test('done by them, they agreed; and a deleted request is in nobody’s way', async () => {
    const matter = await only();
    done(await settleStep(matter.id, stepId(matter, 1), 'done', deps));
    expect((await requests())[0]?.answer).toBe('agreed');
    done(await remove('cooperations', (await deps.store.cooperations.toCollection().first())?.id ?? '', deps));
    done(await settleStep(matter.id, stepId(matter, 1), 'open', deps));
    done(await answerStep(matter.id, stepId(matter, 1), 'agreed', deps));
    expect((await listMatters(deps.store))[0]?.requests).toEqual({});
  });

  test('what is gone is said with its number', async () => {
    const matter = await only();
    expect(await askForStep(matter.id, 'gone', 'teacher', deps)).toMatchObject({ ok: false, code: 'RM-109' });
    expect(await askForStep(matter.id, stepId(matter, 1), 'gone', deps)).toMatchObject({ ok: false, code: 'RM-109' });
    expect(await settleStep('gone', 'x', 'done', deps)).toMatchObject({ ok: false, code: 'RM-109' });
  });
});

test('a step is found in its matter and put back in its place', async () => {
  done(await saveMatter(draft({ owner: 'me' }), deps));
  const { id, steps } = await only();
  await recordAct(deps.store, { act: 'test', now }, async (act) => {
    const found = await stepOf(id, steps[1]?.id ?? '', act);
    await putStep(found.matter, { ...found.step, title: 'Changed' }, act);
  });
  expect((await only()).steps.map(({ title }) => title)).toEqual(['Ask for the age', 'Changed']);
  expect(requestOf({ title: 't', owner: 'lin' }, now)).toMatchObject({ direction: 'they-asked', answer: 'open' });
});

describe('who could do it', () => {
  test('by offer, then by trade; nobody who fits nothing', async () => {
    const found = await whoCouldHelp('talk to a teacher about school', deps);
    expect(found.map(({ person, by }) => [person.id, by.kind])).toEqual([
      ['teacher', 'offer'],
      ['head', 'trade'],
    ]);
    expect(await whoCouldHelp('   ', deps)).toEqual([]);
  });

  test('who agreed before comes with that reason; who declined lately comes last', async () => {
    await deps.store.cooperations.bulkAdd([
      {
        ...newBase(now),
        personId: 'head',
        direction: 'i-asked',
        about: 'a tour',
        answer: 'agreed',
        at: now - 9,
        answeredAt: now,
      },
      {
        ...newBase(now),
        personId: 'teacher',
        direction: 'i-asked',
        about: 'a talk',
        answer: 'declined',
        at: now - 9,
        answeredAt: now,
      },
    ]);
    const found = await whoCouldHelp('talk to a teacher about school', deps);
    expect(found.map(({ person, agreed, declined }) => [person.id, agreed?.about ?? null, declined])).toEqual([
      ['head', 'a tour', false],
      ['teacher', null, true],
    ]);
  });
});
