import { liveQuery } from 'dexie';
import { openStore } from '../../storage/open.ts';
import type { Store } from '../../storage/store.ts';

/** The store of this page: opened when first asked for, and again when another page replaced or updated it. */
export interface LiveStore {
  opened(): Promise<Store>;
  /** Runs `query` now and after every change of what it read, in whatever page it was made, until the returned function is called. */
  watch<T>(
    query: (store: Store) => Promise<T>,
    onAnswer: (answer: T) => void,
    onError: (error: unknown) => void,
  ): () => void;
  /** Closes the store and opens the one that the pointer names now. */
  reopen(): void;
}

/** The page's one connection. */
export function liveStore(): LiveStore {
  let opening: Promise<Store> | null = null;
  const starts = new Set<() => void>();

  const opened = (): Promise<Store> => {
    if (opening === null) {
      const mine = openStore({
        onClosed: () => {
          // Closed by ourselves, it is no longer the one in use.
          if (opening === mine) reopen();
        },
      });
      opening = mine;
      mine.catch(() => {
        if (opening === mine) opening = null;
      });
    }
    return opening;
  };

  function reopen(): void {
    const before = opening;
    opening = null;
    void before?.then((store) => store.close()).catch(() => undefined);
    for (const start of starts) start();
  }

  return {
    opened,
    reopen,
    watch(query, onAnswer, onError) {
      let stop = () => {};
      let current = 0;
      const start = () => {
        stop();
        current += 1;
        const mine = current;
        opened().then((store) => {
          if (mine !== current) return;
          const subscription = liveQuery(() => query(store)).subscribe({ next: onAnswer, error: onError });
          stop = () => subscription.unsubscribe();
        }, onError);
      };
      starts.add(start);
      start();
      return () => {
        starts.delete(start);
        current += 1;
        stop();
      };
    },
  };
}
