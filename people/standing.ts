import type { Cooperation } from '../records/cooperation.ts';
import type { Person } from '../records/person.ts';
import type { Standing } from '../records/standing.ts';

/** When a cooperation last said something: its answer, or the request while it is open. Epoch ms. */
const saidAt = (cooperation: Cooperation): number => cooperation.answeredAt ?? cooperation.at;

/**
 * What a person is to the user, on two axes that never mix: `friend` is the user's mark, `connection` is earned by a
 * request that was agreed to, in either direction. Neither years nor closeness nor frequency of contact count. A later
 * refusal does not undo a cooperation that happened; but when the last two answers or more are refusals the cooperation
 * has ended, and the standing falls back until a new one is agreed. A connection is shown before a friend.
 * Cooperations of other people, and those dated after `now` (epoch ms), are passed over.
 */
export function standingOf(
  person: Pick<Person, 'id' | 'friend' | 'potentialSince'>,
  cooperations: readonly Cooperation[],
  now: number,
): Standing {
  const own = cooperations
    .filter((one) => one.personId === person.id && one.at <= now)
    .sort((a, b) => saidAt(b) - saidAt(a) || b.at - a.at || (a.id < b.id ? -1 : 1));
  const answered = own.filter((one) => one.answer !== 'open');
  const refusals = answered.findIndex((one) => one.answer === 'agreed');
  const connection = refusals >= 0 && refusals < 2;
  return {
    word: connection ? 'connection' : person.friend ? 'friend' : 'acquaintance',
    friend: person.friend,
    connection,
    potential: person.potentialSince !== null && !connection,
    evidence: own.map(({ id, direction, about, answer, at }) => ({ cooperationId: id, direction, about, answer, at })),
  };
}
