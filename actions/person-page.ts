import { exchangeOf } from '../people/exchange.ts';
import { standingOf } from '../people/standing.ts';
import { tieOf } from '../people/tie.ts';
import type { PersonView, TimelineItem } from '../records/planner.ts';
import { contactsByKey } from '../storage/contacts.ts';
import type { Store } from '../storage/store.ts';
import { namesOf } from './names-of.ts';

/** Everything about one person on one timeline, newest first; null when there is no such person. `now` in epoch ms. */
export async function personPage(store: Store, id: string, now: number): Promise<PersonView | null> {
  const tables = [
    store.people,
    store.contacts,
    store.occasions,
    store.shares,
    store.tips,
    store.cooperations,
    store.introductions,
    store.reviews,
  ];
  return store.transaction('r', tables, async () => {
    const person = await store.people.get(id);
    if (person === undefined) return null;
    const [byKey, cooperations] = await Promise.all([
      contactsByKey(store, person.keys),
      store.cooperations.where('personId').equals(id).toArray(),
    ]);
    const contacts = [...byKey.values()].flat();
    const occasionIds = [...new Set(contacts.map((contact) => contact.occasionId))];
    const items = await Promise.all([
      occasionItems(store, occasionIds),
      shareItems(store, id),
      introductionItems(store, id),
      reviewItems(store, occasionIds),
    ]);
    const timeline: TimelineItem[] = [
      ...items.flat(),
      ...cooperations.map((one) => ({
        is: 'cooperation' as const,
        id: one.id,
        at: one.answeredAt ?? one.at,
        cooperation: one,
      })),
      ...person.notes.map((note) => ({
        is: 'note' as const,
        id: note.id,
        at: note.createdAt,
        text: note.text,
        confidential: note.confidential,
      })),
    ];
    return {
      person,
      standing: standingOf(person, cooperations, now),
      tie: tieOf(contacts, now),
      exchange: await exchangeWith(store, person.keys, occasionIds),
      timeline: timeline.sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1)),
    };
  });
}

/** Direction and reply time in the threads of imported mail. */
async function exchangeWith(
  store: Store,
  keys: readonly string[],
  occasionIds: readonly string[],
): Promise<PersonView['exchange']> {
  const occasions = await store.occasions.bulkGet([...occasionIds]);
  return exchangeOf(occasions.map((one) => (one?.moments ?? []).filter(({ key }) => keys.includes(key))));
}

async function occasionItems(store: Store, ids: readonly string[]): Promise<TimelineItem[]> {
  const occasions = await store.occasions.bulkGet([...ids]);
  return occasions.flatMap((one) =>
    one === undefined
      ? []
      : {
          is: 'occasion' as const,
          id: one.id,
          at: one.startAt ?? one.lastSeenAt,
          kind: one.kind,
          title: one.title,
          people: new Set(one.participants.filter((p) => !p.self && p.marked == null).map((p) => p.key ?? p.name)).size,
        },
  );
}

async function shareItems(store: Store, personId: string): Promise<TimelineItem[]> {
  const shares = await store.shares.where('personId').equals(personId).toArray();
  const tips = await store.tips.bulkGet(shares.map((share) => share.tipId));
  return shares.map((share, i) => ({
    is: 'share' as const,
    id: share.id,
    at: share.givenAt ?? share.plannedFor ?? share.updatedAt,
    share,
    tip: tips[i]?.text ?? '',
  }));
}

async function introductionItems(store: Store, personId: string): Promise<TimelineItem[]> {
  const introductions = await store.introductions.where('aId').equals(personId).or('bId').equals(personId).toArray();
  const other = (one: { aId: string; bId: string }) => (one.aId === personId ? one.bId : one.aId);
  const name = await namesOf(store, introductions.map(other));
  return introductions.map((introduction) => ({
    is: 'introduction' as const,
    id: introduction.id,
    at: introduction.madeAt ?? introduction.updatedAt,
    introduction,
    other: name(other(introduction)),
  }));
}

async function reviewItems(store: Store, occasionIds: readonly string[]): Promise<TimelineItem[]> {
  const reviews = await store.reviews.where('occasionId').anyOf(occasionIds).toArray();
  const occasions = await store.occasions.bulkGet(reviews.map((review) => review.occasionId));
  return reviews.map((review, i) => ({
    is: 'review' as const,
    id: review.id,
    at: review.writtenAt,
    review,
    title: occasions[i]?.title ?? null,
  }));
}
