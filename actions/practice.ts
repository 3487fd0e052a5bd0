import { standingOf } from '../people/standing.ts';
import { dormantAfter, tieOf } from '../people/tie.ts';
import type { Cooperation } from '../records/cooperation.ts';
import { wantsOutcome } from '../records/introduction.ts';
import type { Person } from '../records/person.ts';
import type { ColdItem, PracticeCase, PracticeView } from '../records/planner.ts';
import { allContacts } from '../storage/contacts.ts';
import type { Store } from '../storage/store.ts';
import { grouped } from './grouped.ts';
import { personName } from './names-of.ts';
import { giftAt, type PracticeRecords, practiceWeeks, weekEdges } from './practice-weeks.ts';

const day = 86_400_000;

/** So many weeks are looked back on. */
const weeks = 12;

/** A cooperation within this time follows what was given or done, ms. */
const follows = 91 * day;

/** So long without a move, and something begun has grown cold, ms. */
const coldAfter = { share: 14 * day, introduction: 21 * day, matter: 30 * day };

/** At most so many of each kind: the coldest are beyond recall anyway. */
const most = 8;

/** When something was agreed, in either direction; null while it was not. */
const agreedAt = (one: Cooperation): number | null => (one.answer === 'agreed' ? (one.answeredAt ?? one.at) : null);

/** The first cooperation with one of these people that was agreed after `at`, in time; the requests in `but` are not meant. */
function cooperationAfter(
  at: number,
  personIds: readonly string[],
  of: (personId: string) => readonly Cooperation[],
  but: ReadonlySet<string>,
): Cooperation | null {
  const later = personIds
    .flatMap(of)
    .filter((one) => !but.has(one.id))
    .flatMap((one) => {
      const agreed = agreedAt(one);
      return agreed !== null && agreed > at && agreed <= at + follows ? [{ one, agreed }] : [];
    })
    .sort((a, b) => a.agreed - b.agreed);
  return later[0]?.one ?? null;
}

/** The weeks behind, what they led to, and what has grown cold. `now` in epoch ms. */
export async function practice(store: Store, now: number): Promise<PracticeView> {
  const tables = [
    store.people,
    store.occasions,
    store.tips,
    store.shares,
    store.introductions,
    store.matters,
    store.cooperations,
    store.contacts,
  ];
  return store.transaction('r', tables, async () => {
    const edges = weekEdges(now, weeks);
    const since = edges[0] ?? now;
    const [people, begun, seen, tips, shares, introductions, matters, cooperations, contacts] = await Promise.all([
      store.people.toArray(),
      store.occasions
        .where('startAt')
        .between(since - day, now)
        .toArray(),
      store.occasions.where('lastSeenAt').between(since, now).toArray(),
      store.tips.toArray(),
      store.shares.toArray(),
      store.introductions.toArray(),
      store.matters.toArray(),
      store.cooperations.toArray(),
      allContacts(store),
    ]);
    const records: PracticeRecords = {
      occasions: [...new Map([...begun, ...seen].map((one) => [one.id, one])).values()],
      tips: new Map(tips.map((tip) => [tip.id, tip])),
      shares,
      introductions,
      matters,
      cooperations,
    };
    const asks = cooperations.filter((one) => one.direction === 'i-asked' && one.at >= since && one.at <= now);
    const named = new Map(people.map((person) => [person.id, personName(person)]));
    const name = (id: string) => named.get(id) ?? { id, name: '', organisation: null };
    const byPerson = grouped(cooperations, (one) => one.personId);
    const done = deeds(records, since, now);
    const cases = done.flatMap((deed): PracticeCase[] => {
      const then = cooperationAfter(deed.at, deed.personIds, (id) => byPerson.get(id) ?? [], deed.but);
      if (then === null) return [];
      const { is, id, at, what } = deed;
      const { about, direction } = then;
      return [{ is, id, at, what, person: name(then.personId), after: { about, direction, at: agreedAt(then) ?? at } }];
    });
    const counted = (is: PracticeCase['is']) => ({
      of: done.filter((deed) => deed.is === is).length,
      by: cases.filter((one) => one.is === is).length,
    });
    const byKey = grouped(contacts, (one) => one.key);
    const lastAt = (person: Person) =>
      tieOf(
        person.keys.flatMap((key) => byKey.get(key) ?? []),
        now,
      ).lastAt;
    return {
      weeks: practiceWeeks(records, edges, now),
      asks: {
        agreed: asks.filter((one) => one.answer === 'agreed').length,
        declined: asks.filter((one) => one.answer === 'declined').length,
        open: asks.filter((one) => one.answer === 'open').length,
      },
      followed: { share: counted('share'), introduction: counted('introduction'), step: counted('step') },
      cases: cases.sort((a, b) => b.after.at - a.after.at),
      cold: [...coldThings(records, name, now), ...coldTies(people, (id) => byPerson.get(id) ?? [], lastAt, now)],
    };
  });
}

/** Something given or done for others in these weeks. `but`: requests that belong to it, and so do not follow it. */
interface Deed {
  is: PracticeCase['is'];
  id: string;
  at: number;
  what: string;
  personIds: readonly string[];
  but: ReadonlySet<string>;
}

function deeds({ tips, shares, introductions, matters }: PracticeRecords, since: number, now: number): Deed[] {
  const within = (at: number | null | undefined): at is number => typeof at === 'number' && at >= since && at <= now;
  const none = new Set<string>();
  const given = shares.flatMap((share): Deed[] => {
    const at = giftAt(share, tips);
    const what = tips.get(share.tipId)?.text ?? '';
    return within(at) ? [{ is: 'share', id: share.id, at, what, personIds: [share.personId], but: none }] : [];
  });
  const made = introductions.flatMap((one): Deed[] =>
    one.state === 'done' && within(one.madeAt)
      ? [
          {
            is: 'introduction',
            id: one.id,
            at: one.madeAt,
            what: one.reason,
            personIds: [one.aId, one.bId],
            but: none,
          },
        ]
      : [],
  );
  const steps = matters.flatMap((matter) =>
    matter.steps.flatMap((step): Deed[] =>
      matter.owner !== 'me' && step.who === 'me' && step.state === 'done' && within(step.doneAt)
        ? [
            {
              is: 'step',
              id: step.id,
              at: step.doneAt,
              what: step.title,
              personIds: [matter.owner],
              but: new Set([matter.cooperationId ?? '']),
            },
          ]
        : [],
    ),
  );
  return [...given, ...made, ...steps];
}

function coldThings(
  { tips, shares, introductions, matters }: PracticeRecords,
  name: (id: string) => PracticeCase['person'],
  now: number,
): ColdItem[] {
  const things: ColdItem[] = [
    ...shares.flatMap((one): ColdItem[] => {
      const at = one.plannedFor ?? one.updatedAt;
      const tip = tips.get(one.tipId);
      return one.state === 'planned' && tip !== undefined && now - at > coldAfter.share
        ? [{ is: 'share', id: one.id, at, person: name(one.personId), tip: tip.text, tipId: tip.id }]
        : [];
    }),
    ...introductions.flatMap((one): ColdItem[] => {
      const open = one.state !== 'done' && one.state !== 'declined';
      const cold = open && now - one.updatedAt > coldAfter.introduction;
      return cold || wantsOutcome(one, now - coldAfter.introduction)
        ? [{ is: 'introduction', id: one.id, at: one.updatedAt, a: name(one.aId), b: name(one.bId) }]
        : [];
    }),
    ...matters.flatMap((one): ColdItem[] =>
      one.state === 'open' && now - one.updatedAt > coldAfter.matter
        ? [{ is: 'matter', id: one.id, at: one.updatedAt, title: one.title }]
        : [],
    ),
  ];
  return things.sort((a, b) => b.at - a.at).slice(0, most);
}

/** Connections and those who were to become one, silent for longer than a tie lives; who agreed latest first. */
function coldTies(
  people: readonly Person[],
  of: (personId: string) => readonly Cooperation[],
  lastAt: (person: Person) => number | null,
  now: number,
): ColdItem[] {
  return people
    .flatMap((person) => {
      const standing = standingOf(person, of(person.id), now);
      if (!standing.connection && !standing.potential) return [];
      const at = lastAt(person);
      if (at === null || now - at <= dormantAfter) return [];
      const agreed = of(person.id)
        .filter((one) => one.answer === 'agreed')
        .sort((a, b) => (agreedAt(b) ?? 0) - (agreedAt(a) ?? 0))[0];
      return [
        {
          is: 'tie' as const,
          id: person.id,
          at,
          person: personName(person),
          agreed: agreed === undefined ? null : { about: agreed.about, at: agreedAt(agreed) ?? agreed.at },
        },
      ];
    })
    .sort((a, b) => (b.agreed?.at ?? 0) - (a.agreed?.at ?? 0) || b.at - a.at)
    .slice(0, most);
}
