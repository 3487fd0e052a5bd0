import { expect, test } from 'vitest';
import { type Health, healthOf, type Outcome, weekOf, weeksKept, withOutcome } from '../../../records/health.ts';

test.each([
  ['2026-11-24T09:00:00Z', '2026-W48'],
  ['2026-01-01T00:00:00Z', '2026-W01'],
  ['2027-01-01T12:00:00Z', '2026-W53'],
  ['2024-12-30T00:00:00Z', '2025-W01'],
  ['2023-01-01T23:59:59Z', '2022-W52'],
  ['2026-11-29T23:59:59Z', '2026-W48'],
  ['2026-11-30T00:00:00Z', '2026-W49'],
])('%s is in %s', (at, week) => {
  expect(weekOf(Date.parse(at))).toBe(week);
});

const outcome = (came: Outcome['came'], part: string | null = null, week = '2026-W48'): Outcome => ({
  site: 'gmail',
  week,
  came,
  part,
});

test('counts by site, week and missing part; what a reading came to first is taken out again', () => {
  let health: Health = {};
  health = withOutcome(health, outcome('partly'), null);
  health = withOutcome(health, outcome('read'), outcome('partly'));
  health = withOutcome(health, outcome('broken', 'guest list'), null);
  health = withOutcome(health, outcome('broken', 'guest list'), null);
  expect(health).toEqual({ gmail: { '2026-W48': { read: 1, partly: 0, broken: 2, parts: { 'guest list': 2 } } } });
  health = withOutcome(health, outcome('read'), outcome('broken', 'guest list'));
  health = withOutcome(health, outcome('read'), outcome('broken', 'guest list'));
  expect(health.gmail?.['2026-W48']).toEqual({ read: 3, partly: 0, broken: 0, parts: {} });
});

test('old weeks go, and parts are not collected without end', () => {
  let health: Health = {};
  for (let i = 0; i < 40; i++) {
    health = withOutcome(health, outcome('read', null, `20${10 + i}-W01`), null);
    health = withOutcome(health, outcome('broken', `part ${i}`), null);
  }
  expect(Object.keys(health.gmail ?? {})).toHaveLength(weeksKept);
  expect(Object.keys(health.gmail ?? {})).toContain('2049-W01');
  expect(Object.keys(health.gmail ?? {})).not.toContain('2010-W01');
  expect(Object.keys(health.gmail?.['2026-W48']?.parts ?? {}).length).toBeLessThanOrEqual(12);
});

test('what is kept is read back, and anything else is none', () => {
  const health = withOutcome({}, outcome('broken', 'title'), null);
  expect(healthOf(JSON.parse(JSON.stringify(health)))).toEqual(health);
  for (const other of [null, 5, 'x', [], { gmail: { w: { read: 'many' } } }]) expect(healthOf(other)).toEqual({});
});
