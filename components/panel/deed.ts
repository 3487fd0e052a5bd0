import type { Act, Whom } from '../../records/act.ts';
import type { Brief, BriefPerson } from '../../records/brief.ts';
import type { Prompt, PromptKind, PromptPerson } from '../../records/prompt.ts';
import type { Setting } from '../../records/share.ts';
import { isPerson } from './people-order.ts';

/** A form that opens in place, with what it starts from. */
export type FormRequest =
  | { form: 'line'; what: 'need' | 'offer' | 'note'; whom: Whom; who: string }
  | { form: 'share'; whom: Whom; who: string; tipId: string | null; setting: Setting | null }
  | { form: 'close-share'; shareId: string; tip: string }
  | { form: 'request'; whom: Whom; who: string; direction: 'they-asked' | 'i-asked'; about: string }
  | { form: 'answer'; cooperationId: string; direction: 'they-asked' | 'i-asked'; about: string }
  | { form: 'ask-both'; prompt: Prompt; whom: Whom; other: Whom }
  | { form: 'review'; occasionId: string | null };

/** What the first button of a prompt does, and its name in the catalogue. */
export interface Deed {
  label:
    | 'share'
    | 'given'
    | 'introduce'
    | 'advance'
    | 'record'
    | 'reconnect'
    | 'answer'
    | 'introduction'
    | 'review'
    | 'open';
  does: { opens: FormRequest } | { act: Act } | { route: string };
}

/** The participant whom a prompt is about, if the occasion still shows them. */
export const personOf = (prompt: Prompt, brief: Brief): BriefPerson | undefined =>
  brief.people.find((person) => isPerson(prompt.person, person));

/** How acts name a participant: the kept person, or the participant by `ref`. */
export const whomOf = (person: BriefPerson): Whom =>
  person.known === null ? { ref: person.ref } : { personId: person.known.id };

function whomOfPrompt(who: PromptPerson, brief: Brief): Whom {
  if (who.id !== null) return { personId: who.id };
  const person = brief.people.find((each) => isPerson(who, each));
  return { ref: person?.ref ?? who.key ?? `name:${who.name}` };
}

const fromOf = (prompt: Prompt, table: string): string | null =>
  (prompt.subject?.table === table ? prompt.subject.id : null) ??
  prompt.because.find((reason) => reason.from?.table === table)?.from?.id ??
  null;

const param = (prompt: Prompt, name: string): string => {
  for (const reason of prompt.because) {
    const value = reason.params[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return '';
};

const request = (prompt: Prompt, brief: Brief, direction: 'they-asked' | 'i-asked', about: string): Deed['does'] => ({
  opens: { form: 'request', whom: whomOfPrompt(prompt.person, brief), who: prompt.person.name, direction, about },
});

const deeds: Record<PromptKind, (prompt: Prompt, brief: Brief) => Deed> = {
  share(prompt, brief) {
    const shareId = fromOf(prompt, 'shares');
    if (shareId !== null)
      return { label: 'given', does: { opens: { form: 'close-share', shareId, tip: prompt.subject?.text ?? '' } } };
    const whom = whomOfPrompt(prompt.person, brief);
    return {
      label: 'share',
      does: {
        opens: { form: 'share', whom, who: prompt.person.name, tipId: fromOf(prompt, 'tips'), setting: prompt.setting },
      },
    };
  },
  introduce: (prompt, brief) => {
    const id = fromOf(prompt, 'introductions');
    const other = prompt.other === null ? null : whomOfPrompt(prompt.other, brief);
    const whom = whomOfPrompt(prompt.person, brief);
    return id === null && other !== null
      ? { label: 'introduce', does: { opens: { form: 'ask-both', prompt, whom, other } } }
      : {
          label: 'open',
          does: { route: id === null ? '#/introductions' : `#/introductions/${encodeURIComponent(id)}` },
        };
  },
  advance(prompt, brief) {
    const matterId = fromOf(prompt, 'matters')?.split('/')[0];
    const theirs = prompt.because.some((reason) => reason.code === 'step-they-could');
    if (theirs) return { label: 'advance', does: request(prompt, brief, 'i-asked', param(prompt, 'step')) };
    return { label: 'open', does: { route: matterId ? `#/matters/${encodeURIComponent(matterId)}` : '#/matters' } };
  },
  record: (prompt, brief) => {
    const person = personOf(prompt, brief);
    const ref = person?.ref ?? prompt.person.key ?? `name:${prompt.person.name}`;
    return { label: 'record', does: { act: { act: 'keep-person', ref } } };
  },
  reconnect(prompt, brief) {
    const need = param(prompt, 'need');
    if (need !== '') return { label: 'reconnect', does: request(prompt, brief, 'i-asked', need) };
    const whom = whomOfPrompt(prompt.person, brief);
    return {
      label: 'reconnect',
      does: { opens: { form: 'share', whom, who: prompt.person.name, tipId: null, setting: prompt.setting } },
    };
  },
  'follow-up'(prompt) {
    const cooperationId = fromOf(prompt, 'cooperations');
    if (cooperationId !== null) {
      const direction = prompt.because.some((reason) => reason.code === 'they-owe-answer') ? 'i-asked' : 'they-asked';
      const about = param(prompt, 'about') || (prompt.subject?.text ?? '');
      return { label: 'answer', does: { opens: { form: 'answer', cooperationId, direction, about } } };
    }
    const introductionId = fromOf(prompt, 'introductions');
    return {
      label: 'introduction',
      does: { route: introductionId ? `#/introductions/${encodeURIComponent(introductionId)}` : '#/introductions' },
    };
  },
  review: (prompt, brief) => ({
    label: 'review',
    does: { opens: { form: 'review', occasionId: brief.occasion.id ?? fromOf(prompt, 'occasions') } },
  }),
};

/** What doing a prompt means: one entry for each kind. */
export const deedOf = (prompt: Prompt, brief: Brief): Deed => deeds[prompt.kind](prompt, brief);
