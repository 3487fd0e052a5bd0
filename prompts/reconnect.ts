import { dormantAfter } from '../people/tie.ts';
import type { Reason } from '../records/prompt.ts';
import { aside, asPromptPerson, type Kind } from './candidate.ts';
import { bestGift } from './gives.ts';
import { promptKey } from './prompt-key.ts';
import { textOfStep } from './texts.ts';
import type { Present, View } from './view.ts';
import { weights } from './weights.ts';

/** What the user needs, or has to find somebody for, and this person could do: the best of it. */
function couldDo(view: View, { person }: Present): { need: string; offer: string; fit: number } | undefined {
  const needs = view.knowledge.me.needs.map(({ text }) => ({ text, by: text }));
  const steps = view.stepsOf('me').map(({ matter, step }) => ({ text: step.title, by: textOfStep(matter, step) }));
  return [...needs, ...steps]
    .flatMap((wanted) => {
      const { given, fit } = bestGift(view, wanted, person);
      return given === undefined ? [] : [{ need: wanted.text, offer: given.text, fit }];
    })
    .sort((x, y) => y.fit - x.fit || (x.need < y.need ? -1 : 1))[0];
}

/** A dormant tie worth waking: somebody here who once cooperated, is tagged, or offers what the user needs. */
export const reconnect: Kind = (view) =>
  view.present.flatMap((present) => {
    const { person } = present;
    const last = view.lastAt(person.id);
    // Silence without any history is unknown, not dormant.
    if (last === null || view.now - last <= dormantAfter) return [];
    const from = { table: 'people', id: person.id };
    const done = view.cooperationsOf(person.id);
    const answered = done.filter((c) => c.answer !== 'open');
    const agreed = answered.filter((c) => c.answer === 'agreed').at(-1);
    const refused = answered.at(-1)?.answer === 'declined';
    if (refused) return [];
    const could = couldDo(view, present);
    const asked = done.some((c) => c.answer === 'open');
    const clearly = could !== undefined && could.fit >= (asked ? weights.couldDoAsked : weights.couldDoFrom);
    const helps = clearly || (could !== undefined && could.fit >= weights.couldDoFaintFrom) ? could : undefined;
    const because: Reason[] = [{ code: 'last-contact', params: { at: last }, from }];
    let worth = 0;
    if (agreed !== undefined) {
      because.push({
        code: 'once-cooperated',
        params: { about: agreed.about, at: agreed.at },
        from: { table: 'cooperations', id: agreed.id },
      });
      worth += weights.cooperated;
    }
    if (helps !== undefined) {
      because.push({ code: 'could-do-what-i-need', params: { need: helps.need, offer: helps.offer }, from });
      worth += clearly ? weights.couldDo : weights.couldDoFaint;
    }
    if (person.potentialSince !== null) {
      because.push({ code: 'tagged-potential', params: { at: person.potentialSince }, from });
      worth += weights.potential;
    }
    if (worth === 0) return [];
    return [
      {
        guess: agreed === undefined && person.potentialSince === null,
        worth,
        prompt: {
          key: promptKey.reconnect(person.id),
          kind: 'reconnect' as const,
          person: asPromptPerson(person),
          other: null,
          subject: null,
          because,
          setting: aside(view),
        },
      },
    ];
  });
