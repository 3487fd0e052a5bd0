import type { MeetingAhead } from '../records/planner.ts';
import { occasionsBetween } from '../storage/occasions.ts';
import type { Store } from '../storage/store.ts';

/** So far ahead a share is planned beside a meeting, in ms. */
const ahead = 28 * 86_400_000;

/** The coming meetings that this person is in, the next first. `now` in epoch ms. */
export async function meetingsWith(store: Store, personId: string, now: number): Promise<MeetingAhead[]> {
  return store.transaction('r', [store.people, store.occasions], async () => {
    const person = await store.people.get(personId);
    if (person === undefined) return [];
    const keys = new Set(person.keys);
    const meetings = await occasionsBetween(store, now, now + ahead);
    return meetings
      .filter((one) => one.kind === 'meeting' && one.keys.some((key) => keys.has(key)))
      .flatMap(({ id, title, startAt, endAt }) => (startAt === null ? [] : [{ id, title, startAt, endAt }]))
      .sort((a, b) => a.startAt - b.startAt)
      .slice(0, 8);
  });
}
