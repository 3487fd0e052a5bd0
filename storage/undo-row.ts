import type { RowChange } from '../records/change.ts';

type Row = Readonly<Record<string, unknown>>;

/** What a row becomes when a change is taken back: a row, null (deleted), or a conflict in a field. */
export type Undone = { row: Row | null } | { conflict: string };

const same = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && same(Reflect.get(a, key), Reflect.get(b, key)))
  );
};

/** Fields that every write touches: they tell nothing about who changed what. */
const bookkeeping = new Set(['updatedAt', 'lastSeenAt', 'days']);

/**
 * Takes one change back from the row as it is now, field by field, so that what was written since stays. A list loses
 * what the change put in and gets back what it took out. A field changed again since is a conflict.
 */
export function undoRow(change: RowChange, now: Row | null): Undone {
  const { before, after } = change;
  if (after === null) return now === null ? { row: before } : { conflict: 'id' };
  if (now === null) return before === null ? { row: null } : { conflict: 'id' };
  const fields = [...new Set([...Object.keys(after), ...Object.keys(before ?? {})])].filter((f) => !bookkeeping.has(f));
  if (before === null) {
    const changed = fields.find((field) => !same(after[field], now[field]));
    return changed === undefined ? { row: null } : { conflict: changed };
  }
  const row: Record<string, unknown> = { ...now };
  for (const field of fields.filter((f) => !same(before[f], after[f]))) {
    if (same(now[field], after[field])) row[field] = before[field];
    else {
      const list = undoList(before[field], after[field], now[field]);
      if (list === null) return { conflict: field };
      row[field] = list;
    }
  }
  return { row };
}

/** A list without what the change put in, with what it took out; null where that was changed since, or it is no list. */
function undoList(before: unknown, after: unknown, now: unknown): unknown[] | null {
  if (!Array.isArray(before) || !Array.isArray(after) || !Array.isArray(now)) return null;
  const has = (list: unknown[], item: unknown) => list.some((other) => same(other, item));
  const added = after.filter((item) => !has(before, item));
  const removed = before.filter((item) => !has(after, item));
  if (added.some((item) => !has(now, item)) || removed.some((item) => has(now, item))) return null;
  return [...now.filter((item) => !has(added, item)), ...removed];
}
