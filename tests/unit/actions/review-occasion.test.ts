import { beforeEach, describe, expect, test } from 'vitest';
import type { ActDeps } from '../../../actions/act-deps.ts';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { perform } from '../../../actions/perform.ts';
import { reviewOccasion } from '../../../actions/review-occasion.ts';
import { reviewPage } from '../../../actions/review-page.ts';
import { newPerson, newWant } from '../../../records/person.ts';
import type { ReviewDraft } from '../../../records/planner.ts';
import { newTip } from '../../../records/tip.ts';
import { dump, freshDeps, now } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const hour = 3_600_000;
const context = { pinyin: null, now };
let deps: ActDeps;
let occasionId: string;
let shareId: string;

beforeEach(async () => {
  deps = await freshDeps();
  await deps.store.people.bulkAdd([
    newPerson(
      {
        id: 'ana',
        name: 'Ana',
        addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }],
        needs: [newWant('a hall for concerts', now)],
      },
      now,
    ),
    newPerson({ id: 'absent', name: 'Bo' }, now),
  ]);
  await deps.store.tips.bulkAdd([
    newTip({ id: 'hall', text: 'the hall is free' }, now),
    newTip({ id: 'concerts', text: 'a hall for concerts is free in March' }, now),
  ]);
  const local = (moment: number) => ({ local: new Date(moment).toISOString().slice(0, 16), zone: 'UTC' });
  await keepSeen(
    deps.store,
    meeting({ ref: 'm', title: 'Budget', start: local(now - 2 * hour), end: local(now - hour) }),
    'm',
    { now, zone: 'UTC' },
  );
  occasionId = (await deps.store.occasions.toCollection().first())?.id ?? '';
  for (const personId of ['ana', 'absent'])
    await perform(
      { act: 'plan-share', whom: { personId }, tipId: 'hall', setting: 'after', plannedFor: null, whyYou: '' },
      deps,
    );
  shareId = (await deps.store.shares.where('personId').equals('ana').first())?.id ?? '';
});

const draft = (more: Partial<ReviewDraft> = {}): ReviewDraft => ({
  occasionId,
  given: 'a hand',
  asked: '',
  agreed: '',
  next: '',
  sharesGiven: [],
  promptsDone: [],
  requests: [],
  ...more,
});

describe('what a review begins with', () => {
  test('who is kept, the shares planned for those who were there, and other prompts', async () => {
    const page = await reviewPage(deps.store, occasionId, context);
    expect(page?.people.map(({ id }) => id)).toEqual(['ana']);
    expect(page?.shares).toMatchObject([{ share: { id: shareId }, person: { name: 'Ana' }, tip: 'the hall is free' }]);
    expect(page?.prompts.map(({ kind, subject }) => [kind, subject?.id])).toEqual([['share', 'concerts']]);
    expect(await reviewPage(deps.store, 'gone', context)).toBeNull();
  });
});

describe('a review', () => {
  test('settles shares, prompts and requests with it, and one undo takes all of it back', async () => {
    const before = await dump(deps.store);
    const promptKey = (await reviewPage(deps.store, occasionId, context))?.prompts[0]?.key ?? '';
    const result = await reviewOccasion(
      draft({
        sharesGiven: [shareId],
        promptsDone: [promptKey],
        requests: [{ personId: 'ana', direction: 'i-asked', about: 'a key', answer: 'agreed' }],
      }),
      deps,
    );
    expect(result.ok).toBe(true);
    expect(await deps.store.reviews.toArray()).toMatchObject([{ occasionId, given: 'a hand' }]);
    expect(await deps.store.shares.get(shareId)).toMatchObject({ state: 'given', givenAt: now });
    expect(await deps.store.cooperations.toArray()).toMatchObject([
      { personId: 'ana', direction: 'i-asked', about: 'a key', answer: 'agreed', answeredAt: now },
    ]);
    expect((await reviewPage(deps.store, occasionId, context))?.prompts).toEqual([]);
    if (result.ok) await perform({ act: 'undo', changeId: result.changeId }, deps);
    expect(await dump(deps.store)).toEqual(before);
  });

  test('with a request of somebody who is gone writes nothing at all', async () => {
    const before = await dump(deps.store);
    const requests = [{ personId: 'gone', direction: 'i-asked' as const, about: 'x', answer: 'open' as const }];
    expect(await reviewOccasion(draft({ sharesGiven: [shareId], requests }), deps)).toMatchObject({
      ok: false,
      code: 'RM-109',
    });
    expect(await dump(deps.store)).toEqual(before);
  });
});
