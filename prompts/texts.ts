import type { Cooperation } from '../records/cooperation.ts';
import type { Matter, Step } from '../records/matter.ts';
import type { Person } from '../records/person.ts';
import type { Me } from '../records/settings.ts';
import type { Tip } from '../records/tip.ts';

/** The text a tip is compared by: its words and its topics. */
export const textOfTip = (tip: Pick<Tip, 'text' | 'topics'>): string => [tip.text, ...tip.topics].join(' ');

/** The text a step is compared by: what is to be done, and in which matter. */
export const textOfStep = (matter: Pick<Matter, 'title'>, step: Pick<Step, 'title'>): string =>
  `${step.title} ${matter.title}`;

/** What a person does, from title and organisation; null when neither is known. */
export const textOfTrade = (person: Pick<Person, 'title' | 'organisation'>): string | null =>
  [person.title, person.organisation].filter((part) => part !== null && part !== '').join(' ') || null;

/** Every text of a person whose meaning is kept (`Knowledge.meanings`). */
export function textsOfPerson(
  person: Pick<Person, 'needs' | 'offers' | 'topics' | 'title' | 'organisation'>,
): string[] {
  const trade = textOfTrade(person);
  const wants = [...person.needs, ...person.offers].map((want) => want.text);
  return [...wants, ...person.topics, ...(trade === null ? [] : [trade])];
}

/** Every text of the user whose meaning is kept. */
export const textsOfMe = (me: Pick<Me, 'needs' | 'offers'>): string[] =>
  [...me.needs, ...me.offers].map((want) => want.text);

/** Every text of a tip whose meaning is kept. A confidential tip has none: it takes no part in any prompt. */
export const textsOfTip = (tip: Pick<Tip, 'text' | 'topics' | 'confidential'>): string[] =>
  tip.confidential ? [] : [textOfTip(tip)];

/** Every text of a matter whose meaning is kept: those of its open steps. */
export const textsOfMatter = (matter: Pick<Matter, 'title' | 'steps'>): string[] =>
  matter.steps.filter((step) => step.state === 'open').map((step) => textOfStep(matter, step));

/** Every text of a cooperation whose meaning is kept. */
export const textsOfCooperation = (cooperation: Pick<Cooperation, 'about'>): string[] => [cooperation.about];
