import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { personOf } from './act-person.ts';

/** Marks somebody a friend, or takes the mark off. Closeness only: it makes nobody a connection. */
export async function markFriend({ whom, on }: ActOf<'mark-friend'>, act: Act, deps: ActDeps): Promise<void> {
  const person = await personOf(whom, act, deps);
  if (person.friend !== on) await act.put('people', { ...person, friend: on });
}
