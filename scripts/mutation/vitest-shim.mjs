/**
 * What the test files import from `vitest` while mutants are run: the real `expect`, and a `describe` and a `test` that
 * only gather the tests. `scripts/mutation/runner.mjs` runs them.
 */
// A query keeps the hook of the runner from turning this import back to this file.
export { expect, vi } from 'vitest?real';

/** Every test gathered, in the order of the files: `name` with those of the groups before it, each name once. */
export const gathered = [];

let groups = [];
const seen = new Map();

function named(name) {
  const whole = [...groups, name].join(' › ');
  const times = seen.get(whole) ?? 0;
  seen.set(whole, times + 1);
  return times === 0 ? whole : `${whole} (${times + 1})`;
}

const gather = (name, run) => gathered.push({ name: named(String(name)), run });

function within(name, define) {
  const before = groups;
  groups = [...before, String(name)];
  define();
  groups = before;
}

const each = (once) => (rows) => (name, run) => {
  for (const row of rows) once(name, () => run(...(Array.isArray(row) ? row : [row])));
};

export const test = Object.assign(gather, {
  each: each(gather),
  skip: () => undefined,
  skipIf: (skipped) => (skipped ? () => undefined : gather),
});
export const describe = Object.assign(within, { each: each(within) });

/** Tests gathered from now on stand in this file. */
export function beginFile(file) {
  groups = [file];
}
