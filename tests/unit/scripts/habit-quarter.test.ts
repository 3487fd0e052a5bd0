import { describe, expect, test, vi } from 'vitest';
import { weights } from '../../../prompts/weights.ts';
import { meetingsIn, quarter, users, worthTo } from '../../../scripts/habit-quarter.ts';

vi.setConfig({ testTimeout: 60_000 });

const [lived, others] = [meetingsIn(['given']), meetingsIn(['own', 'fresh'])];

describe.each([...users])('after a quarter, for a user who $name', (user) => {
  const habit = quarter(user, lived, 1);
  const [before, after] = [worthTo(user, others), worthTo(user, others, habit)];

  test('more of the first three prompts are to their taste, at meetings never seen', () => {
    expect(after.taken).toBeGreaterThan(before.taken);
  });
  test('what is wanted by the lesson stays nearly as high', () => {
    expect(after.ndcg).toBeGreaterThan(before.ndcg - 0.05);
  });
  test('no way is moved beyond its bounds, and all is the same again with the same dice', () => {
    for (const { pull } of habit.values()) {
      expect(pull).toBeGreaterThanOrEqual(weights.habitLeast);
      expect(pull).toBeLessThanOrEqual(weights.habitMost);
    }
    expect([...quarter(user, lived, 1)]).toEqual([...habit]);
  });
});
