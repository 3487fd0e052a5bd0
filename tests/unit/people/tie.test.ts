import { expect, test } from 'vitest';
import { dormantAfter, strongDays, tieOf } from '../../../people/tie.ts';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 24, 12);
const daysAgo = (...days: number[]) => days.map((d) => ({ at: now - d * day }));
const range = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

test('no history is unknown, not weak; what lies ahead is no history', () => {
  expect(tieOf([], now)).toEqual({ word: 'unknown', lastAt: null, days: 0 });
  expect(tieOf([{ at: now + 1 }, { at: Number.NaN }], now).word).toBe('unknown');
});

test('a year of silence, and not a moment less, makes a tie dormant', () => {
  expect(tieOf([{ at: now - dormantAfter }], now)).toMatchObject({ word: 'weak', lastAt: now - dormantAfter });
  expect(tieOf([{ at: now - dormantAfter - 1 }], now)).toMatchObject({ word: 'dormant', days: 0 });
});

test('strong from contact every second week on; a hundred mails on one day are one day', () => {
  expect(tieOf(daysAgo(...range(strongDays)), now)).toMatchObject({ word: 'strong', days: strongDays });
  expect(tieOf(daysAgo(...range(strongDays - 1)), now).word).toBe('weak');
  expect(
    tieOf(
      range(100).map((i) => ({ at: now - i })),
      now,
    ),
  ).toMatchObject({ word: 'weak', days: 1 });
});

test('contact this very moment counts', () => {
  expect(tieOf([{ at: now }], now)).toEqual({ word: 'weak', lastAt: now, days: 1 });
});

test('days before the last twelve months do not make it strong', () => {
  const old = range(300).map((i) => ({ at: now - (366 + i) * day }));
  expect(tieOf([...old, { at: now - day }], now)).toMatchObject({ word: 'weak', days: 1 });
});
