import { type OpenOptions, openStore } from './open.ts';
import type { Store } from './store.ts';

/**
 * Gives the store, opened when it is first asked for, and opened again when it was closed from outside since (a restore, an
 * update, a stopped worker). A failed opening is tried anew by the next who asks. `onClosed` is passed on.
 */
export function keepOpen(options: OpenOptions = {}): () => Promise<Store> {
  let opening: Promise<Store> | null = null;
  const forget = () => {
    opening = null;
    options.onClosed?.();
  };
  return () => {
    if (opening === null) {
      opening = openStore({ ...options, onClosed: forget });
      opening.catch(() => {
        opening = null;
      });
    }
    return opening;
  };
}
