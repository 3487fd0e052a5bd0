import { isolate } from '../isolate.ts';

/** Reviews: still to write, and written. */
export const reviews = {
  lead: 'After a meeting, four lines: what you gave, what was asked, what was agreed, what comes next.',
  none: 'No review yet.',
  noneHow: 'When a meeting that you opened is over, it waits here for four lines.',
  waiting: 'Still to write',
  written: 'Written',
  write: 'Write',
  of: (p: { title: string }) => `Review: ${isolate(p.title)}`,
  noPeople: 'Nobody else was seen there.',
  wasThere: (p: { people: string }) => `There: ${isolate(p.people)}`,
  given: 'What did you give?',
  givenPlaceholder: 'A tip, a hand, an introduction',
  asked: 'What was asked?',
  askedPlaceholder: 'By whom, and for what',
  agreed: 'What was agreed?',
  agreedPlaceholder: 'Who does what',
  next: 'The next small step',
  nextPlaceholder: 'With whom, by when',
  saved: 'Review saved.',
  edit: 'Edit review',
  remove: 'Delete review',
  removed: 'Review deleted.',
};
