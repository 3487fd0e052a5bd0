import { standingOf } from '../people/standing.ts';
import { tieOf } from '../people/tie.ts';
import type { Introduction } from '../records/introduction.ts';
import type { Occasion } from '../records/occasion.ts';
import type { Person } from '../records/person.ts';
import type { PersonName, PersonView, TimelineItem } from '../records/planner.ts';
import { contactsByKey } from '../storage/contacts.ts';
import type { Store } from '../storage/store.ts';
import { namesById } from './view-people.ts';

const others = (occasion: Occasion): number => occasion.participants.filter((one) => !one.self).length;

const otherSide = (introduction: Introduction, personId: string): string =>
  introduction.aId === personId ? introduction.bId : introduction.aId;

/** The occasions that a person took part in: by address, or by name where the user said who that is. */
async function occasionsOf(store: Store, person: Person): Promise<Occasion[]> {
  const found = await store.occasions.where('keys').anyOf(person.keys).distinct().toArray();
  if (person.keys.length > 0) return found;
  return store.occasions
    .filter((occasion) => occasion.participants.some((one) => one.personId === person.id))
    .toArray();
}

/** Everything one person's page shows, or null when the person is not kept (any more). `now` in epoch ms. */
export async function viewPerson(store: Store, personId: string, now: number): Promise<PersonView | null> {
  const tables = [
    store.people,
    store.occasions,
    store.contacts,
    store.shares,
    store.tips,
    store.cooperations,
    store.introductions,
    store.reviews,
  ];
  return store.transaction('r', tables, async () => {
    const person = await store.people.get(personId);
    if (person === undefined) return null;
    const [occasions, contacts, shares, cooperations, asA, asB] = await Promise.all([
      occasionsOf(store, person),
      contactsByKey(store, person.keys),
      store.shares.where('personId').equals(personId).toArray(),
      store.cooperations.where('personId').equals(personId).toArray(),
      store.introductions.where('aId').equals(personId).toArray(),
      store.introductions.where('bId').equals(personId).toArray(),
    ]);
    const introductions = [...asA, ...asB];
    const [tips, names, reviews] = await Promise.all([
      store.tips.bulkGet(shares.map((share) => share.tipId)),
      namesById(
        store,
        introductions.map((one) => otherSide(one, personId)),
      ),
      store.reviews
        .where('occasionId')
        .anyOf(occasions.map((occasion) => occasion.id))
        .toArray(),
    ]);
    const gone: PersonName = { id: '', name: '', organisation: null };
    const timeline: TimelineItem[] = [
      ...occasions.map(
        (one): TimelineItem => ({
          is: 'occasion',
          id: one.id,
          at: one.startAt ?? one.lastSeenAt,
          kind: one.kind,
          title: one.title,
          people: others(one),
        }),
      ),
      ...shares.map(
        (share, i): TimelineItem => ({
          is: 'share',
          id: share.id,
          at: share.givenAt ?? share.plannedFor ?? share.createdAt,
          share,
          tip: tips[i]?.text ?? '',
        }),
      ),
      ...cooperations.map(
        (cooperation): TimelineItem => ({
          is: 'cooperation',
          id: cooperation.id,
          at: cooperation.at,
          cooperation,
        }),
      ),
      ...introductions.map(
        (introduction): TimelineItem => ({
          is: 'introduction',
          id: introduction.id,
          at: introduction.madeAt ?? introduction.updatedAt,
          introduction,
          other: names.get(otherSide(introduction, personId)) ?? gone,
        }),
      ),
      ...person.notes.map(
        (note): TimelineItem => ({
          is: 'note',
          id: note.id,
          at: note.createdAt,
          text: note.text,
          confidential: note.confidential,
        }),
      ),
      ...reviews.map(
        (review): TimelineItem => ({
          is: 'review',
          id: review.id,
          at: review.writtenAt,
          review,
          title: occasions.find((one) => one.id === review.occasionId)?.title ?? null,
        }),
      ),
    ];
    return {
      person,
      standing: standingOf(person, cooperations, now),
      tie: tieOf([...contacts.values()].flat(), now),
      timeline: timeline.sort((a, b) => (b.at ?? 0) - (a.at ?? 0) || (a.id < b.id ? -1 : 1)),
    };
  });
}
