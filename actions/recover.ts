import { readBackup } from '../interchange/backup.ts';
import { type OpenOptions, startEmpty } from '../storage/open.ts';
import { restoreBackup } from './restore-backup.ts';

/**
 * Where the store does not open or is gone: puts a backup in its place. What is left of the old one stays on the disk, to go
 * back to. Throws `Problem`s (RM-201 to RM-208: what is wrong with the file), and then nothing has changed.
 */
export async function restoreInPlace(file: Blob, options: OpenOptions = {}): Promise<void> {
  await restoreBackup(await readBackup(new Uint8Array(await file.arrayBuffer())), { options });
}

/** Where the store does not open or is gone: goes on with an empty one. What is left of the old one stays on the disk. Throws `Problem`s. */
export async function goOnEmpty(options: OpenOptions = {}): Promise<void> {
  (await startEmpty(options)).close();
}
