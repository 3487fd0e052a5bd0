import type { Cooperation } from '../records/cooperation.ts';
import type { Introduction } from '../records/introduction.ts';
import type { Matter, Step } from '../records/matter.ts';
import type { KeptParticipant } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import { newestDecisions } from './decisions.ts';
import { Fit } from './fit.ts';
import type { Knowledge, OccasionInView } from './knowledge.ts';
import { textOfTip } from './texts.ts';
import { weights } from './weights.ts';

/** Somebody in the occasion who is kept as a person. */
export interface Present {
  person: Person;
  /** Called the meeting or wrote the mail. */
  leads: boolean;
}

/** Somebody in the occasion of whom nothing is kept: by address key, or by name alone where the page shows no address. */
export interface Stranger {
  key: string | null;
  name: string;
  leads: boolean;
}

/** What the kinds of prompt look at: the occasion and the knowledge, indexed once and in an order of its own. */
export interface View {
  occasion: OccasionInView;
  knowledge: Knowledge;
  now: number;
  /** By id. */
  present: readonly Present[];
  isPresent: (personId: string) => boolean;
  strangers: readonly Stranger[];
  /** By id, in the order of ids. */
  people: ReadonlyMap<string, Person>;
  /** The newest contact up to now, epoch ms; null where no history is known. */
  lastAt: (personId: string) => number | null;
  /** By time, oldest first. */
  cooperationsOf: (personId: string) => readonly Cooperation[];
  tips: readonly Tip[];
  /** What a tip is compared by. Made once: every new string would be hashed again. */
  textOf: (tip: Tip) => string;
  sharesOf: (tipId: string) => readonly Share[];
  introductions: readonly Introduction[];
  /** Open steps of this person's open matters that nobody has: what they look somebody for. */
  stepsOf: (personId: string) => readonly { matter: Matter; step: Step }[];
  /** Open, by id. */
  matters: readonly Matter[];
  decisions: ReturnType<typeof newestDecisions>;
  fit: Fit;
  /** How many texts are looked at closely beside each text of somebody here: fewer, the more people are here. */
  closeLooks: number;
}

const byId = <T extends { id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const byTime = (a: Cooperation, b: Cooperation): number => a.at - b.at || byId(a, b);

/** Records grouped by what `of` says, each group in the order of `records`. */
function grouped<T>(records: readonly T[], of: (record: T) => string): (key: string) => readonly T[] {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = of(record);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [record]);
    else group.push(record);
  }
  return (key) => groups.get(key) ?? [];
}

const leads = (participant: KeptParticipant, occasion: OccasionInView): boolean =>
  participant.role === 'organizer' ||
  participant.role === 'from' ||
  (participant.key !== null && participant.key === occasion.organizerKey);

/** Sorts out who of the occasion is kept, who is new, and who is the user. */
function sortOut(
  occasion: OccasionInView,
  knowledge: Knowledge,
  people: readonly Person[],
): { present: Present[]; strangers: Stranger[] } {
  const mine = new Set(knowledge.me.addresses.map((address) => address.key));
  const owner = new Map<string, Person>();
  for (const person of people) for (const key of person.keys) if (!owner.has(key)) owner.set(key, person);
  const present = new Map<string, Present>();
  const strangers = new Map<string, Stranger>();
  for (const participant of occasion.participants) {
    const { key, name } = participant;
    if (participant.self || (key !== null && mine.has(key))) continue;
    const leading = leads(participant, occasion);
    const person = key === null ? undefined : owner.get(key);
    if (person !== undefined) {
      present.set(person.id, { person, leads: leading || present.get(person.id)?.leads === true });
      continue;
    }
    const who = key ?? (name === null ? '' : `name:${name.trim()}`);
    if (who === '' || who === 'name:') continue;
    const known = strangers.get(who);
    const names = [known?.name, name?.trim(), key].filter((n) => n !== undefined && n !== null && n !== '').sort();
    const spoken = names.find((n) => n !== key) ?? key ?? '';
    strangers.set(who, { key, name: spoken, leads: leading || known?.leads === true });
  }
  return {
    present: [...present.values()].sort((a, b) => byId(a.person, b.person)),
    strangers: [...strangers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stranger]) => stranger),
  };
}

/** No occasion at all: for what is asked about everybody kept, wherever they are. */
export const nowhere: OccasionInView = {
  id: '',
  kind: 'thread',
  title: null,
  startAt: null,
  endAt: null,
  organizerKey: null,
  participants: [],
};

/** Indexes the knowledge for one occasion at `now` (epoch ms). */
export function viewOf(occasion: OccasionInView, knowledge: Knowledge, now: number): View {
  const people = [...knowledge.people].sort(byId);
  const { present, strangers } = sortOut(occasion, knowledge, people);
  const here = new Set(present.map((p) => p.person.id));
  const lastAt = (personId: string): number | null => {
    let last: number | null = null;
    for (const { at } of knowledge.contacts.get(personId) ?? [])
      if (at <= now && (last === null || at > last)) last = at;
    return last;
  };
  const texts = new Map<Tip, string>();
  const matters = knowledge.matters.filter((matter) => matter.state === 'open').sort(byId);
  const steps = matters.flatMap((matter) =>
    matter.steps.filter((step) => step.state === 'open' && step.who === null).map((step) => ({ matter, step })),
  );
  return {
    occasion,
    knowledge,
    now,
    present,
    isPresent: (personId) => here.has(personId),
    strangers,
    people: new Map(people.map((person) => [person.id, person])),
    lastAt,
    cooperationsOf: grouped([...knowledge.cooperations].sort(byTime), (c) => c.personId),
    tips: [...knowledge.tips].sort(byId),
    textOf: (tip) => {
      const text = texts.get(tip) ?? textOfTip(tip);
      texts.set(tip, text);
      return text;
    },
    sharesOf: grouped([...knowledge.shares].sort(byId), (share) => share.tipId),
    introductions: [...knowledge.introductions].sort(byId),
    matters,
    stepsOf: grouped(steps, ({ matter }) => matter.owner),
    decisions: newestDecisions(knowledge.decisions),
    fit: new Fit(knowledge.meanings),
    closeLooks: Math.min(48, Math.max(4, Math.floor(weights.closeLooks / Math.max(1, present.length)))),
  };
}
