import { newBase } from '../records/base.ts';
import type { RowChange } from '../records/change.ts';
import { Problem } from '../records/problem.ts';
import { type RecordTable, recordTables } from '../records/tables.ts';
import { checkRow } from './check-row.ts';
import { deleteContacts, writeContacts } from './contacts.ts';
import type { Rows } from './schema.ts';
import type { Store } from './store.ts';
import { storeProblem } from './store-problem.ts';

/** One act of the user while it runs: reads and writes inside its transaction, and remembers what each row was before. */
export class Act {
  readonly #changes = new Map<string, RowChange>();

  constructor(
    private readonly store: Store,
    /** Epoch ms: the moment of the act. */
    readonly now: number,
  ) {}

  /** The row, or undefined. */
  async find<T extends RecordTable>(table: T, id: string): Promise<Rows[T] | undefined> {
    return this.store.rows(table).get(id);
  }

  /** The row. Throws RM-109 when it is not there (any more). */
  async get<T extends RecordTable>(table: T, id: string): Promise<Rows[T]> {
    const row = await this.find(table, id);
    if (row === undefined)
      throw new Problem(
        'RM-109',
        `What this is about is no longer in the store (${table}, ${id}). It was deleted or undone meanwhile. Nothing was written; look again.`,
      );
    return row;
  }

  /** Writes a row, new or changed, with `updatedAt` now. Throws RM-108 when it does not fit its schema. */
  async put<T extends RecordTable>(table: T, row: Rows[T]): Promise<Rows[T]> {
    const checked = checkRow(table, { ...row, updatedAt: this.now });
    await this.#note(table, checked.id, checked);
    if (table === 'occasions') await writeContacts(this.store, checked as Rows['occasions']);
    await this.store.rows(table).put(checked);
    return checked;
  }

  /** Changes some fields of a row that is there. Throws RM-109, RM-108. */
  async change<T extends RecordTable>(table: T, id: string, fields: Partial<Rows[T]>): Promise<Rows[T]> {
    return this.put(table, { ...(await this.get(table, id)), ...fields });
  }

  /** Takes a row out. Throws RM-109 when it is not there. */
  async delete<T extends RecordTable>(table: T, id: string): Promise<void> {
    await this.get(table, id);
    await this.#note(table, id, null);
    if (table === 'occasions') await deleteContacts(this.store, [id]);
    await this.store.rows(table).delete(id);
  }

  /** What was changed so far, without rows that are again as they were. */
  changes(): RowChange[] {
    return [...this.#changes.values()].filter((change) => change.before !== null || change.after !== null);
  }

  async #note(table: RecordTable, id: string, after: object | null): Promise<void> {
    const key = `${table}/${id}`;
    const noted = this.#changes.get(key);
    const before = noted ? noted.before : ((await this.store.rows(table).get(id)) ?? null);
    this.#changes.set(key, {
      table,
      id,
      before: before === null ? null : { ...before },
      after: after === null ? null : { ...after },
    });
  }
}

/** What came of one act: the journal's row, null where nothing changed. */
export interface Recorded<T> {
  value: T;
  changeId: string | null;
  /** Each row that was changed, before and after. */
  rows: readonly RowChange[];
}

/**
 * Runs one act of the user as one transaction over all tables, and writes one row of the journal with what each row was
 * before and after. When `work` throws, nothing at all is written. Throws `Problem`s only.
 */
export async function recordAct<T>(
  store: Store,
  about: { act: string; now: number; importId?: string },
  work: (act: Act) => Promise<T>,
): Promise<Recorded<T>> {
  try {
    return await store.transaction('rw', [...recordTables, 'contacts'], async () => {
      const act = new Act(store, about.now);
      const value = await work(act);
      const rows = act.changes();
      if (rows.length === 0) return { value, changeId: null, rows };
      const change = checkRow('changes', {
        ...newBase(about.now),
        act: about.act,
        rows,
        undone: false,
        importId: about.importId ?? null,
      });
      await store.changes.add(change);
      return { value, changeId: change.id, rows };
    });
  } catch (error) {
    throw storeProblem(error);
  }
}
