import type { Matter, Step } from '../records/matter.ts';
import type { Person } from '../records/person.ts';
import type { Reason } from '../records/prompt.ts';
import { asPromptPerson, type Candidate, type Kind } from './candidate.ts';
import { bestGift } from './gives.ts';
import { promptKey } from './prompt-key.ts';
import { textOfStep } from './texts.ts';
import type { View } from './view.ts';
import { ramp, weights } from './weights.ts';

function candidate(view: View, matter: Matter, step: Step, person: Person, first: Reason, worth: number): Candidate {
  const because = [first];
  const soon = step.dueAt !== null && step.dueAt - view.now < weights.dueSoon;
  if (step.dueAt !== null && soon)
    because.push({ code: 'step-due', params: { at: step.dueAt }, from: { table: 'matters', id: matter.id } });
  return {
    worth: worth + (soon ? weights.stepDue : 0),
    prompt: {
      key: promptKey.advance(person.id, matter.id, step.id),
      kind: 'advance',
      person: asPromptPerson(person),
      other: null,
      subject: { table: 'matters', id: `${matter.id}/${step.id}`, text: step.title },
      because,
      setting: view.occasion.kind === 'thread' ? 'private-message' : 'at-the-table',
    },
  };
}

/** Steps of others' matters that the user took on; the owner is here. The first open one is due before those after it. */
function mine(view: View, matter: Matter, owner: Person): Candidate[] {
  return matter.steps
    .filter((step) => step.state === 'open' && step.who === 'me')
    .map((step, place) => {
      const because: Reason = {
        code: 'step-mine',
        params: { matter: matter.title, step: step.title },
        from: { table: 'matters', id: matter.id },
      };
      return candidate(view, matter, step, owner, because, place === 0 ? weights.stepMine : weights.stepMineLater);
    });
}

/** Steps of the user's own matter: with whoever here has one, and for those nobody has, with whoever here could do it best. */
function own(view: View, matter: Matter): Candidate[] {
  return matter.steps
    .filter((step) => step.state === 'open' && step.who !== 'me')
    .flatMap((step) => {
      const from = { table: 'matters', id: matter.id };
      const params = { matter: matter.title, step: step.title };
      const holder = view.present.find(({ person }) => person.id === step.who);
      if (holder !== undefined)
        return [
          candidate(view, matter, step, holder.person, { code: 'step-they-could', params, from }, weights.stepTheirs),
        ];
      if (step.who !== null) return [];
      const wanted = { by: textOfStep(matter, step) };
      const able = view.present
        .map(({ person }) => ({ person, ...bestGift(view, wanted, person) }))
        .filter(({ given, fit }) => given !== undefined && fit >= weights.ableFrom)
        .sort((x, y) => y.fit - x.fit || (x.person.id < y.person.id ? -1 : 1));
      return able.slice(0, 2).map(({ person, given, fit }, place) => {
        const reason: Reason = { code: 'step-they-could', params: { ...params, offer: given?.text ?? '' }, from };
        const worth = ramp(fit, weights.ableFrom, weights.ableTo, weights.ableLow, weights.ableHigh);
        const share = place === 0 ? 1 : weights.ableSecond;
        return { ...candidate(view, matter, step, person, reason, worth * share), guess: true };
      });
    });
}

/** Pushing a matter forward: the one small part that is the user's to do or to ask for here. */
export const advance: Kind = (view) =>
  view.matters.flatMap((matter) => {
    if (matter.owner === 'me') return own(view, matter);
    const owner = view.present.find(({ person }) => person.id === matter.owner);
    return owner === undefined ? [] : mine(view, matter, owner.person);
  });
