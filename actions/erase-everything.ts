import { type OpenOptions, startAnew } from '../storage/open.ts';

/**
 * Deletes everything: every database of ours, what a restore kept for undo included. Open pages are told to close theirs
 * and find an empty store when they open again. Cannot be undone. Throws RM-102 when a page does not let go.
 */
export const eraseEverything = (options: OpenOptions = {}): Promise<void> => startAnew(options);
