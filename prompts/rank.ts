import type { Prompt } from '../records/prompt.ts';
import type { Candidate } from './candidate.ts';

/** Prompts by falling worth, equal ones by key; one of each key, its worthiest. */
export function rank(candidates: readonly Candidate[]): Prompt[] {
  const seen = new Set<string>();
  return [...candidates]
    .sort((a, b) => b.worth - a.worth || (a.prompt.key < b.prompt.key ? -1 : a.prompt.key > b.prompt.key ? 1 : 0))
    .map(({ prompt }) => prompt)
    .filter(({ key }) => {
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}
