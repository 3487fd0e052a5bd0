import { textsOfCooperation, textsOfMatter, textsOfMe, textsOfPerson, textsOfTip } from '../prompts/texts.ts';
import { putMeanings } from '../storage/meanings.ts';
import { meaningsStamp } from '../storage/schema.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';

/** So many texts are worked out before they are written. */
const chunk = 500;

/** What filling is handed. `signal` stops it between two chunks; what was written stays. */
export interface FillDeps {
  store: Store;
  encode: (text: string) => Promise<Int8Array | null>;
  signal?: AbortSignal;
}

/** Every text in the store that needs, offers and tips meet by. */
async function allTexts(store: Store): Promise<Set<string>> {
  const tables = [store.people, store.tips, store.matters, store.cooperations, store.settings];
  return store.transaction('r', tables, async () => {
    const texts = new Set<string>();
    const add = (more: readonly string[]) => {
      for (const text of more) texts.add(text);
    };
    // Row by row, for of a hundred thousand people only the texts are wanted.
    await store.people.each((person) => add(textsOfPerson(person)));
    for (const tip of await store.tips.toArray()) add(textsOfTip(tip));
    for (const matter of await store.matters.toArray()) add(textsOfMatter(matter));
    for (const cooperation of await store.cooperations.toArray()) add(textsOfCooperation(cooperation));
    add(textsOfMe((await readSettings(store, 0)).me));
    return texts;
  });
}

/**
 * Works out the meaning of every text that has none yet (after an import, a restore, a new table of words), and drops
 * those of texts that are gone. How many were written. Throws `Problem`s.
 */
export async function fillMeanings({ store, encode, signal }: FillDeps): Promise<number> {
  try {
    const texts = await allTexts(store);
    const there = new Set(await store.meanings.toCollection().primaryKeys());
    await store.meanings.bulkDelete([...there].filter((key) => key !== meaningsStamp && !texts.has(key)));
    const missing = [...texts].filter((text) => !there.has(text));
    let written = 0;
    for (let i = 0; i < missing.length && !signal?.aborted; i += chunk) {
      const made = await Promise.all(
        missing.slice(i, i + chunk).map(async (key) => ({ key, vector: await encode(key) })),
      );
      const rows = made.flatMap(({ key, vector }) => (vector === null ? [] : [{ key, vector }]));
      await putMeanings(store, rows);
      written += rows.length;
    }
    return written;
  } catch (error) {
    throw storeProblem(error);
  }
}
