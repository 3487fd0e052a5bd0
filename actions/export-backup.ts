import { type BackupRows, backupText, noRows } from '../interchange/backup.ts';
import { recordTables } from '../records/tables.ts';
import { checkRow } from '../storage/check-row.ts';
import { readSettings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';

/** Pieces of text are gathered to about this length (in characters) before they become part of the file. */
const pieceLength = 1_000_000;

/** Everything the user has, as it is at one moment. */
export async function backupRows(store: Store): Promise<BackupRows> {
  const rows = noRows();
  await store.transaction('r', [...recordTables], async () => {
    for (const table of recordTables) {
      const list: unknown[] = rows[table];
      await store.rows(table).each((row) => list.push(row));
    }
  });
  return rows;
}

/**
 * The backup file of everything, confidential notes included, and the note that one was made (which is not in it). Named by
 * the day. `now` in epoch ms. Throws `Problem`s.
 */
export async function exportBackup(store: Store, now: number): Promise<{ name: string; blob: Blob }> {
  try {
    const pieces: string[] = [];
    let piece = '';
    for (const text of backupText(await backupRows(store), now)) {
      piece += text;
      if (piece.length < pieceLength) continue;
      pieces.push(piece);
      piece = '';
    }
    const blob = new Blob([...pieces, piece], { type: 'application/json' });
    await store.transaction('rw', store.settings, async () => {
      await store.settings.put(checkRow('settings', { ...(await readSettings(store, now)), lastBackupAt: now }));
    });
    return { name: `renmai-backup-${new Date(now).toISOString().slice(0, 10)}.json`, blob };
  } catch (error) {
    throw storeProblem(error);
  }
}
