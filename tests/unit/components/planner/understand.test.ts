import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand, withoutClue } from '../../../../components/planner/find/understand.ts';

const now = new Date(2026, 10, 24, 13, 30).getTime(); // a Tuesday
const at = (year: number, month: number, day = 1) => new Date(year, month - 1, day).getTime();
const read = (query: string) => understand(query, now);

describe('who can help', () => {
  test.each([
    ['who can help with a school place', 'a school place'],
    ['Who could help me find a flat?', 'a flat'],
    ['who knows the harbour office', 'the harbour office'],
    ['谁能帮忙找学校', '学校'],
    ['谁可以帮我办审批？', '审批'],
    ['有没有人认识港务局', '港务局'],
    ['谁懂 海关申报', '海关申报'],
  ])('%s', (query, about) => {
    expect(read(query)).toEqual({ clues: [{ is: 'helps', said: query.normalize('NFKC').trim(), about }], rest: '' });
  });
});

describe('when somebody was met', () => {
  test.each([
    ['met in spring', at(2026, 3), at(2026, 6)],
    ['met in winter', at(2025, 12), at(2026, 3)],
    ['people I met last summer', at(2026, 6), at(2026, 9)],
    ['met last autumn', at(2025, 9), at(2025, 12)],
    ['met in March 2024', at(2024, 3), at(2024, 4)],
    ['seen in December', at(2025, 12), at(2026, 1)],
    ['met last week', at(2026, 11, 16), at(2026, 11, 23)],
    ['met in 2023', at(2023, 1), at(2024, 1)],
    ['met yesterday', at(2026, 11, 23), at(2026, 11, 24)],
    ['春天见过的人', at(2026, 3), at(2026, 6)],
    ['去年冬天见过', at(2025, 12), at(2026, 3)],
    ['三月见过的', at(2026, 3), at(2026, 4)],
    ['2024年秋天认识的', at(2024, 9), at(2024, 12)],
    ['上周见过', at(2026, 11, 16), at(2026, 11, 23)],
    ['去年见过的', at(2025, 1), at(2026, 1)],
  ])('%s', (query, from, to) => {
    expect(read(query)).toMatchObject({ clues: [{ is: 'met', from, to }], rest: '' });
  });
});

describe('who was not met for long', () => {
  test.each([
    ['not seen for three years', new Date(2023, 10, 24, 13, 30).getTime()],
    ['not met for 6 months', new Date(2026, 4, 24, 13, 30).getTime()],
    ['silent for over a year', new Date(2025, 10, 24, 13, 30).getTime()],
    ['not heard from in two weeks', new Date(2026, 10, 10, 13, 30).getTime()],
    ['not seen since 2023', at(2023, 1)],
    ['三年没见', new Date(2023, 10, 24, 13, 30).getTime()],
    ['半年没联系的', new Date(2026, 4, 24, 13, 30).getTime()],
    ['十个月没见过面的人', new Date(2026, 0, 24, 13, 30).getTime()],
    ['一年多没有往来', new Date(2025, 10, 24, 13, 30).getTime()],
  ])('%s', (query, since) => {
    expect(read(query)).toMatchObject({ clues: [{ is: 'silent', since }], rest: '' });
  });
});

describe('several things at once', () => {
  test('clues and words stand side by side, and a clue can be taken out again', () => {
    const understood = read('harbour met in spring');
    expect(understood).toMatchObject({ clues: [{ is: 'met' }], rest: 'harbour' });
    const [clue] = understood.clues;
    expect(clue && withoutClue('harbour met in spring', clue)).toBe('harbour');
    expect(read('potential connections not seen for a year')).toMatchObject({
      clues: [{ is: 'silent' }, { is: 'standing', word: 'potential' }],
      rest: '',
    });
    expect(read('tips: harbour fees')).toMatchObject({ clues: [{ is: 'only', kind: 'tips' }], rest: 'harbour fees' });
    expect(read('需求：厂房')).toMatchObject({ clues: [{ is: 'only', kind: 'needs' }], rest: '厂房' });
  });

  test.each(['Anna Spring', 'harbour', '王芳', 'a friend of the house', 'metal works', '春天'])(
    'plain words stay plain: %s',
    (query) => {
      expect(read(query)).toEqual({ clues: [], rest: query });
    },
  );

  test('whatever is typed, it never throws, and says only words of the query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        for (const { said } of read(query).clues) expect(query.normalize('NFKC')).toContain(said);
      }),
    );
  });
});
