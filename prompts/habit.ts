import type { Cooperation } from '../records/cooperation.ts';
import type { Decision } from '../records/decision.ts';
import { type HabitRow, type Way, ways } from '../records/habit.ts';
import type { Introduction } from '../records/introduction.ts';
import type { Matter } from '../records/matter.ts';
import type { Prompt, Reason } from '../records/prompt.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import { partsOf, promptKey } from './prompt-key.ts';
import { weights } from './weights.ts';

/** What is learned from. */
export interface Done {
  decisions: readonly Decision[];
  tips: readonly Tip[];
  shares: readonly Share[];
  introductions: readonly Introduction[];
  matters: readonly Matter[];
  cooperations: readonly Cooperation[];
}

/** By way; a way that nothing was done about is not in it. */
export type Habit = ReadonlyMap<Way, HabitRow>;

const shareWays = { one: 'share-one', few: 'share-few', open: 'share-open' } as const;

/** The way of a prompt, from its kind and its reasons. */
export function wayOf({ kind, because }: Pick<Prompt, 'kind' | 'because'>): Way {
  const says = (code: string) => because.some((reason) => reason.code === code);
  if (kind === 'share') return says('tip-exclusive') ? 'share-one' : says('tip-named') ? 'share-few' : 'share-open';
  if (kind === 'advance') return says('step-mine') ? 'step-mine' : 'step-theirs';
  if (kind === 'follow-up')
    return says('introduction-result') ? 'introduction-result' : says('i-owe-answer') ? 'answer-mine' : 'answer-theirs';
  return kind;
}

/** One thing that was prompted or could have been, and what became of it. */
interface Case {
  way: Way;
  people: readonly string[];
  taken: boolean;
  at: number;
}

/** The way of everything that a prompt's key can name beside people, by id. */
function waysById({ tips, matters, introductions, cooperations }: Done): ReadonlyMap<string, Way> {
  return new Map<string, Way>([
    ...tips.map(({ id, reach }) => [`share ${id}`, shareWays[reach]] as const),
    ...matters.map(({ id, owner }) => [`advance ${id}`, owner === 'me' ? 'step-theirs' : 'step-mine'] as const),
    ...introductions.map(({ id }) => [`follow-up ${id}`, 'introduction-result'] as const),
    ...cooperations.map(
      ({ id, direction }) => [`follow-up ${id}`, direction === 'they-asked' ? 'answer-mine' : 'answer-theirs'] as const,
    ),
  ]);
}

/** The way and the people of a decided prompt, by its key; null where the record that it was about is gone. */
function caseOfKey(key: string, byId: ReadonlyMap<string, Way>): Pick<Case, 'way' | 'people'> | null {
  const { kind, parts } = partsOf(key);
  const [first = '', second = ''] = parts;
  if (kind === 'introduce') return { way: kind, people: parts };
  if (kind === 'review' || kind === 'record') return { way: kind, people: [] };
  if (kind === 'reconnect') return { way: kind, people: [first] };
  const way = byId.get(`${kind} ${second}`);
  return way === undefined ? null : { way, people: [first] };
}

/** Every case since `since`, one a prompt key: what was done stands over what was decided. */
function casesOf(done: Done, since: number, now: number): Case[] {
  const cases = new Map<string, Case>();
  const put = (key: string, one: Case) => {
    if (one.at > since && one.at <= now) cases.set(key, one);
  };
  const byId = waysById(done);
  for (const { promptKey: key, decision, at } of done.decisions) {
    if (decision === 'later') continue;
    const about = caseOfKey(key, byId);
    if (about !== null) put(key, { ...about, taken: decision === 'done', at });
  }
  for (const matter of done.matters) {
    if (matter.owner === 'me') continue;
    for (const step of matter.steps)
      if (step.who === 'me' && step.state === 'done')
        put(promptKey.advance(matter.owner, matter.id, step.id), {
          way: 'step-mine',
          people: [matter.owner],
          taken: true,
          at: matter.updatedAt,
        });
  }
  for (const { aId, bId, state, madeAt } of done.introductions)
    if (state === 'done' && madeAt !== null)
      put(promptKey.introduce(aId, bId), { way: 'introduce', people: [aId, bId], taken: true, at: madeAt });
  for (const { tipId, personId, state, givenAt, updatedAt } of done.shares) {
    const way = byId.get(`share ${tipId}`);
    if (way === undefined || state === 'planned') continue;
    const at = state === 'given' ? (givenAt ?? updatedAt) : updatedAt;
    put(promptKey.share(personId, tipId), { way, people: [personId], taken: state === 'given', at });
  }
  return [...cases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** The cases that a cooperation followed: each agreed one is owed to what was done last with that person before it. */
function ledToCooperation(cases: readonly Case[], cooperations: readonly Cooperation[], now: number): Set<Case> {
  const led = new Set<Case>();
  const byPerson = new Map<string, Case[]>();
  for (const one of cases)
    if (one.taken) for (const id of one.people) byPerson.set(id, [...(byPerson.get(id) ?? []), one]);
  for (const { personId, answer, answeredAt, at } of cooperations) {
    const agreedAt = answeredAt ?? at;
    if (answer !== 'agreed' || agreedAt > now) continue;
    let last: Case | undefined;
    for (const one of byPerson.get(personId) ?? []) {
      const within = one.at < agreedAt && agreedAt - one.at <= weights.leadsWithin;
      if (within && (last === undefined || one.at > last.at)) last = one;
    }
    if (last !== undefined) led.add(last);
  }
  return led;
}

/**
 * What the user did about each way, after `since` and up to `now` (epoch ms), and how far it moves such prompts. Rates are
 * drawn towards the user's own over all ways by `habitDoubt` cases that nobody saw, so that a few prove little, and the pull
 * is kept between `habitLeast` and `habitMost`. It knows ways, never people. Pure: the order of records makes no difference.
 */
export function habitOf(done: Done, since: number, now: number): Habit {
  const cases = casesOf(done, since, now);
  const led = ledToCooperation(cases, done.cooperations, now);
  const taken = cases.filter((one) => one.taken).length;
  const usualTaken = (taken + 1) / (cases.length + 2);
  const usualLed = taken === 0 ? 0 : led.size / taken;
  const doubt = weights.habitDoubt;
  const rows = ways.flatMap((way): [Way, HabitRow][] => {
    const own = cases.filter((one) => one.way === way);
    if (own.length === 0) return [];
    const done = own.filter((one) => one.taken);
    const ledTo = done.filter((one) => led.has(one)).length;
    const takes = (done.length + doubt * usualTaken) / (own.length + doubt) / usualTaken;
    // Cooperation raises a way; that none followed lowers nothing, for an answer or a review is its own reward.
    const leads = usualLed === 0 ? 1 : Math.max(1, (ledTo + doubt * usualLed) / (done.length + doubt) / usualLed);
    const pull = Math.min(weights.habitMost, Math.max(weights.habitLeast, Math.sqrt(takes * leads)));
    return [[way, { way, taken: done.length, refused: own.length - done.length, ledTo, pull }]];
  });
  return new Map(rows);
}

/** The words for it, where it moves a prompt enough to be told. */
export const asReason = ({ taken, refused, ledTo, pull }: HabitRow): Reason | null =>
  Math.abs(pull - 1) < weights.habitSaidFrom
    ? null
    : { code: pull > 1 ? 'you-take-up' : 'you-set-aside', params: { taken, refused, ledTo }, from: null };
