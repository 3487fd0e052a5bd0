import type { Backup } from '../interchange/backup.ts';
import type { Progress } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import { recordTables } from '../records/tables.ts';
import { contactsOf } from '../storage/contacts.ts';
import { chunkRows } from '../storage/import-rows.ts';
import { deleteDatabase, type OpenOptions, openFresh, switchTo } from '../storage/open.ts';
import { storeProblem } from '../storage/store-problem.ts';

/** What restoring is handed. `signal` stops it: then nothing at all has happened. */
export interface RestoreDeps {
  options?: OpenOptions;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/**
 * Puts a backup in the place of everything that is there: fills a new database, checks it, and only then switches to it. The
 * one before is kept until the next restore, to go back to. True when it was done, false when it was stopped. Throws
 * `Problem`s, and then the old data are in use as before.
 */
export async function restoreBackup(backup: Backup, deps: RestoreDeps = {}): Promise<boolean> {
  const options: OpenOptions = { ...deps.options, durability: 'relaxed' };
  const total = recordTables.reduce((sum, table) => sum + backup.tables[table].length, 0);
  const store = await openFresh(options);
  let done = 0;
  try {
    for (const table of recordTables) {
      const rows = backup.tables[table];
      for (let i = 0; i < rows.length; i += chunkRows) {
        if (deps.signal?.aborted) throw new Stopped();
        const chunk = rows.slice(i, i + chunkRows);
        await store.rows(table).bulkAdd(chunk as never[]);
        done += chunk.length;
        deps.onProgress?.({ done, total });
      }
    }
    for (let i = 0; i < backup.tables.occasions.length; i += chunkRows)
      await store.contacts.bulkPut(backup.tables.occasions.slice(i, i + chunkRows).flatMap(contactsOf));
    for (const table of recordTables)
      if ((await store.rows(table).count()) !== backup.tables[table].length)
        throw new Problem('RM-208', `Not all of table "${table}" arrived. Nothing was changed. Try again.`, true);
  } catch (error) {
    store.close();
    await deleteDatabase(store.name, options);
    if (error instanceof Stopped) return false;
    throw storeProblem(error);
  }
  store.close();
  await switchTo(store.name, options);
  return true;
}

class Stopped extends Error {}
