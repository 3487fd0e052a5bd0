import type { PromptKind } from '../records/prompt.ts';

/** Stands for *any* in the key of a decision: `share/p1/*` holds for every tip to that person. */
export const anything = '*';

const part = (text: string): string => (text === anything ? anything : encodeURIComponent(text).replaceAll('*', '%2A'));

const join = (kind: PromptKind, ...parts: string[]): string => [kind, ...parts.map(part)].join('/');

/**
 * Keys of prompts, made of kind, people and subject, never of time or text, so that a decision holds when the prompts are
 * worked out again. Any part may be `anything` in the key of a decision.
 */
export const promptKey = {
  share: (personId: string, tipId: string): string => join('share', personId, tipId),
  /** The same key whichever of the two is named first. */
  introduce: (oneId: string, otherId: string): string =>
    join(
      'introduce',
      ...(otherId === anything || (oneId !== anything && oneId <= otherId) ? [oneId, otherId] : [otherId, oneId]),
    ),
  advance: (personId: string, matterId: string, stepId: string): string => join('advance', personId, matterId, stepId),
  /** `who`: address key, or `name:` and the name where the page shows no address. */
  record: (who: string): string => join('record', who),
  reconnect: (personId: string): string => join('reconnect', personId),
  /** `subjectId`: the cooperation or the introduction whose answer is open. */
  followUp: (personId: string, subjectId: string): string => join('follow-up', personId, subjectId),
  review: (occasionId: string): string => join('review', occasionId),
};

/** The key itself and every more general key whose decision holds for it too. */
export function keysHolding(key: string): string[] {
  const [kind = '', one = '', ...rest] = key.split('/');
  const any = rest.map(() => anything);
  const general = [
    [kind, one, ...any].join('/'),
    [kind, anything, ...rest].join('/'),
    [kind, anything, ...any].join('/'),
  ];
  if (kind === 'introduce') general.push([kind, rest[0] ?? '', anything].join('/'));
  return [...new Set([key, ...general])];
}

/** What a key was made of; `anything` stays as it is. The kind is whatever stands first. */
export function partsOf(key: string): { kind: string; parts: string[] } {
  const [kind = '', ...parts] = key.split('/');
  return { kind, parts: parts.map((each) => (each === anything ? each : decoded(each))) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
