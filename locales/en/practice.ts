import { isolate } from '../isolate.ts';
import { count, counted } from '../plural.ts';

/** Practice: what was done over the weeks, what it led to, what has grown cold. */
export const practice = {
  lead: 'What you did, week by week, and what it led to. It counts what is done, never what a person is worth.',
  none: 'Nothing to look back on yet.',
  noneHow:
    'Give one tip to one person, introduce two people, do one small step, ask for one small thing: each stands here in its week, and beside it the cooperation that followed.',
  thisWeek: 'This week',
  thisWeekWords: (p: { occasions: number; given: number; introduced: number; advanced: number }) =>
    `${counted(p.occasions, 'occasion', 'occasions')}; ${counted(p.given, 'tip', 'tips')} given to one person alone, ${counted(p.introduced, 'introduction', 'introductions')} made, ${counted(p.advanced, 'step', 'steps')} done.`,
  weeks: 'Week by week',
  week: 'Week from',
  running: 'running',
  columns: {
    occasions: 'Occasions',
    given: 'Given',
    introduced: 'Introduced',
    advanced: 'Advanced',
    asked: 'Asked',
    answered: 'Answered',
  },
  together: 'Together',
  openNot: 'Tips that anybody may know do not count as given.',
  asks: 'Your asks',
  asksWords: (p: { agreed: number; of: number; open: number }) =>
    p.of === 0
      ? p.open === 0
        ? 'You asked nobody for anything in these weeks. A connection begins with a request, too.'
        : `No answer yet; ${counted(p.open, 'request', 'requests')} open.`
      : `${count(p.agreed)} of ${count(p.of)} were agreed${p.open === 0 ? '.' : `; ${count(p.open)} still open.`}`,
  followed: 'What led to cooperation',
  followedNone: 'Nothing given or done in these weeks yet.',
  followedHow:
    'Followed means: the same person agreed to something, or you to something of theirs, within three months.',
  followedLine: {
    share: (p: { by: number; of: number }) => `${count(p.by)} of ${counted(p.of, 'share', 'shares')}`,
    introduction: (p: { by: number; of: number }) =>
      `${count(p.by)} of ${counted(p.of, 'introduction', 'introductions')}`,
    step: (p: { by: number; of: number }) => `${count(p.by)} of ${counted(p.of, 'step', 'steps')} for others`,
  },
  followedBy: 'followed by cooperation',
  cases: 'The cases',
  what: 'What',
  who: 'With whom',
  afterwards: 'Then',
  kind: { share: 'Tip', introduction: 'Introduction', step: 'Step' },
  afterWords: {
    'they-asked': (p: { about: string; at: string }) => `You agreed to “${isolate(p.about)}”, ${p.at}`,
    'i-asked': (p: { about: string; at: string }) => `They agreed to “${isolate(p.about)}”, ${p.at}`,
  },
  cold: 'Grown cold',
  coldNone: 'Nothing has grown cold.',
  coldTie: (p: { who: string; at: string }) => `${isolate(p.who)}: no contact since ${p.at}.`,
  coldAgreed: (p: { about: string; at: string }) => `Once agreed: “${isolate(p.about)}”, ${p.at}.`,
  coldShare: (p: { who: string; tip: string; at: string }) =>
    `“${isolate(p.tip)}” was to go to ${isolate(p.who)} ${p.at}.`,
  coldIntroduction: (p: { a: string; b: string; at: string }) =>
    `${isolate(p.a)} and ${isolate(p.b)}: nothing has moved since ${p.at}.`,
  coldMatter: (p: { title: string; at: string }) => `“${isolate(p.title)}”: nothing has moved since ${p.at}.`,
  open: 'Open',
  link: 'What did the last weeks bring?',
};
