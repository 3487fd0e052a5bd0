import { isolate } from '../isolate.ts';
import { counted } from '../plural.ts';

type Who = { who: string };
type At = { at: string };
type Note = { to: string; other: string; house: string; need: string; offer: string };

const from = (house: string): string => (house === '' ? '' : ` of ${house}`);

/** Introductions: ideas, consents, what came of them. */
export const introductions = {
  lead: 'Two people, one reason. Ask both before you introduce them, and write down what came of it.',
  add: 'New introduction',
  addHow: 'Who needs what the other can offer? You will ask both first.',
  none: 'No introduction yet.',
  noneHow:
    'When one person needs what another offers, the pair appears here by itself, and beside the meeting. Write needs and offers down on the pages of people; or begin one here.',
  ideas: 'Who could help whom',
  ideasHow:
    'From the needs and offers of everybody you keep, whether or not you meet them soon. Nobody hears of it until you ask.',
  ideasNone: 'Something speaks against each pair that was found.',
  doubtful: (p: { n: number }) => `${counted(p.n, 'pair', 'pairs')} that something speaks against`,
  reasonOf: (p: { a: string; b: string; need: string; offer: string }) =>
    `${isolate(p.a)} needs “${isolate(p.need)}”; ${isolate(p.b)} offers “${isolate(p.offer)}”.`,
  begin: 'Begin',
  begun: 'Begun. Now ask one side.',
  never: 'Not these two',
  setAside: 'Set aside: not these two.',
  against: {
    title: 'Before you do',
    sameHouse: (p: { name: string }) => `Both belong to ${isolate(p.name)}: they find each other without you.`,
    refused: (p: { who: string; at: string }) => `${isolate(p.who)} declined this introduction ${p.at}.`,
    refusedByOne: (p: At) => `One of them declined this introduction ${p.at}.`,
    met: (p: { title: string; at: string }) =>
      `They were both at “${isolate(p.title)}” ${p.at}: they may know each other.`,
    begun: (p: At) => `An introduction of the two is under way since ${p.at}.`,
    madeBefore: (p: At) => `You introduced them ${p.at}.`,
  },
  stages: 'How far it is',
  stage: {
    idea: 'idea',
    agrees: (p: Who) => `${isolate(p.who)} agrees`,
    made: 'made',
    outcome: 'what came of it',
    isDone: 'done',
  },
  ask: 'Ask…',
  askAgain: 'Take the answer back',
  askTitle: (p: Who) => `Ask ${isolate(p.who)} first`,
  askHow: 'A note from their side of it. They can decline, and nobody else hears of it.',
  note: 'The note',
  noteSubject: 'May I introduce you to somebody?',
  bothSubject: (p: { a: string; b: string }) => `${p.a} – ${p.b}`,
  noteToNeeder: (p: Note) =>
    `Dear ${p.to},\n\nyou are looking for this: ${p.need}. I know somebody who may be able to help: ${p.other}${from(p.house)} (${p.offer}).\n\nShall I introduce you? If it does not suit, just tell me, and that is that.`,
  noteToOfferer: (p: Note) =>
    `Dear ${p.to},\n\n${p.other}${from(p.house)} is looking for this: ${p.need}. I thought of you because of this: ${p.offer}.\n\nMay I introduce you? A no is quite all right, and stays between us.`,
  noteByReason: (p: { to: string; other: string; house: string; reason: string }) =>
    `Dear ${p.to},\n\nI should like you to meet ${p.other}${from(p.house)}. ${p.reason}\n\nMay I introduce you? A no is quite all right, and stays between us.`,
  noteToBoth: (p: { a: string; b: string; houseA: string; houseB: string; reason: string }) =>
    `Dear ${p.a}, dear ${p.b},\n\nyou both agreed to meet, so here you are: ${p.a}${from(p.houseA)}, ${p.b}${from(p.houseB)}. ${p.reason}\n\nI leave the rest to the two of you.`,
  haveAsked: 'I have asked',
  bothAgree: 'Both agree. One note to both, then step back.',
  introduceThem: 'Introduce them…',
  twoWeeks: 'Two weeks have gone by. Ask one of them what came of it, and write it down.',
  outcomeTitle: (p: { a: string; b: string }) => `${isolate(p.a)} and ${isolate(p.b)}: what came of it?`,
  outcomeSaved: 'What came of it is written down.',
  group: {
    agreed: 'Both agree: introduce them',
    asked: 'Asked, waiting',
    idea: 'Ideas',
    done: 'Made',
    declined: 'Declined',
  },
  and: 'and',
  consent: { 'not-asked': 'Not asked yet', asked: 'Asked', agreed: 'Agrees', declined: 'Declines' },
  consentSaved: (p: { who: string; consent: string }) => `${isolate(p.who)}: ${p.consent.toLowerCase()}.`,
  introduce: 'They are introduced',
  writeOutcome: 'What came of it?',
  madeTitle: (p: { a: string; b: string }) => `${isolate(p.a)} and ${isolate(p.b)}`,
  made: 'Introduction written down.',
  outcome: 'What came of it?',
  outcomeNote:
    'Two weeks after the introduction you are asked. If one of them asked you for something since, write that on their page too.',
  edit: 'Edit introduction',
  remove: 'Delete introduction',
  removed: 'Introduction deleted.',
  one: 'One person',
  other: 'The other person',
  peopleMissing: 'An introduction needs two people.',
  reason: 'Why these two?',
  reasonNote: 'In words that you could send to both.',
  reasonMissing: 'Say why: without a reason neither will agree.',
  saved: 'Introduction saved.',
};
