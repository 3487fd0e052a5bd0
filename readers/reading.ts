import type { Reading, ReadOccasion, Wording } from '../records/occasion.ts';
import { noWhen, type WrittenWhen } from './calendar-when.ts';
import type { Roll } from './roll.ts';

/** What a reader found of one occasion, besides its people. */
export type Found = Pick<ReadOccasion, 'site' | 'ref' | 'kind' | 'title' | 'own'> & {
  /** Everybody was read. */
  complete: boolean;
  /** How many there are, where the page says so. */
  total?: number | null;
  /** The time as it is written, and the page's language and day to read it by. */
  when?: WrittenWhen;
  page?: Pick<Wording, 'language' | 'shownDay'>;
};

/** An occasion with the people of `roll`. Words about time and guests are handed on where `page` is given. */
export function occasionRead({ complete, total, when = noWhen, page, ref, ...rest }: Found, roll: Roll): Reading {
  const participants = roll.people();
  const shown = participants.length;
  return {
    state: 'occasion',
    occasion: {
      ...rest,
      ref: ref.slice(0, 300),
      start: null,
      end: null,
      whenText: when.whenText,
      participants,
      extent: { complete, shown, total: total ?? (complete ? shown : null) },
      ...(page && { wording: { ...page, when: when.when, form: when.form, participants: roll.words() } }),
    },
  };
}
