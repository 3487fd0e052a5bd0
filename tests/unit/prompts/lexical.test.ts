import { expect, test } from 'vitest';
import { overlap, tokensOf } from '../../../prompts/lexical.ts';

test('words of letters and pairs of Han characters, without the empty ones', () => {
  expect([...tokensOf('Working on the Pumps')]).toEqual(['working', 'pump']);
  expect([...tokensOf('质检站')]).toEqual(['质检', '检站']);
  expect([...tokensOf('找一个人')]).toEqual(['找一', '个人']);
  expect([...tokensOf('glass bus')]).toEqual(['glass', 'bus']);
});

test('overlap is symmetric, 0 for nothing in common, and grows with what is', () => {
  const [a, b, c] = ['a dry warehouse by the port', 'warehouse space near a port', 'piano lessons'].map(tokensOf);
  if (!a || !b || !c) throw new Error('no tokens');
  expect(overlap(a, b)).toEqual(overlap(b, a));
  expect(overlap(a, b)).toMatchObject({ shared: 2, rest: 0 });
  expect(overlap(a, b).fit).toBeCloseTo((2 / 5 + 2 / 6) / 2);
  expect(overlap(a, c).fit).toBe(0);
  expect(overlap(new Set(), new Set())).toEqual({ fit: 0, rest: 0, shared: 0 });
});

test('one word of one in common proves less than three of three', () => {
  expect(overlap(tokensOf('java'), tokensOf('java')).fit).toBeLessThan(
    overlap(tokensOf('java point terminal'), tokensOf('java point terminal')).fit,
  );
});
