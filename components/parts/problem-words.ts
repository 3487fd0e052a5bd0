import type { Catalogue } from '../../locales/index.ts';

/** A numbered error in words: what is so and the way out; the number stays in sight for `docs/errors.md`. */
export function problemWords(problem: { code: string; detail: string }, t: Catalogue): { text: string; more: string } {
  return { text: t.common.problem({ code: problem.code }), more: t.problems[problem.code] ?? problem.detail };
}
