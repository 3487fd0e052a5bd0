import { Problem } from '../records/problem.ts';
import { readPointer } from './pointer.ts';
import { type Rows, schemaVersion, type TableName } from './schema.ts';

const answered = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** One read transaction. All that is asked for at once is under way at once. */
export class Reading {
  constructor(private readonly transaction: IDBTransaction) {}

  /** The row of that key, or undefined. */
  get<T extends TableName>(table: T, key: string): Promise<Rows[T] | undefined> {
    return answered(this.transaction.objectStore(table).get(key));
  }

  /** The rows of these keys in their order, undefined for those that are not there. */
  many<T extends TableName>(table: T, keys: readonly string[]): Promise<(Rows[T] | undefined)[]> {
    return Promise.all(keys.map((key) => this.get(table, key)));
  }

  /** Every row of a table. */
  all<T extends TableName>(table: T): Promise<Rows[T][]> {
    return answered(this.transaction.objectStore(table).getAll());
  }

  /** The rows that an index holds under a key or in a range, at most `limit`. */
  by<T extends TableName>(table: T, index: string, at: IDBValidKey | IDBKeyRange, limit?: number): Promise<Rows[T][]> {
    return answered(this.transaction.objectStore(table).index(index).getAll(at, limit));
  }

  /** The primary keys in a range, without their rows. */
  keys(table: TableName, range: IDBKeyRange): Promise<IDBValidKey[]> {
    return answered(this.transaction.objectStore(table).getAllKeys(range));
  }

  /** The primary keys that an index holds in a range, in the order of the index, at most `limit`. */
  keysBy(table: TableName, index: string, range: IDBKeyRange, limit: number): Promise<IDBValidKey[]> {
    return answered(this.transaction.objectStore(table).index(index).getAllKeys(range, limit));
  }

  /** The greatest primary key of a table; null where it is empty. */
  async lastKey(table: TableName): Promise<IDBValidKey | null> {
    const cursor = await answered(this.transaction.objectStore(table).openKeyCursor(null, 'prev'));
    return cursor?.primaryKey ?? null;
  }
}

/**
 * Reads the database without Dexie, which is half of what a worker would load to answer an occasion. It never writes and
 * never makes or changes the schema: that is Dexie's (`open.ts`).
 */
export class Reader {
  static readonly #known = new WeakMap<IDBDatabase, Reader>();

  private constructor(private readonly database: IDBDatabase) {}

  /** The one reader over this connection. */
  static of(database: IDBDatabase): Reader {
    const reader = Reader.#known.get(database) ?? new Reader(database);
    Reader.#known.set(database, reader);
    return reader;
  }

  /** Runs `work` in one read transaction over these tables. Rejects with the browser's error when the connection is closed. */
  async read<T>(tables: readonly TableName[], work: (reading: Reading) => Promise<T>): Promise<T> {
    return work(new Reading(this.database.transaction(tables, 'readonly')));
  }

  close(): void {
    this.database.close();
  }
}

/** How a reader is opened. */
export interface ReaderOptions {
  factory?: IDBFactory;
  /** Makes or brings up to date the database where that is needed, or throws the `Problem` that stands against it (`open.ts`). */
  make: () => Promise<unknown>;
  /** Called when the connection was closed from outside. */
  onClosed?: () => void;
}

/** The database of that name in this version as it is; null where it is missing, older or newer: nothing is made. */
function openAsItIs(factory: IDBFactory, name: string): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    const request = factory.open(name, schemaVersion * 10);
    request.onupgradeneeded = () => request.transaction?.abort();
    request.onsuccess = () => resolve(request.result);
    request.onerror = (event) => {
      event.preventDefault();
      resolve(null);
    };
    // An older page holds it: whoever makes waits for that page, and says so.
    request.onblocked = () => resolve(null);
  });
}

async function current(factory: IDBFactory): Promise<IDBDatabase | null> {
  const pointer = await readPointer(factory).catch(() => null);
  return pointer?.made ? openAsItIs(factory, pointer.name) : null;
}

/** A reader of the database in use, which is made first where there is none yet. Throws RM-101 to RM-107. */
export async function openReader(options: ReaderOptions): Promise<Reader> {
  const factory = options.factory ?? indexedDB;
  let database = await current(factory);
  if (database === null) {
    await options.make();
    database = await current(factory);
  }
  if (database === null)
    throw new Problem('RM-101', 'The store does not open for reading. Nothing was changed. Restart the browser.');
  const opened = database;
  opened.onversionchange = () => {
    opened.close();
    options.onClosed?.();
  };
  opened.onclose = () => options.onClosed?.();
  return Reader.of(opened);
}
