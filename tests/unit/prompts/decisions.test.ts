import { expect, test } from 'vitest';
import { isDecided, newestDecisions } from '../../../prompts/decisions.ts';
import { day, decision, now } from './make.ts';

const decided = (key: string, ...decisions: ReturnType<typeof decision>[]) =>
  isDecided(key, newestDecisions(decisions), now);

test('done and never hold for good, for their own key only', () => {
  expect(decided('share/p/t', decision('share/p/t', 'never', { at: now - 900 * day }))).toBe(true);
  expect(decided('share/p/t', decision('share/p/t', 'done', { at: now - 900 * day }))).toBe(true);
  expect(decided('share/p/u', decision('share/p/t', 'never'))).toBe(false);
});

test('later holds until its time, and not at it', () => {
  expect(decided('share/p/t', decision('share/p/t', 'later', { until: now + 1 }))).toBe(true);
  expect(decided('share/p/t', decision('share/p/t', 'later', { until: now }))).toBe(false);
  expect(decided('share/p/t', decision('share/p/t', 'later', { until: null }))).toBe(true);
});

test('the newest decision of a key counts, whatever the order of records', () => {
  const old = decision('share/p/t', 'never', { at: now - 9 * day });
  const lately = decision('share/p/t', 'later', { at: now - 8 * day, until: now - 7 * day });
  expect(decided('share/p/t', old, lately)).toBe(false);
  expect(decided('share/p/t', lately, old)).toBe(false);
  const same = { ...old, id: 'z', decision: 'later' as const, until: now - 1 };
  expect(decided('share/p/t', same, old)).toBe(decided('share/p/t', old, same));
  expect(decided('share/p/t', old, same)).toBe(false);
});

test('a decision about any subject holds beside one of its own that ran out', () => {
  const own = decision('share/p/t', 'later', { until: now - 1 });
  expect(decided('share/p/t', own, decision('share/p/*', 'never'))).toBe(true);
});

test('a done reconnect holds until the tie can have fallen dormant again', () => {
  expect(decided('reconnect/p', decision('reconnect/p', 'done', { at: now - 364 * day }))).toBe(true);
  expect(decided('reconnect/p', decision('reconnect/p', 'done', { at: now - 365 * day }))).toBe(false);
  expect(decided('reconnect/p', decision('reconnect/p', 'never', { at: now - 999 * day }))).toBe(true);
});
