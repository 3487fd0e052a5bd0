import { standingOf } from '../people/standing.ts';
import { bestGift } from '../prompts/gives.ts';
import { nowhere, viewOf } from '../prompts/view.ts';
import { weights } from '../prompts/weights.ts';
import type { Helper } from '../records/planner.ts';
import { newSettings } from '../records/settings.ts';
import type { ActDeps } from './act-deps.ts';
import { grouped } from './grouped.ts';
import { personName } from './names-of.ts';

/** At most so many: more than anybody asks. */
const most = 8;

/** Who agreed to something once is asked before somebody as fit who never was. */
const cooperatedCounts = 0.06;

/** Beside somebody who fits well, who fits by less than this share of it is not worth asking. */
const nearlyAsGood = 0.6;

/** From this fit on somebody is worth naming, however well another fits. Chosen. */
const goodEnough = 0.25;

/** Whom one thing could be asked of has declined it lately: last, within this time (ms). */
const declinedWithin = 182 * 86_400_000;

/**
 * Who of everybody kept could do what `text` says, the likeliest first: by what they offer, else by their trade; before
 * others who fit as well, those who agreed to something before. Each with the offer or trade that it rests on.
 */
export async function whoCouldHelp(
  text: string,
  { store, now, encode }: Pick<ActDeps, 'store' | 'now' | 'encode'>,
): Promise<Helper[]> {
  const by = text.trim();
  if (by === '') return [];
  const meaning = await encode?.(by).catch(() => null);
  const [people, cooperations, meanings] = await store.transaction(
    'r',
    [store.people, store.cooperations, store.meanings],
    () => Promise.all([store.people.toArray(), store.cooperations.toArray(), store.meanings.toArray()]),
  );
  const knowledge = {
    me: newSettings(now()).me,
    people,
    contacts: new Map(),
    cooperations,
    tips: [],
    shares: [],
    introductions: [],
    matters: [],
    decisions: [],
    reviewed: new Set<string>(),
    saidPeople: new Set<string>(),
    meanings: new Map([
      ...meanings.map(({ key, vector }) => [key, vector] as const),
      ...(meaning ? [[by, meaning] as const] : []),
    ]),
  };
  const view = viewOf(nowhere, knowledge, now());
  const cooperationsOf = grouped(cooperations, (one) => one.personId);
  const found = people.flatMap((person) => {
    const { given, fit } = bestGift(view, { by }, person);
    if (given === undefined || fit < weights.ableFrom) return [];
    const standing = standingOf(person, cooperationsOf.get(person.id) ?? [], now());
    const agreed = standing.evidence.find((one) => one.answer === 'agreed') ?? null;
    const declined = standing.evidence.some(
      (one) => one.direction === 'i-asked' && one.answer === 'declined' && now() - one.at < declinedWithin,
    );
    return [
      {
        person,
        given,
        agreed,
        declined,
        likeness: fit / given.counts,
        worth: fit + (agreed === null ? 0 : cooperatedCounts),
      },
    ];
  });
  const best = Math.max(0, ...found.map(({ likeness }) => likeness));
  return (
    found
      // What a trade counts less for is the order, not whether it is named.
      .filter(({ likeness }) => likeness >= Math.min(goodEnough, best * nearlyAsGood))
      .sort(
        (x, y) => Number(x.declined) - Number(y.declined) || y.worth - x.worth || (x.person.id < y.person.id ? -1 : 1),
      )
      .slice(0, most)
      .map(({ person, given, agreed, declined }) => ({
        person: personName(person),
        by: { kind: given.kind === 'trade' ? ('trade' as const) : ('offer' as const), text: given.text },
        agreed: agreed === null ? null : { about: agreed.about, at: agreed.at },
        declined,
      }))
  );
}
