import type { Prompt, PromptPerson } from '../records/prompt.ts';

/** How many prompts an occasion shows at first sight. */
const perOccasion = 3;

const whoIs = (person: PromptPerson): string => person.id ?? person.key ?? `name:${person.name}`;

/** Of prompts in rank order, those shown at first sight: one a person, three an occasion. The others lie behind "more". */
export function firstSight(prompts: readonly Prompt[]): Prompt[] {
  const people = new Set<string>();
  const shown: Prompt[] = [];
  for (const prompt of prompts) {
    const who = whoIs(prompt.person);
    if (people.has(who)) continue;
    people.add(who);
    shown.push(prompt);
    if (shown.length === perOccasion) break;
  }
  return shown;
}
