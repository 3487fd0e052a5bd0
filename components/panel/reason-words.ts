import { isolate } from '../../locales/isolate.ts';
import type { Prompt, Reason } from '../../records/prompt.ts';
import type { Locale } from '../parts/locale-context.tsx';

/** Longest quotation within a sentence, in characters as readers count them. */
const quotationLength = 140;

const characters = new Intl.Segmenter();
/** A character may carry any number of marks; more code units than this for each one is no text. */
const mostUnits = 16;

/** `text` on one line, cut at a whole character with an ellipsis. */
export function clipped(text: string, length: number): string {
  const line = text
    .slice(0, length * mostUnits * 2)
    .trim()
    .replace(/\s+/gu, ' ');
  if (line.length <= length) return line;
  let clip = '';
  let size = 0;
  for (const { segment } of characters.segment(line)) {
    if (size === length || clip.length + segment.length > length * mostUnits) return `${clip.trimEnd()}…`;
    clip += segment;
    size++;
  }
  return clip;
}

const has = <T extends object>(table: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(table, key);

/** The sentence of one reason of a prompt, in the reader's language. */
export function reasonSentence(reason: Reason, prompt: Prompt, { t, format }: Locale): string {
  const text = (name: string): string => {
    const value = reason.params[name];
    return typeof value === 'string' && value !== '' ? isolate(clipped(value, quotationLength)) : '';
  };
  const number = (name: string): string => {
    const value = reason.params[name];
    return typeof value === 'number' ? format.number(value) : '';
  };
  const at = reason.params.at;
  const setting = String(reason.params.setting ?? '');
  const state = String(reason.params.state ?? '');
  const time = typeof at !== 'number' ? '' : reason.code === 'tip-ends' ? format.date(at) : format.when(at);
  return t.reasons[reason.code]({
    who: isolate(prompt.person.name),
    at: time,
    setting: has(t.common.setting, setting) ? t.common.setting[setting] : setting,
    state: has(t.common.introductionState, state) ? t.common.introductionState[state] : state,
    tip: text('tip'),
    need: text('need'),
    topic: text('topic'),
    needer: text('needer'),
    offerer: text('offerer'),
    offer: text('offer'),
    name: text('name'),
    matter: text('matter'),
    step: text('step'),
    about: text('about'),
    organisation: text('organisation'),
    other: text('other') || isolate(prompt.other?.name ?? ''),
    taken: number('taken'),
    refused: number('refused'),
    ledTo: number('ledTo'),
  });
}

/** What a prompt asks to do, in one line. */
export function promptHeadline(prompt: Prompt, { t }: Locale): string {
  return t.panel.headline[prompt.kind]({ who: prompt.person.name, other: prompt.other?.name ?? '' });
}
