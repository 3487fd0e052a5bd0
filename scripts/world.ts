/** A world of `tests/fixtures/worlds/README.md`, and how it becomes what the engine knows. Labels never pass through here. */
import { addressKey } from '../people/address-key.ts';
import type { Knowledge, OccasionInView } from '../prompts/knowledge.ts';
import { encode, type MeaningTable } from '../prompts/meaning.ts';
import { anything, promptKey } from '../prompts/prompt-key.ts';
import { textsOfCooperation, textsOfMatter, textsOfMe, textsOfPerson, textsOfTip } from '../prompts/texts.ts';
import { newBase } from '../records/base.ts';
import type { Decision } from '../records/decision.ts';
import type { Person } from '../records/person.ts';
import { newPerson } from '../records/person.ts';
import type { Prompt, PromptKind } from '../records/prompt.ts';

export interface WorldDecision {
  kind: PromptKind;
  person: string;
  subject: string | null;
  decision: 'done' | 'later' | 'never';
  until?: string;
  at: string;
}

/** What the user of a world knows; `labels` and `never` are for the score alone. */
export interface World {
  world: string;
  language: string;
  now: string;
  me: { name: string; emails: string[]; needs?: string[]; offers?: string[] };
  people: {
    id: string;
    name: string;
    emails: string[];
    nickname?: string;
    organisation?: string;
    title?: string;
    tags?: string[];
    needs?: string[];
    offers?: string[];
    topics?: string[];
    notes?: string;
    contacts?: { at: string; kind: 'meeting' | 'mail' }[];
  }[];
  cooperations?: {
    person: string;
    direction: 'they-asked' | 'i-asked';
    about: string;
    answer: 'agreed' | 'declined' | 'open';
    at: string;
  }[];
  tips?: {
    id: string;
    text: string;
    topics?: string[];
    reach: 'one' | 'few' | 'open';
    few?: string[];
    confidential?: boolean;
    learnedAt: string;
    expiresAt?: string | null;
    source?: string;
  }[];
  shares?: { tip: string; person: string; state: 'planned' | 'given' | 'skipped'; at: string }[];
  introductions?: {
    id: string;
    a: string;
    b: string;
    reason: string;
    state: 'idea' | 'asked' | 'agreed' | 'done' | 'declined';
    at: string;
  }[];
  matters?: {
    id: string;
    title: string;
    owner: string;
    steps: { id: string; title: string; who: string | null; state: 'open' | 'done' }[];
  }[];
  decisions?: WorldDecision[];
  occasion: {
    kind: 'meeting' | 'thread';
    title: string;
    start?: string;
    end?: string;
    organizer?: string;
    people: { name: string; email: string; role: 'organizer' | 'attendee' | 'from' | 'to' | 'cc' }[];
  };
}

/** One prompt as `worlds-results.json` holds it. */
export interface Result {
  kind: PromptKind;
  person: string;
  other?: string;
  subject?: string;
}

/** A mailbox's key; on the hosts of the worlds a plus tag makes no difference anywhere. */
export function worldKey(address: string): string {
  const key = addressKey(address) ?? address.trim().toLowerCase();
  const at = key.lastIndexOf('@');
  return `${key.slice(0, at).split('+')[0]}${key.slice(at)}`;
}

const occasionId = 'occasion';

function asPerson(given: World['people'][number], now: number): Person {
  const tags = given.tags ?? [];
  const want = (text: string, n: number, kind: string) => ({ id: `${given.id}-${kind}${n}`, text, createdAt: now });
  return {
    ...newPerson({ name: given.name }, now),
    id: given.id,
    otherNames: given.nickname === undefined ? [] : [given.nickname],
    addresses: given.emails.map((written) => ({ written, key: worldKey(written) })),
    keys: given.emails.map(worldKey),
    organisation: given.organisation ?? null,
    title: given.title ?? null,
    tags,
    needs: (given.needs ?? []).map((text, n) => want(text, n, 'need')),
    offers: (given.offers ?? []).map((text, n) => want(text, n, 'offer')),
    topics: given.topics ?? [],
    notes:
      given.notes === undefined
        ? []
        : [{ id: `${given.id}-note`, text: given.notes, confidential: false, createdAt: now }],
    friend: tags.includes('friend'),
    potentialSince: tags.includes('potential-connection') ? now : null,
  };
}

/** The keys that a decision of a world silences: a subject left out means any. */
function keysOf(decision: WorldDecision, world: World): string[] {
  const { kind, person } = decision;
  const subject = decision.subject ?? anything;
  switch (kind) {
    case 'share':
      return [promptKey.share(person, subject)];
    case 'introduce': {
      const known = world.introductions?.find((one) => one.id === subject);
      const other = known === undefined ? subject : known.a === person ? known.b : known.a;
      return [promptKey.introduce(person, other)];
    }
    case 'advance': {
      const [matter = anything, step = anything] = subject.split('/');
      return [promptKey.advance(person, matter, step)];
    }
    case 'follow-up':
      // What came of an introduction is asked once, of either side.
      if (world.introductions?.some((one) => one.id === subject)) return [promptKey.followUp(anything, subject)];
      return [promptKey.followUp(person, /^\d+$/.test(subject) ? `c${subject}` : subject)];
    case 'reconnect':
      return [promptKey.reconnect(person)];
    case 'record':
      return [promptKey.record(worldKey(person))];
    case 'review': {
      // Decided about an occasion of this caller: this one, if they call it.
      const caller = world.people.find((p) => p.id === person)?.emails.map(worldKey) ?? [worldKey(person)];
      const organizer = world.occasion.organizer;
      return organizer !== undefined && caller.includes(worldKey(organizer)) ? [promptKey.review(occasionId)] : [];
    }
  }
}

/** The occasion of a world. */
export function occasionOf(world: World): OccasionInView {
  const { occasion, me } = world;
  const mine = new Set(me.emails.map(worldKey));
  const time = (text: string | undefined) => (text === undefined ? null : Date.parse(text));
  return {
    id: occasionId,
    kind: occasion.kind,
    title: occasion.title,
    startAt: time(occasion.start),
    endAt: time(occasion.end),
    organizerKey: occasion.organizer === undefined ? null : worldKey(occasion.organizer),
    participants: occasion.people.map(({ name, email, role }) => ({
      key: worldKey(email),
      written: email,
      name,
      role,
      answer: null,
      self: mine.has(worldKey(email)),
    })),
  };
}

/** What the engine may know of a world; texts get their meaning from `table`, or meet by words alone without one. */
export function knowledgeOf(world: World, table: MeaningTable | null): Knowledge {
  const now = Date.parse(world.now);
  const base = (id: string) => ({ ...newBase(now), id });
  const want = (text: string, n: number) => ({ id: `me-${n}`, text, createdAt: now });
  const decisions: Decision[] = (world.decisions ?? []).flatMap((decision, n) =>
    keysOf(decision, world).map((key, k) => ({
      ...base(`d${n}-${k}`),
      promptKey: key,
      decision: decision.decision,
      until: decision.until === undefined ? null : Date.parse(decision.until),
      at: Date.parse(decision.at),
    })),
  );
  const knowledge: Knowledge = {
    me: {
      name: world.me.name,
      addresses: world.me.emails.map((written) => ({ written, key: worldKey(written) })),
      needs: (world.me.needs ?? []).map(want),
      offers: (world.me.offers ?? []).map(want),
    },
    people: world.people.map((person) => asPerson(person, now)),
    contacts: new Map(
      world.people
        .filter((person) => (person.contacts ?? []).length > 0)
        .map((person) => [person.id, (person.contacts ?? []).map(({ at, kind }) => ({ at: Date.parse(at), kind }))]),
    ),
    cooperations: (world.cooperations ?? []).map((c, n) => ({
      ...base(`c${n}`),
      personId: c.person,
      direction: c.direction,
      about: c.about,
      answer: c.answer,
      at: Date.parse(c.at),
      answeredAt: null,
    })),
    tips: (world.tips ?? []).map((tip) => ({
      ...base(tip.id),
      text: tip.text,
      topics: tip.topics ?? [],
      reach: tip.reach,
      few: tip.few ?? [],
      confidential: tip.confidential ?? false,
      learnedAt: Date.parse(tip.learnedAt),
      expiresAt: tip.expiresAt ? Date.parse(tip.expiresAt) : null,
      source: tip.source ?? null,
    })),
    shares: (world.shares ?? []).map((share, n) => ({
      ...base(`s${n}`),
      tipId: share.tip,
      personId: share.person,
      state: share.state,
      setting: 'private-message',
      plannedFor: share.state === 'planned' ? Date.parse(share.at) : null,
      whyYou: '',
      occasionId: null,
      givenAt: share.state === 'given' ? Date.parse(share.at) : null,
      outcome: null,
    })),
    introductions: (world.introductions ?? []).map((one) => ({
      ...base(one.id),
      aId: one.a,
      bId: one.b,
      reason: one.reason,
      state: one.state,
      consentA: 'not-asked',
      consentB: 'not-asked',
      madeAt: one.state === 'done' ? Date.parse(one.at) : null,
      outcome: null,
    })),
    matters: (world.matters ?? []).map((matter) => ({
      ...base(matter.id),
      title: matter.title,
      owner: matter.owner,
      steps: matter.steps.map((step) => ({ ...step, dueAt: null })),
      state: 'open',
      outcome: null,
    })),
    decisions,
    reviewed: new Set(),
    saidPeople: new Set(),
    meanings: new Map(),
  };
  if (table === null) return knowledge;
  const texts = [
    ...textsOfMe(knowledge.me),
    ...knowledge.people.flatMap(textsOfPerson),
    ...knowledge.tips.flatMap(textsOfTip),
    ...knowledge.matters.flatMap(textsOfMatter),
    ...knowledge.cooperations.flatMap(textsOfCooperation),
  ];
  return { ...knowledge, meanings: new Map(texts.map((text) => [text, encode(text, table)])) };
}

/** A prompt as the results name it. */
export function resultOf(prompt: Prompt): Result {
  const result: Result = { kind: prompt.kind, person: prompt.person.id ?? prompt.person.key ?? prompt.person.name };
  if (prompt.kind === 'introduce' && prompt.other !== null)
    result.other = prompt.other.id ?? prompt.other.key ?? prompt.other.name;
  if (prompt.subject !== null && prompt.kind !== 'review') result.subject = prompt.subject.id;
  return result;
}
