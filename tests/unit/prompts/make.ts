import type { Knowledge, OccasionInView } from '../../../prompts/knowledge.ts';
import type { Cooperation } from '../../../records/cooperation.ts';
import type { Decision } from '../../../records/decision.ts';
import type { Introduction } from '../../../records/introduction.ts';
import type { Matter, Step } from '../../../records/matter.ts';
import type { KeptParticipant } from '../../../records/occasion.ts';
import { newPerson, type Person } from '../../../records/person.ts';
import type { Share } from '../../../records/share.ts';
import { newTip, type Tip } from '../../../records/tip.ts';

export const day = 86_400_000;
export const now = Date.UTC(2027, 2, 15, 9);
const base = (id: string) => ({ id, createdAt: now - 100 * day, updatedAt: now - 100 * day });
const wants = (id: string, kind: string, texts: string[]) =>
  texts.map((text, n) => ({ id: `${id}-${kind}${n}`, text, createdAt: now }));

/** A kept person with the address `id@example.org`. */
export function person(
  id: string,
  given: Omit<Partial<Person>, 'needs' | 'offers'> & { needs?: string[]; offers?: string[] } = {},
): Person {
  const { needs = [], offers = [], ...rest } = given;
  const key = `${id}@example.org`;
  return {
    ...newPerson({ name: `Name of ${id}`, addresses: [{ written: key, key }], ...rest }, now),
    ...base(id),
    needs: wants(id, 'n', needs),
    offers: wants(id, 'o', offers),
  };
}

export const participant = (id: string, given: Partial<KeptParticipant> = {}): KeptParticipant => ({
  key: `${id}@example.org`,
  written: `${id}@example.org`,
  name: `Name of ${id}`,
  role: 'attendee',
  answer: null,
  self: false,
  ...given,
});

/** A meeting in an hour's time with these people. */
export const occasion = (ids: string[], given: Partial<OccasionInView> = {}): OccasionInView => ({
  id: 'occ',
  kind: 'meeting',
  title: 'Weekly',
  startAt: now + 3_600_000,
  endAt: now + 7_200_000,
  organizerKey: null,
  participants: ids.map((id) => participant(id)),
  ...given,
});

export const knowledge = (
  given: Partial<Omit<Knowledge, 'me'>> & { needs?: string[]; offers?: string[] } = {},
): Knowledge => {
  const { needs = [], offers = [], ...rest } = given;
  return {
    me: {
      name: 'Me',
      addresses: [{ written: 'me@example.org', key: 'me@example.org' }],
      needs: wants('me', 'n', needs),
      offers: wants('me', 'o', offers),
    },
    people: [],
    contacts: new Map(),
    cooperations: [],
    tips: [],
    shares: [],
    introductions: [],
    matters: [],
    decisions: [],
    reviewed: new Set(),
    saidPeople: new Set(),
    meanings: new Map(),
    ...rest,
  };
};

export const tip = (id: string, text: string, given: Partial<Tip> = {}): Tip => ({
  ...newTip({ text, ...given }, now - day),
  id,
});

export const share = (tipId: string, personId: string, state: Share['state'], given: Partial<Share> = {}): Share => ({
  ...base(`${tipId}-${personId}-${state}`),
  tipId,
  personId,
  state,
  setting: 'walk',
  plannedFor: null,
  whyYou: '',
  occasionId: null,
  givenAt: state === 'given' ? now - 2 * day : null,
  outcome: null,
  ...given,
});

export const cooperation = (id: string, personId: string, given: Partial<Cooperation> = {}): Cooperation => ({
  ...base(id),
  personId,
  direction: 'they-asked',
  about: `about ${id}`,
  answer: 'open',
  at: now - 10 * day,
  answeredAt: null,
  ...given,
});

export const introduction = (
  id: string,
  aId: string,
  bId: string,
  state: Introduction['state'],
  given: Partial<Introduction> = {},
): Introduction => ({
  ...base(id),
  aId,
  bId,
  reason: `reason of ${id}`,
  state,
  consentA: 'not-asked',
  consentB: 'not-asked',
  madeAt: null,
  outcome: null,
  ...given,
});

export const step = (id: string, who: string | null, given: Partial<Step> = {}): Step => ({
  id,
  title: `step ${id}`,
  who,
  state: 'open',
  dueAt: null,
  ...given,
});

export const matter = (id: string, owner: string, steps: Step[], given: Partial<Matter> = {}): Matter => ({
  ...base(id),
  title: `matter ${id}`,
  owner,
  steps,
  state: 'open',
  outcome: null,
  ...given,
});

export const decision = (promptKey: string, word: Decision['decision'], given: Partial<Decision> = {}): Decision => ({
  ...base(`${promptKey} ${word}`),
  promptKey,
  decision: word,
  until: null,
  at: now - day,
  ...given,
});
