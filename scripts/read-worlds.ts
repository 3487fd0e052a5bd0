import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type MeaningTable, openTable } from '../prompts/meaning.ts';
import type { World } from './world.ts';
import type { Label, Never } from './world-score.ts';

/** A world, and apart from it what it is scored by; `labels` null where it has none. */
export interface ReadWorld {
  world: World;
  labels: Label[] | null;
  never: Never[];
}

/** The word table of the project. */
export const projectTable = (): MeaningTable =>
  openTable(new Uint8Array(readFileSync(resolve(import.meta.dirname, '../public/meaning.bin'))).buffer);

/** Every world of a folder, in the order of their files' names. A file that is no world is told on stderr and passed over. */
export function readWorlds(dir: string): ReadWorld[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      let read: World & { labels?: Label[]; never?: Never[] };
      try {
        read = JSON.parse(readFileSync(join(dir, name), 'utf8'));
      } catch (error) {
        console.warn(`${name}: ${error instanceof Error ? error.message : error}; passed over`);
        return [];
      }
      const { labels, never, ...world } = read;
      if (typeof world.world === 'string' && Array.isArray(world.occasion?.people) && Array.isArray(world.people))
        return [{ world, labels: labels ?? null, never: never ?? [] }];
      console.warn(`${name}: not a world ("world", "people" or "occasion" is missing), passed over`);
      return [];
    });
}
