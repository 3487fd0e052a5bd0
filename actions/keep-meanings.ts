import { putMeanings } from '../storage/meanings.ts';
import type { ActDeps } from './act-deps.ts';

/**
 * Keeps the meaning vector of each text that has none yet. Works only where the table of words is at hand, and never
 * fails: a text without a vector meets others by its words, and `fill-meanings` catches up.
 */
export async function keepMeanings(
  texts: readonly string[],
  { store, encode }: Pick<ActDeps, 'store' | 'encode'>,
): Promise<number> {
  if (encode === undefined || texts.length === 0) return 0;
  try {
    const unique = [...new Set(texts)];
    const there = await store.meanings.bulkGet(unique);
    const missing = unique.filter((_, i) => there[i] === undefined);
    const made = await Promise.all(missing.map(async (key) => ({ key, vector: await encode(key) })));
    const rows = made.flatMap(({ key, vector }) => (vector === null ? [] : [{ key, vector }]));
    await putMeanings(store, rows);
    return rows.length;
  } catch (error) {
    console.warn('Meanings not kept', error);
    return 0;
  }
}
