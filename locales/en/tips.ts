import { isolate } from '../isolate.ts';
import { counted } from '../plural.ts';

type Who = { who: string };
type At = { at: string };
type Beside = { who: string; meeting: string; at: string };

/** Tips: written down, planned, given. */
export const tips = {
  lead: 'What is worth telling somebody, and whom. Given to one person alone it counts; told to everybody it counts for nothing.',
  capture: 'New tip, in one line',
  capturePlaceholder: 'Hall 3 falls vacant in March #property until 5 Dec @Lena source: site visit',
  captureHow:
    '#topic · @person it is meant for · until 5 Dec · source: who said so · !confidential · !open. Without marks it is meant for one person.',
  understood: 'Understood as:',
  noText: 'The words of the tip are still missing.',
  onlyFor: (p: { people: string }) => `Only for ${isolate(p.people)}`,
  until: (p: At) => `until ${p.at}`,
  over: (p: At) => `over since ${p.at}`,
  noEnd: 'no end known',
  from: (p: { source: string }) => `from ${isolate(p.source)}`,
  learned: (p: At) => `heard ${p.at}`,
  confidentialTag: 'Confidential: for you alone',
  unclear: {
    nobody: (p: { said: string }) => `Nobody called ${isolate(p.said)} is kept; it stays in the text.`,
    several: (p: { said: string }) => `${isolate(p.said)} fits several people. Who is meant?`,
    day: (p: { said: string }) =>
      `“${isolate(p.said)}” is not a day that can be read surely; it stays in the text. Write it as 5 Dec or 2026-12-05.`,
    flag: (p: { said: string }) =>
      `${isolate(p.said)} is not a mark; it stays in the text. Marks are !confidential, !open and !one.`,
  },
  details: 'All fields…',
  saved: 'Tip saved.',
  none: 'No tip yet.',
  noneHow:
    'A tip is a piece of news one person could use: a vacancy, a deadline, a change at the top. Write it in the line above; beside the next meeting you will see for whom it is worth most.',
  find: 'Find tips',
  which: 'Which tips',
  live: 'Still good',
  overOnes: 'Over',
  all: 'All',
  shown: (p: { n: number }) => counted(p.n, 'tip', 'tips'),
  edit: 'Edit tip',
  remove: 'Delete tip',
  removed: 'Tip deleted.',
  text: 'What is it?',
  textMissing: 'A tip needs words.',
  reach: 'Who may have it?',
  topics: 'Topics',
  ends: 'Good until',
  source: 'Source',
  confidentialNote: 'A note for yourself: no prompt, draft or export for sharing will hold it.',
  fewAdd: 'Add somebody by name',
  fewMissing: 'Name at least one person, or choose another reach.',
  whoGotIt: 'Who got it',
  share: 'Give it to…',
  shareTitle: 'Give it to one person',
  takers: 'To whom is it worth most?',
  takersNone: 'No need or interest that you have written down meets it. Choose somebody yourself.',
  choose: 'Choose',
  chooseOther: 'Choose another',
  somebodyElse: 'Or somebody else',
  forWhom: (p: Who) => `For ${isolate(p.who)} alone`,
  giveTitle: (p: Who) => `A tip for ${isolate(p.who)}`,
  giveNone: 'No tip could be given: each is confidential, over, or known to this person.',
  writeTip: 'Write a new one',
  whichTip: 'Which tip?',
  wentTo: (p: { people: string }) => `went to ${isolate(p.people)}`,
  besideWhich: 'Beside which meeting?',
  ifThen: 'If …, then …',
  ifThenNote: 'What sets it off. A plan with its moment is carried out; a good intention waits.',
  ifThenWords: {
    'private-message': (p: Beside) => `If I sit down to my mail tomorrow morning, I write to ${p.who} first.`,
    meal: (p: Beside) => `If I plan the week, I ask ${p.who} to lunch; when the food is there, I tell it.`,
    walk: (p: Beside) => `If the weather holds, I ask ${p.who} for a walk round the block, and tell it there.`,
    call: (p: Beside) => `If I have a quiet quarter of an hour, I ring ${p.who}.`,
    before: (p: Beside) =>
      p.meeting === ''
        ? `If I see ${p.who} before a meeting, I take them aside first.`
        : `If I see ${p.who} before “${p.meeting}” (${p.at}), I take them aside first.`,
    after: (p: Beside) =>
      p.meeting === ''
        ? `If a meeting with ${p.who} ends, I walk out beside them.`
        : `If “${p.meeting}” ends (${p.at}), I walk out beside ${p.who}.`,
    'at-the-table': (p: Beside) =>
      p.meeting === ''
        ? `If I sit beside ${p.who}, I say it quietly.`
        : `If “${p.meeting}” begins (${p.at}), I sit down beside ${p.who} and say it quietly.`,
  },
  whyNeed: (p: { need: string }) => `I thought of you because you look for this: ${p.need}`,
  whyTopic: (p: { topic: string }) => `I thought of you because of this: ${p.topic}`,
  words: 'The words themselves',
  wordsLabel: (p: Who) => `For ${p.who} alone`,
  wordsSubject: 'Something for you',
  draftWords: (p: { to: string; why: string; tip: string; alone: boolean }) =>
    `Dear ${p.to},\n\n${p.why === '' ? '' : `${p.why}. `}${p.tip}${p.alone ? '\n\nI have told this to nobody else.' : ''}`,
  openNoGift: 'Anybody may know this one. Telling it is kind, but it is no gift, and is not counted as one.',
  sourceMark: 'source: ',
  topicsProposed: 'Topics that fit:',
  topicAdd: (p: { topic: string }) => `Add the topic ${p.topic}`,
  outcomeAdd: 'What came of it?',
  outcomeSaved: 'Written down.',
  setting: 'How?',
  when: 'When?',
  whyYou: 'Why this person?',
  whyYouNote: 'One line, for when you tell it: “I thought of you because …”',
  plan: 'Plan it',
  planned: 'Planned.',
  becomesCommon: (p: { people: string }) =>
    `It is about to become common: ${isolate(p.people)} has it or is promised it already.`,
  guardOver: (p: At) => `Its shelf life ended ${p.at}. Check that it is still true.`,
  guard: {
    confidential: 'This tip is confidential. It is given to nobody.',
    'outside-few': 'This person is not among the few whom you named for it.',
    'has-it': 'This person has it already.',
    'not-alone': 'Given to several at once it is worth nothing.',
  },
  given: 'Given',
  skip: 'Let go',
  givenTitle: (p: Who) => `Given to ${isolate(p.who)}`,
  givenSave: 'It was given',
  outcome: 'What came of it?',
  shareClosed: { given: 'Written down: given.', skipped: 'Let go.' },
  shareLine: {
    planned: (p: { who: string; setting: string; at: string }) =>
      `Planned for ${isolate(p.who)}: ${p.setting.toLowerCase()}, ${p.at}`,
    given: (p: { who: string; setting: string; at: string }) =>
      `Given to ${isolate(p.who)}: ${p.setting.toLowerCase()}, ${p.at}`,
    skipped: (p: { who: string; setting: string; at: string }) => `Not given to ${isolate(p.who)}`,
  },
};
