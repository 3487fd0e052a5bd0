import { isolate } from '../isolate.ts';

type Who = { who: string };

/** Introductions: ideas, consents, what came of them. */
export const introductions = {
  lead: 'Two people, one reason. Ask both before you introduce them, and write down what came of it.',
  add: 'New introduction',
  addHow: 'Who needs what the other can offer? You will ask both first.',
  none: 'No introduction yet.',
  noneHow:
    'When one person needs what another offers, a prompt says so beside the meeting. You can also begin one here.',
  group: {
    agreed: 'Both agree: introduce them',
    asked: 'Asked, waiting',
    idea: 'Ideas',
    done: 'Made',
    declined: 'Declined',
  },
  and: 'and',
  consentOf: (p: Who) => p.who,
  consent: { 'not-asked': 'Not asked yet', asked: 'Asked', agreed: 'Agrees', declined: 'Declines' },
  consentSaved: (p: { who: string; consent: string }) => `${isolate(p.who)}: ${p.consent.toLowerCase()}.`,
  introduce: 'They are introduced',
  writeOutcome: 'What came of it?',
  madeTitle: (p: { a: string; b: string }) => `${isolate(p.a)} and ${isolate(p.b)} are introduced`,
  made: 'Introduction written down.',
  outcome: 'What came of it?',
  outcomeNote: 'Can wait: you will be asked again.',
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
