import { expect, test } from 'vitest';
import { exchangeOf } from '../../../people/exchange.ts';

const hour = 3_600_000;
const at = (hours: number, mine: boolean) => ({ at: Date.UTC(2026, 0, 5) + hours * hour, mine });

test('days each way, and how long an answer usually takes', () => {
  const thread = (start: number, wait: number) => [
    at(start, true),
    at(start + wait, false),
    at(start + wait + 2, true),
  ];
  expect(exchangeOf([thread(0, 5), thread(24, 7), thread(48, 9)])).toEqual({
    written: 3,
    received: 3,
    theirAnswer: 7 * hour,
    myAnswer: 2 * hour,
  });
});

test('a second mail before the answer does not shorten it, and what comes after months is no answer', () => {
  const slow = [at(0, true), at(10, true), at(20, false)];
  expect(exchangeOf([slow, slow, slow])?.theirAnswer).toBe(20 * hour);
  const late = [at(0, true), at(24 * 90, false)];
  expect(exchangeOf([late, late, late])?.theirAnswer).toBeNull();
});

test('without moments nothing is known, and of few answers nothing is said', () => {
  expect(exchangeOf([])).toBeNull();
  expect(exchangeOf([[at(0, true), at(1, false)]])).toEqual({
    written: 1,
    received: 1,
    theirAnswer: null,
    myAnswer: null,
  });
});
