import { expect, test } from 'vitest';
import { participantOf, refuseOutOfScope } from '../../../actions/act-person.ts';
import { freshDeps } from '../storage/fresh-store.ts';

test('without an open occasion, nobody is named by ref, and anybody by id', async () => {
  const deps = await freshDeps();
  expect(() => participantOf('a@b.c', deps)).toThrow(/not in the occasion/);
  expect(() => refuseOutOfScope('anybody', deps)).not.toThrow();
});
