import { describe, expect, test } from 'vitest';
import { promptsFor } from '../../../prompts/engine.ts';
import { rank } from '../../../prompts/rank.ts';
import type { Prompt } from '../../../records/prompt.ts';
import { cooperation, day, introduction, knowledge, now, occasion, participant, person } from './make.ts';

describe('the order of prompts', () => {
  const candidate = (key: string, worth: number) => ({ worth, prompt: { key } as Prompt });
  const order = (...all: [string, number][]) =>
    rank(all.map(([key, worth]) => candidate(key, worth))).map((p) => p.key);
  test('by falling worth, equal ones by key, whatever order they come in', () => {
    expect(order(['a', 1], ['b', 3], ['c', 2])).toEqual(['b', 'c', 'a']);
    expect(order(['c', 1], ['a', 1], ['b', 1])).toEqual(['a', 'b', 'c']);
    expect(order(['b', 1], ['a', 1])).toEqual(['a', 'b']);
    expect(order(['a', 1], ['b', 1])).toEqual(['a', 'b']);
  });
  test('one of each key, its worthiest', () => {
    expect(rank([candidate('a', 1), candidate('b', 2), candidate('a', 3)]).map((p) => p.key)).toEqual(['a', 'b']);
  });
});

describe('a review', () => {
  const over = { startAt: now - 2 * day, endAt: now - day };
  const of = (ids: string[], given = {}, people = ids.map((id) => person(id))) =>
    promptsFor(occasion(ids, { ...over, ...given }), knowledge({ people }), now).filter(
      ({ kind }) => kind === 'review',
    );
  test('is put to whoever called the meeting, kept or not, else to the first who is there', () => {
    expect(of(['a', 'b'], { organizerKey: 'b@example.org' })[0]?.person.id).toBe('b');
    expect(of(['a', 'b'])[0]?.person.id).toBe('a');
    const leading = [participant('x'), participant('y', { role: 'organizer' })];
    expect(of([], { participants: leading })[0]?.person).toEqual({
      id: null,
      key: 'y@example.org',
      name: 'Name of y',
    });
    expect(of([], { participants: [participant('x'), participant('y')] })[0]?.person.key).toBe('x@example.org');
    expect(of([], { participants: [] })).toEqual([]);
  });
  test('says when it ended, and names the meeting, titled or not', () => {
    expect(of(['a'])[0]).toMatchObject({
      subject: { table: 'occasions', id: 'occ', text: 'Weekly' },
      because: [{ code: 'occasion-over', params: { at: now - day }, from: { table: 'occasions', id: 'occ' } }],
    });
    expect(of(['a'], { title: null })[0]?.subject?.text).toBe('');
  });
  test('waits two weeks and no longer; what has no end is never over', () => {
    expect(of(['a'], { endAt: now - 14 * day })).toHaveLength(1);
    expect(of(['a'], { endAt: now - 14 * day - 1 })).toEqual([]);
    expect(of(['a'], { endAt: null })).toEqual([]);
  });
});

describe('what is owed', () => {
  const [a, b] = [person('a'), person('b')];
  const followUps = (given: Parameters<typeof knowledge>[0]) =>
    promptsFor(occasion(['a']), knowledge({ people: [a, b], ...given }), now).filter(
      ({ kind }) => kind === 'follow-up',
    );
  test('names the request and whose answer it is, from the moment it was made', () => {
    const asked = (direction: 'they-asked' | 'i-asked') =>
      followUps({ cooperations: [cooperation('c', 'a', { direction, at: now })] })[0];
    expect(asked('they-asked')).toMatchObject({
      subject: { table: 'cooperations', id: 'c', text: 'about c' },
      because: [
        { code: 'i-owe-answer', params: { about: 'about c', at: now }, from: { table: 'cooperations', id: 'c' } },
      ],
    });
    expect(asked('i-asked')?.because[0]?.code).toBe('they-owe-answer');
    expect(followUps({ cooperations: [cooperation('c', 'a', { at: now + 1 })] })).toEqual([]);
  });
  test('what came of an introduction is asked of whichever side is here, naming the other', () => {
    for (const one of [
      introduction('i', 'a', 'b', 'done', { madeAt: now - day }),
      introduction('i', 'b', 'a', 'done', { madeAt: now - day }),
    ])
      expect(followUps({ introductions: [one] })).toMatchObject([
        {
          person: { id: 'a' },
          other: { id: 'b' },
          subject: { table: 'introductions', id: 'i', text: 'reason of i' },
          because: [
            {
              code: 'introduction-result',
              params: { other: 'Name of b', at: now - day },
              from: { table: 'introductions', id: 'i' },
            },
          ],
        },
      ]);
  });
  test('an empty outcome is none; a written one, other people and what was not made are not asked after', () => {
    const done = (given: object) => introduction('i', 'a', 'b', 'done', given);
    expect(followUps({ introductions: [done({ outcome: '' })] })).toHaveLength(1);
    expect(followUps({ introductions: [done({ outcome: 'they met' })] })).toEqual([]);
    expect(followUps({ introductions: [introduction('i', 'b', 'c', 'done')] })).toEqual([]);
    expect(followUps({ introductions: [introduction('i', 'a', 'b', 'agreed')] })).toEqual([]);
  });
  test('somebody who was deleted since is left unnamed', () => {
    expect(followUps({ people: [a], introductions: [introduction('i', 'a', 'gone', 'done')] })[0]).toMatchObject({
      other: null,
      because: [{ params: { other: '' } }],
    });
  });
});

describe('an introduction', () => {
  const a = person('a', { needs: ['red roof tiles'] });
  const b = person('b', { offers: ['red roof tiles'] });
  const told = (here: string[], given: Parameters<typeof knowledge>[0]) =>
    promptsFor(occasion(here), knowledge(given), now).filter(({ kind }) => kind === 'introduce');
  test('on record is carried on while it is begun, and over when it is done or declined', () => {
    const state = (word: 'idea' | 'asked' | 'agreed' | 'done' | 'declined') =>
      told(['a', 'b'], { people: [a, b], introductions: [introduction('i', 'a', 'b', word)] });
    for (const word of ['idea', 'asked', 'agreed'] as const)
      expect(state(word).map(({ because }) => because)).toEqual([
        [{ code: 'introduction-open', params: { state: word }, from: { table: 'introductions', id: 'i' } }],
      ]);
    expect(state('done')).toEqual([]);
    expect(state('declined')).toEqual([]);
  });
  test('one of two records says it is over: then it is', () => {
    const both = [introduction('i', 'a', 'b', 'asked'), introduction('j', 'b', 'a', 'done')];
    expect(told(['a', 'b'], { people: [a, b], introductions: both })).toEqual([]);
  });
  test('whoever is here is the person, and that the other is not is told', () => {
    for (const here of ['a', 'b'])
      for (const introductions of [[], [introduction('i', 'a', 'b', 'asked')]]) {
        const other = here === 'a' ? 'b' : 'a';
        const [prompt] = told([here], { people: [a, b], introductions });
        expect([prompt?.person.id, prompt?.other?.id]).toEqual([here, other]);
        expect(prompt?.because.at(-1)).toEqual({
          code: 'other-absent',
          params: { name: `Name of ${other}` },
          from: { table: 'people', id: other },
        });
      }
    expect(told(['a', 'b'], { people: [a, b] })[0]?.because.map(({ code }) => code)).toEqual(['need-meets-offer']);
  });
  test('with somebody who is not kept any more is none', () => {
    expect(told(['a'], { people: [a], introductions: [introduction('i', 'a', 'gone', 'asked')] })).toEqual([]);
    expect(told(['a'], { people: [a], introductions: [introduction('i', 'gone', 'a', 'asked')] })).toEqual([]);
  });
  test('of all who could meet one want the best is named, of equals the first by id', () => {
    const better = person('d', { offers: ['red roof tiles'] });
    const worse = person('c', { offers: ['red roof tiles and much besides'] });
    expect(told(['a'], { people: [a, worse, better] }).map(({ other }) => other?.id)).toEqual(['d']);
    expect(told(['a'], { people: [better, a, b] }).map(({ other }) => other?.id)).toEqual(['b']);
    expect(told(['b'], { people: [person('z', { needs: ['red roof tiles'] }), b, a] }).map((p) => p.other?.id)).toEqual(
      ['a'],
    );
  });
  test('where each gains, the better half is told first, of equals that of the lesser id', () => {
    const [x, y] = [
      person('x', { needs: ['red roof tiles'], offers: ['green garden sheds'] }),
      person('y', { needs: ['green garden sheds'], offers: ['red roof tiles'] }),
    ];
    const needs = (people: Parameters<typeof person>[1][]) =>
      told(['x', 'y'], { people: [person('x', people[0]), person('y', people[1])] })[0]?.because.map(
        ({ params }) => params.needer,
      );
    expect(told(['x', 'y'], { people: [y, x] })[0]?.because.map(({ params }) => params.needer)).toEqual([
      'Name of x',
      'Name of y',
    ]);
    expect(
      needs([
        { needs: ['red roof tiles and much besides'], offers: ['green garden sheds'] },
        { needs: ['green garden sheds'], offers: ['red roof tiles'] },
      ]),
    ).toEqual(['Name of y', 'Name of x']);
  });
});
