import type { Catalogue } from '../../locales/index.ts';
import { Problem } from '../../records/problem.ts';

/** A numbered error in words: what is so and the way out; the number stays in sight for `docs/errors.md`. */
export function problemWords(problem: { code: string; detail: string }, t: Catalogue): { text: string; more: string } {
  return { text: t.common.problem({ code: problem.code }), more: t.problems[problem.code] ?? problem.detail };
}

/** Whatever was thrown, as a numbered error: RM-300 where it has no number of its own. */
export const thrownProblem = (thrown: unknown): { code: string; detail: string } =>
  thrown instanceof Problem
    ? { code: thrown.code, detail: thrown.message }
    : { code: 'RM-300', detail: thrown instanceof Error ? thrown.message : String(thrown) };
