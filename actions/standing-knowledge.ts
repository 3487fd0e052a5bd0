import type { Knowledge } from '../prompts/knowledge.ts';
import { textsOfCooperation, textsOfMatter, textsOfPerson, textsOfTip } from '../prompts/texts.ts';
import { meaningsIn, wantingIn } from '../storage/answer.ts';
import type { Reader, Reading } from '../storage/reader.ts';
import { meaningsStamp } from '../storage/schema.ts';
import { eachOnce } from './load-people.ts';

/** What prompts may need that does not depend on the occasion: all who need or offer something, and what the user wrote. */
export type StandingKnowledge = Pick<
  Knowledge,
  'people' | 'cooperations' | 'tips' | 'shares' | 'introductions' | 'matters' | 'decisions' | 'reviewed' | 'meanings'
>;

/** Above this many texts, reading every meaning is faster than asking for each. */
const oneByOne = 300;

/** What was read last, while nothing was written since: for a worker that answers one occasion after the other. */
const held = new WeakMap<Reader, { revision: string; knowledge: StandingKnowledge }>();

/** Names the state of the store: its newest act, for every act is journaled, and the stamp of the meanings. */
async function revisionOf(reading: Reading): Promise<string> {
  const [act, stamp] = await Promise.all([reading.lastKey('changes'), reading.get('meanings', meaningsStamp)]);
  return `${act ?? ''} ${stamp?.vector.join() ?? ''}`;
}

/** Reads what does not depend on the occasion, or gives what was read before where no act came in between. */
export function standingKnowledge(reader: Reader): Promise<StandingKnowledge> {
  const tables = [
    'people',
    'tips',
    'shares',
    'introductions',
    'matters',
    'cooperations',
    'decisions',
    'reviews',
    'meanings',
    'changes',
  ] as const;
  return reader.read(tables, async (reading) => {
    const revision = await revisionOf(reading);
    const before = held.get(reader);
    if (before?.revision === revision) return before.knowledge;
    const knowledge = await readAll(reading);
    held.set(reader, { revision, knowledge });
    return knowledge;
  });
}

async function readAll(reading: Reading): Promise<StandingKnowledge> {
  const [wanting, tips, shares, introductions, matters, cooperations, decisions, reviews] = await Promise.all([
    wantingIn(reading),
    reading.all('tips'),
    reading.all('shares'),
    reading.all('introductions'),
    reading.all('matters'),
    reading.all('cooperations'),
    reading.all('decisions'),
    reading.all('reviews'),
  ]);
  const open = matters.filter(({ state }) => state === 'open');
  const known = new Set(wanting.map(({ id }) => id));
  const named = [
    ...introductions.flatMap((one) => [one.aId, one.bId]),
    ...open.flatMap((one) => [one.owner, ...one.steps.flatMap((step) => step.who ?? [])]),
  ].filter((id) => id !== 'me' && !known.has(id));
  const others = await reading.many('people', [...new Set(named)]);
  const people = eachOnce([...wanting, ...others.filter((one) => one !== undefined)]);
  const texts = new Set([
    ...people.flatMap(textsOfPerson),
    ...tips.flatMap(textsOfTip),
    ...open.flatMap(textsOfMatter),
    ...cooperations.flatMap(textsOfCooperation),
  ]);
  const meanings =
    texts.size <= oneByOne
      ? await meaningsIn(reading, texts)
      : new Map(
          (await reading.all('meanings'))
            .filter((row) => row.key !== meaningsStamp)
            .map((row) => [row.key, row.vector]),
        );
  const reviewed = new Set(reviews.map((review) => review.occasionId));
  return { people, tips, shares, introductions, matters, cooperations, decisions, reviewed, meanings };
}
