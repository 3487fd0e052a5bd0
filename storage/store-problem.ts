import { Problem } from '../records/problem.ts';

const namesOf = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...namesOf(inner)];
};

/** What went wrong in the store, as a numbered problem. A `Problem` is handed back as it is. */
export function storeProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const names = namesOf(error);
  const options = { cause: error };
  if (names.includes('QuotaExceededError'))
    return new Problem(
      'RM-105',
      'There is no room left on the disk for this. Nothing was written. Free some space, or shorten how long seen occasions are kept in the settings, and try again.',
      false,
      options,
    );
  if (names.some((name) => ['DatabaseClosedError', 'InvalidStateError', 'TransactionInactiveError'].includes(name)))
    return new Problem(
      'RM-106',
      'The store was closed by another page of Renmai, to update or replace it. Nothing was written. Try again; if it stays, reload this page.',
      true,
      options,
    );
  return new Problem(
    'RM-118',
    `The store could not do this (${names.join(', ') || 'unknown error'}). Nothing was written. Try again; if it stays, export a backup and restart the browser.`,
    false,
    options,
  );
}
