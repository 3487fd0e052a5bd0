import { describe, expect, test } from 'vitest';
import { promptsFor } from '../../../prompts/engine.ts';
import { asReason, type Done, habitOf, wayOf } from '../../../prompts/habit.ts';
import { promptKey } from '../../../prompts/prompt-key.ts';
import { weights } from '../../../prompts/weights.ts';
import type { HabitRow, Way } from '../../../records/habit.ts';
import type { Reason } from '../../../records/prompt.ts';
import {
  cooperation,
  day,
  decision,
  introduction,
  knowledge,
  matter,
  now,
  occasion,
  person,
  share,
  step,
  tip,
} from './make.ts';

const nothing: Done = { decisions: [], tips: [], shares: [], introductions: [], matters: [], cooperations: [] };
const given = (n: number, at: number, tipId = 't') => share(tipId, `p${n}`, 'given', { givenAt: at });
const row = (done: Partial<Done>, way: Way, since = 0): HabitRow | undefined =>
  habitOf({ ...nothing, ...done }, since, now).get(way);
const numbers = (n: number) => Array.from({ length: n }, (_, i) => i);

describe('what is counted', () => {
  test('tips given are taken up, tips skipped are refused, planned ones are neither, each under its reach', () => {
    const done = {
      tips: [tip('t', 'T'), tip('f', 'F', { reach: 'few', few: ['p1'] }), tip('o', 'O', { reach: 'open' })],
      shares: [
        given(1, now - day),
        share('t', 'p2', 'skipped'),
        share('t', 'p3', 'planned'),
        given(4, now - day, 'f'),
        given(5, now - day, 'o'),
        given(6, now - day, 'gone'),
      ],
    };
    expect(row(done, 'share-one')).toMatchObject({ taken: 1, refused: 1 });
    expect(row(done, 'share-few')).toMatchObject({ taken: 1, refused: 0 });
    expect(row(done, 'share-open')).toMatchObject({ taken: 1, refused: 0 });
  });

  test('done is taken up, never is refused, later says nothing', () => {
    const decisions = [
      decision(promptKey.reconnect('a'), 'done', { at: now - day }),
      decision(promptKey.reconnect('b'), 'never', { at: now - day }),
      decision(promptKey.reconnect('c'), 'later', { at: now - day, until: now + day }),
      decision(promptKey.record('x@example.org'), 'never', { at: now - day }),
      decision(promptKey.review('occ'), 'done', { at: now - day }),
    ];
    expect(row({ decisions }, 'reconnect')).toMatchObject({ taken: 1, refused: 1 });
    expect(row({ decisions }, 'record')).toMatchObject({ taken: 0, refused: 1 });
    expect(row({ decisions }, 'review')).toMatchObject({ taken: 1, refused: 0 });
    expect(row({ decisions }, 'introduce')).toBeUndefined();
  });

  test('a decided answer or step counts under whose it was, and not at all when its record is gone', () => {
    const done = {
      cooperations: [
        cooperation('mine', 'a', { direction: 'they-asked', answer: 'open' }),
        cooperation('theirs', 'a', { direction: 'i-asked', answer: 'open' }),
      ],
      introductions: [introduction('i', 'a', 'b', 'done')],
      matters: [matter('m', 'a', []), matter('own', 'me', [])],
      decisions: [
        decision(promptKey.followUp('a', 'mine'), 'never', { at: now - day }),
        decision(promptKey.followUp('a', 'theirs'), 'never', { at: now - day }),
        decision(promptKey.followUp('a', 'i'), 'never', { at: now - day }),
        decision(promptKey.followUp('a', 'gone'), 'never', { at: now - day }),
        decision(promptKey.advance('a', 'm', 's'), 'never', { at: now - day }),
        decision(promptKey.advance('a', 'own', 's'), 'never', { at: now - day }),
        decision(promptKey.advance('a', 'gone', 's'), 'never', { at: now - day }),
        decision(promptKey.share('a', 'gone'), 'never', { at: now - day }),
        decision('nonsense', 'never', { at: now - day }),
      ],
    };
    const habit = habitOf({ ...nothing, ...done }, 0, now);
    expect([...habit].map(([way, { refused }]) => [way, refused])).toEqual([
      ['step-mine', 1],
      ['step-theirs', 1],
      ['answer-mine', 1],
      ['answer-theirs', 1],
      ['introduction-result', 1],
    ]);
  });

  test('introductions made, and steps that I took on and did in the matter of somebody, are taken up', () => {
    const done = {
      introductions: [introduction('i', 'a', 'b', 'done', { madeAt: now - day }), introduction('j', 'a', 'c', 'asked')],
      matters: [
        matter('m', 'a', [step('1', 'me', { state: 'done' }), step('2', 'me')]),
        matter('n', 'a', [step('1', 'a', { state: 'done' })], { state: 'done' }),
        matter('own', 'me', [step('1', 'me', { state: 'done' })]),
      ],
    };
    expect(row(done, 'introduce')).toMatchObject({ taken: 1, refused: 0 });
    expect(row(done, 'step-mine')).toMatchObject({ taken: 1, refused: 0 });
    expect(row(done, 'step-theirs')).toBeUndefined();
  });

  test('what was both decided and done is one case, and what was done stands', () => {
    const done = {
      tips: [tip('t', 'T')],
      shares: [given(1, now - day)],
      decisions: [decision(promptKey.share('p1', 't'), 'never', { at: now - 2 * day })],
    };
    expect(row(done, 'share-one')).toMatchObject({ taken: 1, refused: 0 });
  });

  test('nothing before it was forgotten, and nothing that lies ahead', () => {
    const decisions = [
      decision(promptKey.reconnect('a'), 'done', { at: now - 10 * day }),
      decision(promptKey.reconnect('b'), 'done', { at: now - 5 * day }),
      decision(promptKey.reconnect('c'), 'done', { at: now + 1 }),
      decision(promptKey.reconnect('d'), 'done', { at: now }),
    ];
    expect(row({ decisions }, 'reconnect')).toMatchObject({ taken: 3 });
    expect(row({ decisions }, 'reconnect', now - 10 * day)).toMatchObject({ taken: 2 });
    expect(row({ decisions }, 'reconnect', now)).toBeUndefined();
  });
});

describe('what led to cooperation', () => {
  const tips = [tip('t', 'T'), tip('u', 'U')];
  const agreed = (id: string, personId: string, at: number, answeredAt: number | null = null) =>
    cooperation(id, personId, { answer: 'agreed', at, answeredAt });

  test('an agreed request within ninety days with the same person, by when it was answered', () => {
    const shares = [given(1, now - 80 * day)];
    const ledTo = (cooperations: Done['cooperations']) => row({ tips, shares, cooperations }, 'share-one')?.ledTo;
    expect(ledTo([agreed('c', 'p1', now - 60 * day)])).toBe(1);
    expect(ledTo([agreed('c', 'p2', now - 60 * day)])).toBe(0);
    expect(ledTo([agreed('c', 'p1', now - 85 * day)])).toBe(0);
    expect(ledTo([agreed('c', 'p1', now - 85 * day, now - 60 * day)])).toBe(1);
    expect(ledTo([agreed('c', 'p1', now - 60 * day, now + day)])).toBe(0);
    expect(ledTo([agreed('c', 'p1', now - 80 * day)])).toBe(0);
    expect(ledTo([cooperation('c', 'p1', { answer: 'declined', at: now - 60 * day })])).toBe(0);
    const early = [given(1, now - 100 * day)];
    expect(row({ tips, shares: early, cooperations: [agreed('c', 'p1', now - 10 * day)] }, 'share-one')?.ledTo).toBe(1);
    expect(row({ tips, shares: early, cooperations: [agreed('c', 'p1', now - 9 * day)] }, 'share-one')?.ledTo).toBe(0);
  });

  test('is owed to what was done last before it, once', () => {
    const done = {
      tips,
      shares: [given(1, now - 50 * day)],
      introductions: [introduction('i', 'p1', 'z', 'done', { madeAt: now - 40 * day })],
      cooperations: [agreed('c', 'p1', now - 30 * day), agreed('d', 'p1', now - 45 * day)],
    };
    expect(row(done, 'introduce')?.ledTo).toBe(1);
    expect(row(done, 'share-one')?.ledTo).toBe(1);
    expect(row({ ...done, cooperations: [agreed('c', 'p1', now - 30 * day)] }, 'share-one')?.ledTo).toBe(0);
  });

  test('a refused prompt led to nothing, and an introduction counts for either side', () => {
    const cooperations = [agreed('c', 'b', now - day)];
    const decisions = [decision(promptKey.reconnect('b'), 'never', { at: now - 2 * day })];
    expect(row({ decisions, cooperations }, 'reconnect')?.ledTo).toBe(0);
    const introductions = [introduction('i', 'a', 'b', 'done', { madeAt: now - 2 * day })];
    expect(row({ introductions, cooperations }, 'introduce')?.ledTo).toBe(1);
  });
});

describe('the pull', () => {
  const decided = (n: number, way: 'reconnect' | 'record', word: 'done' | 'never') =>
    numbers(n).map((i) => decision(promptKey[way](`${word}${i}`), word, { at: now - day }));

  test('a way refused more than others falls, one taken up more rises', () => {
    const decisions = [...decided(8, 'reconnect', 'never'), ...decided(8, 'record', 'done')];
    expect(row({ decisions }, 'reconnect')?.pull).toBeLessThan(1);
    expect(row({ decisions }, 'record')?.pull).toBeGreaterThan(1);
  });

  test('one case proves little, many prove more, and none moves it beyond its bounds', () => {
    const pulls = [1, 4, 12, 200].map(
      (n) =>
        row({ decisions: [...decided(n, 'reconnect', 'never'), ...decided(20, 'record', 'done')] }, 'reconnect')?.pull,
    );
    expect(pulls).toEqual([...pulls].sort((a, b) => Number(b) - Number(a)));
    expect(pulls[0]).toBeGreaterThan(0.92);
    expect(pulls[3]).toBe(weights.habitLeast);
    const cooperations = numbers(40).map((i) =>
      cooperation(`c${i}`, `done${i}`, { answer: 'agreed', at: now - day / 2 }),
    );
    const decisions = [...decided(40, 'reconnect', 'done'), ...decided(200, 'record', 'never')];
    expect(row({ decisions, cooperations }, 'reconnect')?.pull).toBe(weights.habitMost);
  });

  test('of two ways taken up alike, the one that led to cooperation rises', () => {
    const tips = [tip('t', 'T')];
    const shares = numbers(10).map((i) => given(i, now - 30 * day));
    const decisions = numbers(10).map((i) => decision(promptKey.reconnect(`q${i}`), 'done', { at: now - 30 * day }));
    const cooperations = numbers(5).map((i) => cooperation(`c${i}`, `p${i}`, { answer: 'agreed', at: now - 20 * day }));
    const done = { tips, shares, decisions, cooperations };
    expect(row(done, 'share-one')).toMatchObject({ taken: 10, ledTo: 5 });
    expect(row(done, 'share-one')?.pull).toBeGreaterThan(1);
    expect(row(done, 'reconnect')?.pull).toBeLessThan(row(done, 'share-one')?.pull ?? 0);
  });

  test('that nothing followed lowers nothing', () => {
    const cooperations = numbers(8).map((i) =>
      cooperation(`c${i}`, `done${i}`, { answer: 'agreed', at: now - day / 2 }),
    );
    const decisions = [...decided(8, 'reconnect', 'done'), ...decided(8, 'record', 'done')];
    expect(row({ decisions, cooperations }, 'record')?.pull).toBeGreaterThanOrEqual(1);
  });

  test('does not hang on the order of records', () => {
    const done = {
      ...nothing,
      decisions: [...decided(5, 'reconnect', 'never'), ...decided(3, 'record', 'done')],
      tips: [tip('t', 'T')],
      shares: numbers(6).map((i) => given(i, now - 30 * day)),
      cooperations: numbers(3).map((i) => cooperation(`c${i}`, `p${i}`, { answer: 'agreed', at: now - day })),
    };
    const turned = Object.fromEntries(
      Object.entries(done).map(([name, rows]) => [name, [...rows].reverse()]),
    ) as unknown as Done;
    expect(JSON.stringify([...habitOf(turned, 0, now)])).toBe(JSON.stringify([...habitOf(done, 0, now)]));
  });
});

describe('the way of a prompt', () => {
  const told = (code: Reason['code']): Reason => ({ code, params: {}, from: null });
  test.each([
    ['share', ['tip-meets-need', 'tip-exclusive'], 'share-one'],
    ['share', ['tip-named'], 'share-few'],
    ['share', ['tip-meets-need'], 'share-open'],
    ['advance', ['step-mine'], 'step-mine'],
    ['advance', ['step-they-could'], 'step-theirs'],
    ['follow-up', ['i-owe-answer'], 'answer-mine'],
    ['follow-up', ['they-owe-answer'], 'answer-theirs'],
    ['follow-up', ['introduction-result'], 'introduction-result'],
    ['introduce', ['need-meets-offer'], 'introduce'],
    ['reconnect', ['last-contact'], 'reconnect'],
    ['record', ['new-face'], 'record'],
    ['review', ['occasion-over'], 'review'],
  ] as const)('%s because of %j is %s', (kind, codes, way) => {
    expect(wayOf({ kind, because: codes.map(told) })).toBe(way);
  });
});

describe('in the ranking', () => {
  const known = {
    people: [person('a'), person('b')],
    contacts: new Map([['b', [{ at: now - 400 * day, kind: 'meeting' as const }]]]),
    cooperations: [
      cooperation('c', 'a', { direction: 'i-asked', answer: 'open', at: now - day }),
      cooperation('d', 'b', { answer: 'agreed', at: now - 500 * day }),
    ],
  };
  const told = (habit: [Way, number][]) =>
    promptsFor(
      occasion(['a', 'b']),
      knowledge({
        ...known,
        habit: new Map(habit.map(([way, pull]) => [way, { way, taken: 3, refused: 1, ledTo: 2, pull }])),
      }),
      now,
    );

  test('a way that serves the user overtakes one that does not, and both say why', () => {
    const other = told([
      ['reconnect', 1.25],
      ['answer-theirs', 0.8],
    ]);
    expect(other.map(({ kind }) => kind)).toEqual(['reconnect', 'follow-up']);
    const moved = told([
      ['reconnect', 0.8],
      ['answer-theirs', 1.25],
    ]);
    expect(moved.map(({ kind }) => kind)).toEqual(['follow-up', 'reconnect']);
    expect(moved[0]?.because.at(-1)).toEqual({
      code: 'you-take-up',
      params: { taken: 3, refused: 1, ledTo: 2 },
      from: null,
    });
    expect(moved[1]?.because.at(-1)?.code).toBe('you-set-aside');
  });

  test('what hardly moves is not told', () => {
    const row = { way: 'review', taken: 1, refused: 0, ledTo: 0 } as const;
    expect(asReason({ ...row, pull: 1.02 })).toBeNull();
    expect(asReason({ ...row, pull: 0.98 })).toBeNull();
    expect(asReason({ ...row, pull: 1.04 })?.code).toBe('you-take-up');
    expect(
      told([['reconnect', 1.01]])
        .flatMap(({ because }) => because)
        .map(({ code }) => code),
    ).not.toContain('you-take-up');
  });
});
