import { newId } from '../records/base.ts';
import { Problem } from '../records/problem.ts';
import { claimPointer, type Pointer, readPointer, writePointer } from './pointer.ts';
import { schemaVersion } from './schema.ts';
import { Store } from './store.ts';
import { storeProblem } from './store-problem.ts';

/** How a store is opened. Everything has a default but in tests. */
export interface OpenOptions {
  /** `strict` (the default) for the user's words: written means on the disk. `relaxed` for imports. */
  durability?: 'strict' | 'relaxed';
  factory?: IDBFactory;
  keyRange?: typeof IDBKeyRange;
  /** How long, in ms, the browser may take to answer, and another page to let go. */
  patience?: number;
  /** Called when the connection was closed from outside: another page updates, replaces or deletes the database. */
  onClosed?: () => void;
}

/** The name of a database that does not exist yet. */
export const freshName = (): string => `renmai-${newId()}`;

const patienceOf = (options: OpenOptions): number => options.patience ?? 10_000;

const factoryOf = (options: OpenOptions): IDBFactory => options.factory ?? indexedDB;

/**
 * The store that the pointer names. The very first opening makes an empty one; afterwards never: a database that is gone
 * is RM-104. Throws RM-101 to RM-107, each with its way out.
 */
export async function openStore(options: OpenOptions = {}): Promise<Store> {
  const factory = factoryOf(options);
  const pointer = await inTime(pointerOrFirst(factory), options);
  const store = await openNamed(pointer.name, pointer.made ? 'existing' : 'new', options);
  if (!pointer.made) await writePointer(factory, { ...pointer, made: true });
  return store;
}

async function pointerOrFirst(factory: IDBFactory): Promise<Pointer> {
  try {
    const pointer = await readPointer(factory);
    if (pointer !== null) return pointer;
    const lost = await databasesOf(factory);
    if (lost.length > 1) throw gone(`${lost.length} databases are there, and nothing says which one holds now`);
    return await claimPointer(factory, { name: lost[0] ?? freshName(), made: lost.length === 1, previous: null });
  } catch (error) {
    throw cannotOpen(error);
  }
}

/** A new, empty database that is not yet the one in use: filled by a restore, then switched to. */
export const openFresh = (options: OpenOptions = {}): Promise<Store> => openNamed(freshName(), 'new', options);

/**
 * Makes `name`, a database that is there, the one in use. The one before is kept as `previous`, and whoever has it open is
 * asked to close it; all others are deleted.
 */
export async function switchTo(name: string, options: OpenOptions = {}): Promise<Pointer> {
  const factory = factoryOf(options);
  const before = await readPointer(factory);
  const pointer: Pointer = { name, made: true, previous: before?.name === name ? null : (before?.name ?? null) };
  await writePointer(factory, pointer);
  // Without a pointer before, the others may hold what was lost.
  if (before !== null) {
    if (before.name !== name) await askToClose(before.name, options);
    await deleteUnused(options);
  }
  return pointer;
}

/**
 * Asks every page and worker to close a database that stays but is no longer in use, so that none goes on reading and
 * writing it. The browser asks them when somebody wants a later version; that wish is then taken back.
 */
async function askToClose(name: string, options: OpenOptions): Promise<void> {
  const factory = factoryOf(options);
  const there = (await factory.databases()).find((database) => database.name === name);
  if (there?.version === undefined) return;
  const request = factory.open(name, there.version + 1);
  await inTime(
    new Promise<void>((resolve) => {
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onsuccess = () => resolve();
      request.onerror = (event) => {
        event.preventDefault();
        resolve();
      };
      // One that does not let go now is asked again when the database is deleted.
      request.onblocked = () => resolve();
    }),
    options,
  );
}

/** Makes a new, empty database the one in use: the user's own choice, when the old one is gone or does not open. */
export async function startEmpty(options: OpenOptions = {}): Promise<Store> {
  const store = await openFresh(options);
  await switchTo(store.name, options);
  return store;
}

/** Goes back to the database that the last switch replaced. Throws RM-112 where there is none. */
export async function switchBack(options: OpenOptions = {}): Promise<Pointer> {
  const pointer = await readPointer(factoryOf(options));
  if (pointer === null || pointer.previous === null)
    throw new Problem('RM-112', 'There is nothing to go back to: no data was replaced, or it was undone already.');
  return switchTo(pointer.previous, options);
}

/** Forgets every database of ours and deletes it: the next opening makes an empty one. Throws RM-102 when a page does not let go. */
export async function startAnew(options: OpenOptions = {}): Promise<void> {
  await writePointer(factoryOf(options), { name: freshName(), made: false, previous: null });
  await deleteUnused(options);
}

/** Deletes every database of ours that the pointer does not name: left over from a restore that was broken off. */
export async function deleteUnused(options: OpenOptions = {}): Promise<void> {
  const factory = factoryOf(options);
  const pointer = await readPointer(factory);
  if (pointer === null) return;
  const unused = (await databasesOf(factory)).filter((name) => name !== pointer.name && name !== pointer.previous);
  await Promise.all(unused.map((name) => deleteDatabase(name, options)));
}

/** Deletes a database; open connections are asked to close first. Throws RM-102 when one does not let go in time. */
export function deleteDatabase(name: string, options: OpenOptions = {}): Promise<void> {
  const request = factoryOf(options).deleteDatabase(name);
  return inTime(
    new Promise<void>((resolve, reject) => {
      request.onsuccess = () => resolve();
      request.onerror = () => reject(cannotOpen(request.error));
    }),
    options,
    blocked,
  );
}

async function databasesOf(factory: IDBFactory): Promise<string[]> {
  const all = await factory.databases();
  return all.flatMap(({ name }) => (name !== undefined && /^renmai-[0-9a-f]{8}-/.test(name) ? [name] : []));
}

async function openNamed(name: string, expected: 'new' | 'existing', options: OpenOptions): Promise<Store> {
  const store = new Store(name, {
    chromeTransactionDurability: options.durability ?? 'strict',
    indexedDB: exactly(factoryOf(options)),
    ...(options.keyRange && { IDBKeyRange: options.keyRange }),
  });
  const held = new Promise<never>((_, reject) => {
    // Other pages close when asked; one that does not within the grace is of an older version, or busy.
    store.on('blocked', () => {
      setTimeout(() => reject(blocked()), Math.min(patienceOf(options) / 2, 3_000));
      return false;
    });
  });
  // False keeps Dexie's own handler from running, which logs and would open again.
  store.on('versionchange', () => {
    store.close();
    options.onClosed?.();
    return false;
  });
  store.on('populate', () => {
    if (expected === 'existing') throw gone('its database is missing');
  });
  try {
    await inTime(Promise.race([store.open(), held]), options);
  } catch (error) {
    store.close();
    throw problemOfOpening(error);
  }
  store.backendDB().addEventListener('close', () => options.onClosed?.());
  return store;
}

/**
 * The browser's databases, opened in this program's version or not at all. Met with a newer database, Dexie would open it
 * as it is and, finding it different, write its own indexes into it: harm to what this version does not know.
 */
function exactly(factory: IDBFactory): IDBFactory {
  return {
    open: (name, version) => {
      if (version !== schemaVersion * 10) throw newer();
      return factory.open(name, version);
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (a, b) => factory.cmp(a, b),
  };
}

function problemOfOpening(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const inner = (error as { inner?: unknown }).inner;
  if (inner instanceof Problem) return inner;
  const problem = storeProblem(error);
  return problem.code === 'RM-105' ? problem : cannotOpen(error);
}

const cannotOpen = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(
        'RM-101',
        `The store does not open (${error instanceof Error ? error.name : 'unknown error'}). Nothing was changed. Restart the browser; if it stays, restore a backup.`,
        false,
        { cause: error },
      );

const newer = (): Problem =>
  new Problem(
    'RM-103',
    `Your data was written by a newer version of Renmai; this one reads data version ${schemaVersion}. Nothing was changed. Update Renmai in the browser's extension page, then reload.`,
  );

const gone = (what: string): Problem =>
  new Problem(
    'RM-104',
    `Your data is not where it was: ${what}. The browser or another program may have cleared it. Restore a backup, or start empty.`,
  );

const blocked = (): Problem =>
  new Problem(
    'RM-102',
    'Another page of Renmai holds the store in an older version. Close the other Renmai tabs and windows, then try again.',
    true,
  );

const silent = (): Problem =>
  new Problem(
    'RM-107',
    'The browser does not answer for the store. Try again; if it stays, restart the browser.',
    true,
  );

/** The promise's result, or the problem that `late` gives after the time the options allow. */
function inTime<T>(promise: PromiseLike<T>, options: OpenOptions, late: () => Problem = silent): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(late()), patienceOf(options));
    promise.then(resolve, reject).then(() => clearTimeout(timer));
  });
}
