import { asPromptPerson, isOver, type Kind } from './candidate.ts';
import { promptKey } from './prompt-key.ts';
import { weights } from './weights.ts';

/** After a meeting: write down what was given, asked and agreed. One an occasion, put to whoever called it. */
export const review: Kind = (view) => {
  const { occasion, now, present, strangers } = view;
  const endAt = occasion.endAt;
  if (!isOver(view) || endAt === null || now - endAt > weights.reviewWithin) return [];
  if (view.knowledge.reviewed.has(occasion.id)) return [];
  const caller = present.find((p) => p.leads) ?? present[0];
  const stranger = strangers.find((s) => s.leads) ?? strangers[0];
  const person =
    caller !== undefined
      ? asPromptPerson(caller.person)
      : stranger !== undefined
        ? { id: null, key: stranger.key, name: stranger.name }
        : null;
  if (person === null) return [];
  return [
    {
      worth: weights.review,
      prompt: {
        key: promptKey.review(occasion.id),
        kind: 'review',
        person,
        other: null,
        subject: { table: 'occasions', id: occasion.id, text: occasion.title ?? '' },
        because: [{ code: 'occasion-over', params: { at: endAt }, from: { table: 'occasions', id: occasion.id } }],
        setting: null,
      },
    },
  ];
};
