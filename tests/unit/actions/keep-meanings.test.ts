import { expect, test } from 'vitest';
import { keepMeanings } from '../../../actions/keep-meanings.ts';
import { freshDeps } from '../storage/fresh-store.ts';

test('only texts without a meaning are worked out, each once', async () => {
  const { store } = await freshDeps();
  const asked: string[] = [];
  const encode = async (text: string) => {
    asked.push(text);
    return Int8Array.of(1);
  };
  expect(await keepMeanings(['a', 'b', 'a'], { store, encode })).toBe(2);
  expect(await keepMeanings(['b', 'c'], { store, encode })).toBe(1);
  expect(asked).toEqual(['a', 'b', 'c']);
  expect(await keepMeanings(['d'], { store })).toBe(0);
});
