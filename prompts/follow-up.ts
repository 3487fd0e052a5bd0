import type { Introduction } from '../records/introduction.ts';
import { aside, asPromptPerson, type Candidate, type Kind } from './candidate.ts';
import { promptKey } from './prompt-key.ts';
import type { Present, View } from './view.ts';
import { weights } from './weights.ts';

/** Requests without an answer between the user and somebody here: mine to answer first. */
const openRequests = (view: View, { person }: Present): Candidate[] =>
  view
    .cooperationsOf(person.id)
    .filter((c) => c.answer === 'open' && c.at <= view.now)
    .map((cooperation) => {
      const mine = cooperation.direction === 'they-asked';
      return {
        worth: mine ? weights.iOweAnswer : weights.theyOweAnswer,
        prompt: {
          key: promptKey.followUp(person.id, cooperation.id),
          kind: 'follow-up',
          person: asPromptPerson(person),
          other: null,
          subject: { table: 'cooperations', id: cooperation.id, text: cooperation.about },
          because: [
            {
              code: mine ? 'i-owe-answer' : 'they-owe-answer',
              params: { about: cooperation.about, at: cooperation.at },
              from: { table: 'cooperations', id: cooperation.id },
            },
          ],
          setting: aside(view),
        },
      };
    });

/** Introductions that were made and never asked after. */
function results(view: View, { person }: Present): Candidate[] {
  const unasked = (one: Introduction) =>
    one.state === 'done' &&
    (one.outcome === null || one.outcome === '') &&
    (one.aId === person.id || one.bId === person.id);
  return view.introductions.filter(unasked).map((introduction) => {
    const otherId = introduction.aId === person.id ? introduction.bId : introduction.aId;
    const other = view.people.get(otherId);
    const at = introduction.madeAt ?? introduction.updatedAt;
    return {
      worth: weights.introductionResult,
      prompt: {
        key: promptKey.followUp(person.id, introduction.id),
        kind: 'follow-up',
        person: asPromptPerson(person),
        other: other === undefined ? null : asPromptPerson(other),
        subject: { table: 'introductions', id: introduction.id, text: introduction.reason },
        because: [
          {
            code: 'introduction-result',
            params: { other: other?.name ?? '', at },
            from: { table: 'introductions', id: introduction.id },
          },
        ],
        setting: aside(view),
      },
    };
  });
}

/** What is owed, in either direction: an answer, or a word on what came of an introduction. */
export const followUp: Kind = (view) =>
  view.present.flatMap((present) => [...openRequests(view, present), ...results(view, present)]);
