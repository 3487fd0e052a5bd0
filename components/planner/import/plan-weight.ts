import type { ImportPlan } from '../../../records/planner.ts';

/** More entries than this are bulky, and wait for the user's word. */
const bulky = 500;

/**
 * How much a dry run asks of the user: `nothing` when nothing would be written; `plain` when it is small, nothing in it was
 * guessed or is a question, and so it may go in by itself, to be taken back at will; else `asks`.
 */
export function planWeight({ files, counts, own, changes }: ImportPlan): 'nothing' | 'plain' | 'asks' {
  const questions = files.some(
    ({ columns, backup }) => (columns !== null && !columns.sure) || (backup !== null && !backup.intoEmpty),
  );
  // Whose mail it is, and what a newer file changes, are the user's to say.
  if (questions || (own ?? []).length > 0 || changes.length > 0) return 'asks';
  if (counts.added + counts.updated === 0) return 'nothing';
  return counts.added + counts.updated > bulky ? 'asks' : 'plain';
}
