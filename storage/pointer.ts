/** Which database holds the user's data now. */
export interface Pointer {
  name: string;
  /** It was opened once, so that when it is missing now it was lost. */
  made: boolean;
  /** The one that a restore replaced, kept for undo. */
  previous: string | null;
}

/** The tiny database that holds the pointer and nothing else. */
export const pointerDatabase = 'renmai-pointer';

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function withPointers<T>(
  factory: IDBFactory,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const opening = factory.open(pointerDatabase, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('pointer');
  const database = await done(opening);
  database.onversionchange = () => database.close();
  try {
    const transaction = database.transaction('pointer', mode, { durability: 'strict' });
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    const [result] = await Promise.all([work(transaction.objectStore('pointer')), finished]);
    return result;
  } finally {
    database.close();
  }
}

const current = (store: IDBObjectStore): Promise<Pointer | undefined> => done(store.get('current'));

/** The pointer, or null before the first opening. Rejects with the browser's error when it cannot be read. */
export async function readPointer(factory: IDBFactory): Promise<Pointer | null> {
  return (await withPointers(factory, 'readonly', current)) ?? null;
}

/** The pointer; where there is none yet, writes this one. In one transaction, so that two pages starting at once agree. */
export const claimPointer = (factory: IDBFactory, fresh: Pointer): Promise<Pointer> =>
  withPointers(factory, 'readwrite', async (store) => {
    const there = await current(store);
    if (there === undefined) await done(store.put(fresh, 'current'));
    return there ?? fresh;
  });

/** Points at another database, in one transaction: until it is done, the old one holds. */
export async function writePointer(factory: IDBFactory, pointer: Pointer): Promise<void> {
  await withPointers(factory, 'readwrite', (store) => done(store.put(pointer, 'current')));
}
