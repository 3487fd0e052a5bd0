import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Rows, TableName } from './schema.ts';
import { schemaVersion, version1 } from './schema.ts';

/**
 * The database with its typed tables. Only `open.ts` makes one; whoever needs the store is handed it. It never opens
 * itself: Dexie's opening on demand would make a database anew, in silence, after it was deleted or switched.
 */
export class Store extends Dexie {
  declare people: Table<Rows['people'], string>;
  declare sightings: Table<Rows['sightings'], string>;
  declare occasions: Table<Rows['occasions'], string>;
  declare tips: Table<Rows['tips'], string>;
  declare shares: Table<Rows['shares'], string>;
  declare introductions: Table<Rows['introductions'], string>;
  declare matters: Table<Rows['matters'], string>;
  declare cooperations: Table<Rows['cooperations'], string>;
  declare reviews: Table<Rows['reviews'], string>;
  declare decisions: Table<Rows['decisions'], string>;
  declare changes: Table<Rows['changes'], string>;
  declare sources: Table<Rows['sources'], string>;
  declare settings: Table<Rows['settings'], string>;
  declare meanings: Table<Rows['meanings'], string>;
  declare shown: Table<Rows['shown'], string>;
  declare contacts: Table<Rows['contacts'], [key: string, at: number, kind: string, occasionId: string]>;

  constructor(name: string, options: Pick<DexieOptions, 'indexedDB' | 'IDBKeyRange' | 'chromeTransactionDurability'>) {
    super(name, { ...options, autoOpen: false, cache: 'disabled' });
    this.version(schemaVersion).stores(version1);
  }

  /** The table of that name, with its row's type. */
  rows<T extends TableName>(name: T): Table<Rows[T], string> {
    return this.table(name);
  }
}
