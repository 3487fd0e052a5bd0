import { isolate } from '../isolate.ts';
import { count, counted } from '../plural.ts';
import { duplicates } from './duplicates.ts';
import { find } from './find.ts';
import { introductions } from './introductions.ts';
import { matters } from './matters.ts';
import { practice } from './practice.ts';
import { reviews } from './reviews.ts';
import { tips } from './tips.ts';

type At = { at: string };

const evidenceAnswer = (p: { at: string; answer: string }) => `${p.answer}, ${p.at}`;

/** The planner: every screen but import and settings. */
export const planner = {
  pageTitle: (p: { title: string }) => `${p.title} · Renmai`,
  skip: 'Skip to the content',
  navigation: 'Screens',
  nav: {
    today: 'Today',
    people: 'People',
    tips: 'Tips',
    introductions: 'Introductions',
    matters: 'Matters',
    reviews: 'Reviews',
    practice: 'Practice',
    import: 'Import',
    settings: 'Settings',
  },
  untitled: { meeting: 'Meeting without a title', thread: 'Thread without a subject' },
  pickPerson: 'A few letters of the name',
  nobodyFound: 'Nobody by that name is kept.',
  andMore: (p: { n: number }) => `and ${count(p.n)} more`,
  shareState: { planned: 'planned', given: 'given', skipped: 'let go' },
  answered: { agreed: 'Written down: agreed.', declined: 'Written down: declined.' },

  draft: {
    open: 'Open in your mail',
    noAddress: 'No address is kept: copy the words. Nothing is ever sent from here.',
    neverSent: 'Nothing is sent from here: it opens as a draft, and you send it.',
  },

  today: {
    one: 'This occasion',
    oneGone: 'This occasion is no longer here.',
    none: 'Nothing here yet, and nothing to feed.',
    noneHow:
      'Open a meeting in your calendar or a thread in your mail: who is there appears beside it, and here. Or bring in your contacts and calendar from files, or write down one thing worth telling somebody.',
    importSome: 'Import contacts or a calendar',
    firstTip: 'Write down a tip',
    ahead: 'Ahead',
    aheadNone: 'No meeting ahead has been seen yet. Open one in your calendar, or import an .ics file.',
    print: 'Print',
    seen: 'Lately seen',
    due: 'To do',
    dueNone: 'Nothing is due. Promises, open requests and next steps gather here.',
    toReview: 'Wants a review',
    prompts: (p: { n: number }) => counted(p.n, 'prompt', 'prompts'),
    late: (p: At) => `was due ${p.at}`,
    dueAt: (p: At) => `due ${p.at}`,
    since: (p: At) => `since ${p.at}`,
    share: (p: { who: string; tip: string; setting: string }) =>
      `Tell ${isolate(p.who)}: “${isolate(p.tip)}” – ${p.setting.toLowerCase()}`,
    cooperation: {
      'they-asked': (p: { who: string; about: string }) =>
        `${isolate(p.who)} waits for your answer: “${isolate(p.about)}”`,
      'i-asked': (p: { who: string; about: string }) => `You asked ${isolate(p.who)}: “${isolate(p.about)}”`,
    },
    introduction: (p: { a: string; b: string; state: string }) =>
      `Introduce ${isolate(p.a)} and ${isolate(p.b)}: ${p.state}`,
    introductionOutcome: (p: { a: string; b: string }) => `Ask what came of it: ${isolate(p.a)} and ${isolate(p.b)}`,
    open: 'Open',
  },

  people: {
    add: 'Add a person',
    edit: 'Edit',
    many: {
      select: 'Choose several',
      done: 'Finished',
      choose: (p: { name: string }) => `Choose ${p.name}`,
      chosen: (p: { n: number }) => `${counted(p.n, 'person', 'people')} chosen`,
      allOfThem: (p: { n: number }) => `All ${count(p.n)}`,
      noneOfThem: 'None',
      potential: 'Potential connection',
      notPotential: 'Not potential',
      tag: 'Tag',
      tagged: (p: { n: number }) => `${counted(p.n, 'person', 'people')} tagged as potential connections.`,
      untagged: (p: { n: number }) => `${counted(p.n, 'person', 'people')} no longer tagged.`,
      taggedAs: (p: { n: number; tag: string }) => `${counted(p.n, 'person', 'people')} tagged “${isolate(p.tag)}”.`,
      deleted: (p: { n: number }) => `${counted(p.n, 'person', 'people')} deleted.`,
    },
    giveTip: 'Give a tip…',
    merge: 'Merge…',
    remove: 'Delete',
    none: 'Nobody is kept yet.',
    noneHow:
      'People come in by themselves when you keep somebody beside a meeting or a thread. To begin with those you know, import your contacts (.vcf or .csv).',
    importSome: 'Import contacts',
    find: 'Find people',
    findPlaceholder: 'Name, pinyin initials, address, need, note',
    standing: 'Standing',
    anyStanding: 'Any standing',
    tie: 'Tie',
    anyTie: 'Any tie',
    order: 'Order',
    byName: 'By name',
    byLast: 'Latest contact first',
    shown: (p: { n: number; of: number }) =>
      p.n === p.of ? counted(p.n, 'person', 'people') : `${count(p.n)} of ${counted(p.of, 'person', 'people')}`,
    noMatch: 'Nobody fits.',
    clearFilter: 'Show everybody',
    unnamed: 'Without a name',
    gone: 'Person not found',
    goneTitle: 'This person is not in your records.',
    goneHow: 'The record was deleted, merged into another, or its import was taken back.',
    backToList: 'All people',
    standingMeans: {
      acquaintance: 'You know each other; no cooperation is written down.',
      friend: 'Close to you; no cooperation is written down.',
      connection: 'You have worked together: asked, and agreed.',
    },
    noContact: 'No contact has been seen.',
    contact: (p: { at: string; days: string }) => `Last contact ${p.at}; ${p.days} with contact in twelve months.`,
    exchange: (p: { written: number; received: number }) =>
      `By mail: you wrote on ${counted(p.written, 'day', 'days')}, they on ${counted(p.received, 'day', 'days')}.`,
    theyAnswer: (p: { hours: number }) =>
      `They usually answer within ${p.hours < 48 ? counted(p.hours, 'hour', 'hours') : counted(Math.round(p.hours / 24), 'day', 'days')}.`,
    youAnswer: (p: { hours: number }) =>
      `You usually answer within ${p.hours < 48 ? counted(p.hours, 'hour', 'hours') : counted(Math.round(p.hours / 24), 'day', 'days')}.`,
    evidence: {
      'they-asked': (p: { about: string; at: string; answer: string }) =>
        `They asked: “${isolate(p.about)}” – ${evidenceAnswer(p)}`,
      'i-asked': (p: { about: string; at: string; answer: string }) =>
        `You asked: “${isolate(p.about)}” – ${evidenceAnswer(p)}`,
    },
    potentialNote: 'Worth starting something with.',
    friendNote: 'Close to you. Says nothing about cooperation.',
    tagged: 'Tagged as a potential connection.',
    untagged: 'No longer tagged.',
    befriended: 'Marked as a friend.',
    unfriended: 'No longer marked as a friend.',
    contactDetails: 'Details',
    name: 'Name',
    nameMissing: 'A person needs a name. Type one, or the address.',
    organisation: 'Organisation',
    title: 'Position',
    addresses: 'Mail addresses',
    phones: 'Telephone',
    otherNames: 'Other names',
    topics: 'Topics',
    tags: 'Tags',
    needs: 'Needs',
    offers: 'Offers',
    keptSince: 'Kept since',
    onePerLine: 'One a line',
    commas: 'Parted by commas',
    saved: (p: { name: string }) => `${isolate(p.name)} is saved.`,
    removed: (p: { name: string }) => `${isolate(p.name)} is deleted.`,
    wantAdded: { needs: 'Need written down.', offers: 'Offer written down.' },
    wantNone: {
      needs: 'What are they looking for? Prompts begin with needs.',
      offers: 'What could they give, if asked?',
    },
    wantLabel: { needs: 'One more need', offers: 'One more offer' },
    wantPlaceholder: { needs: 'e.g. a tenant for the east hall', offers: 'e.g. knows the permit office' },
    takeAway: (p: { text: string }) => `Take away: ${p.text}`,
    takenAway: 'Taken away.',
    writeDown: 'Write down',
    note: 'Note',
    notePlaceholder: 'What should you remember about this person?',
    noteAdd: 'Keep the note',
    noteEdit: 'Edit the note',
    noteAdded: 'Note kept.',
    confidentialNote: 'Stays out of every prompt, draft and export but the full backup.',
    cooperation: 'A request and its answer',
    whoAsked: 'Who asked?',
    theyAsked: (p: { name: string }) => `${isolate(p.name)} asked me`,
    about: 'For what?',
    aboutPlaceholder: 'e.g. a word with the harbour office',
    answer: 'The answer',
    cooperationSave: 'Write it down',
    cooperationAdded: 'Request written down.',
    timeline: 'Timeline',
    timelineNone: 'Nothing yet. Meetings, threads, tips given and requests gather here.',
    momentKind: {
      meeting: 'Meeting',
      thread: 'Thread',
      share: 'Tip',
      cooperation: 'Request',
      introduction: 'Introduction',
      note: 'Note',
      review: 'Review',
    },
    introducedTo: (p: { other: string; state: string }) => `With ${isolate(p.other)}: ${p.state}`,
    removeMoment: 'Delete this entry',
    momentRemoved: 'Entry deleted.',
    mergeTitle: (p: { name: string }) => `Merge into ${isolate(p.name)}`,
    mergeHow:
      'Choose the other record of the same person. Everything in it goes over to this one, and it disappears. You can take this back.',
    mergeOther: 'The other record',
    mergeDo: 'Merge',
    merged: 'Merged into one person.',
  },
  tips,

  introductions,
  matters,
  practice,
  find,

  reviews,
  duplicates,

  storeProblem: {
    title: 'Your data could not be opened',
    retry: 'Try again',
    restore: 'Restore a backup',
    startEmpty: 'Start empty',
    startEmptyTitle: 'Start with an empty store?',
    startEmptyHow: 'What is left of the old one stays on the disk until you restore a backup or start anew.',
  },
};
