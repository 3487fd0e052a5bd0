import { isolate } from '../isolate.ts';
import { counted } from '../plural.ts';

/** Records that may be one person, and merges that can be taken back. */
export const duplicates = {
  title: 'Doubles',
  find: 'Find doubles',
  lead: 'Records that are likely the same person, each with the reasons. Nothing is merged without you, and every merge can be taken back at any time. Nobody is listed for the name alone.',
  looking: 'Comparing everybody with everybody…',
  none: 'No doubles found.',
  noneHow: 'After an import, look here again.',
  found: (p: { n: number }) => counted(p.n, 'pair', 'pairs'),
  likely: 'Likely one person',
  perhaps: 'Perhaps one person',
  perhapsHow:
    'Beside the name only the firm, or something that colleagues share, agrees. There are people of one name in one firm among your records.',
  keep: 'stays',
  and: (p: { a: string; b: string }) => `${isolate(p.a)} and ${isolate(p.b)}`,
  swap: 'Keep the other one',
  merge: 'Merge',
  notSame: 'Not the same',
  later: 'Later',
  merged: 'Merged into one person.',
  refused: 'Remembered: these are two people.',
  postponed: 'Comes back in a month.',
  because: 'Because',
  but: 'Against it',
  nothingAgainst: 'nothing',
  more: (p: { n: number }) => `Show ${counted(p.n, 'more pair', 'more pairs')}`,
  reason: {
    name: {
      same: 'the same name',
      'other-writing': 'the same name in another writing',
      'short-form': 'a short form of the name',
      initials: 'the same family name and initial',
      alike: 'the name but for one slip',
      'other-family-name': 'the same given name, another family name',
      compatible: 'the names fit',
      'other-given-name': 'another given name',
      different: 'another name',
    },
    mailbox: {
      same: 'the same mailbox',
      'same-user': 'the same unusual user name at two providers',
      shared: 'one mailbox that others use too',
      other: 'other mailboxes',
    },
    phone: { same: 'the same telephone', shared: 'a telephone that others have too', other: 'another telephone' },
    firm: {
      same: 'the same organisation',
      'other-mailbox': 'two mailboxes in one organisation',
      other: 'another organisation',
    },
    title: { same: 'the same position', other: 'another position' },
  } as Record<string, Record<string, string>>,
  past: 'Merged',
  pastLine: (p: { gone: string; kept: string; at: string }) =>
    `${isolate(p.gone)} went into ${isolate(p.kept)}, ${p.at}`,
  someGone: 'somebody who is deleted by now',
  takeBack: 'Take apart again',
  takenBack: 'They are two people again.',
};
