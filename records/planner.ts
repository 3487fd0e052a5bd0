import type { ActResult } from './act.ts';
import type { Brief } from './brief.ts';
import type { Cooperation } from './cooperation.ts';
import type { Introduction } from './introduction.ts';
import type { Matter, Step } from './matter.ts';
import type { Person } from './person.ts';
import type { Prompt, Reason } from './prompt.ts';
import type { Review } from './review.ts';
import type { Settings } from './settings.ts';
import type { Share } from './share.ts';
import type { Source } from './source.ts';
import type { Exchange, Standing, Tie } from './standing.ts';
import type { Tip } from './tip.ts';

// What the planner's screens show and what their forms hand in: made by actions, shown by components/planner.

/** A person as lists and pickers name one. `find`: further forms of the name (pinyin, initials, nicknames), where a picker needs them. */
export interface PersonName {
  id: string;
  name: string;
  organisation: string | null;
  find?: string;
  /** Where a draft would be sent; null where no address is kept. */
  address?: string | null;
}

/**
 * One line of the people list. `haystack`: everything a person is found by (names, pinyin, initials, addresses, needs, offers,
 * notes, tags), without accents, in NFKC and lower case.
 */
export interface PersonRow extends PersonName {
  title: string | null;
  address: string | null;
  standing: Standing['word'];
  potential: boolean;
  tie: Tie['word'];
  lastAt: number | null;
  needs: number;
  offers: number;
  haystack: string;
}

/** What happened with one person, one thing a row. `at` in epoch ms; null where no time is known. */
export type TimelineItem =
  | { is: 'occasion'; id: string; at: number | null; kind: 'meeting' | 'thread'; title: string | null; people: number }
  | { is: 'share'; id: string; at: number | null; share: Share; tip: string }
  | { is: 'cooperation'; id: string; at: number | null; cooperation: Cooperation }
  | { is: 'introduction'; id: string; at: number | null; introduction: Introduction; other: PersonName }
  | { is: 'note'; id: string; at: number | null; text: string; confidential: boolean }
  | { is: 'review'; id: string; at: number | null; review: Review; title: string | null };

/** Everything one person's page shows. */
export interface PersonView {
  person: Person;
  standing: Standing;
  tie: Tie;
  /** Direction and reply time, from imported mail; null without any. */
  exchange?: Exchange | null;
  /** Newest first. */
  timeline: readonly TimelineItem[];
}

/** Something to be done by the user, wherever it was written down. `at`: when it is due, or since when it waits. */
export type DueItem =
  | { is: 'share'; id: string; at: number | null; person: PersonName; tip: string; share: Share }
  | { is: 'cooperation'; id: string; at: number; person: PersonName; cooperation: Cooperation }
  | { is: 'step'; id: string; at: number | null; matter: Matter; step: Step; who: string | null }
  | { is: 'introduction'; id: string; at: number; a: PersonName; b: PersonName; introduction: Introduction };

/** An occasion that is over and has no review yet. */
export interface ReviewWaiting {
  occasionId: string;
  title: string | null;
  at: number | null;
  people: readonly string[];
}

/** The first screen: what is ahead, what was seen lately, what is due, what wants a review. */
export interface TodayView {
  ahead: readonly Brief[];
  seen: readonly Brief[];
  due: readonly DueItem[];
  toReview: readonly ReviewWaiting[];
}

/** One tip with everybody it went, or is promised, to. */
export interface TipRow {
  tip: Tip;
  few: readonly PersonName[];
  shares: readonly { share: Share; person: PersonName }[];
}

export interface IntroductionRow {
  introduction: Introduction;
  a: PersonName;
  b: PersonName;
}

/** What speaks against introducing two people. `name`: the occasion, the house, or who refused; `at`: when. */
export type ReasonAgainst =
  | { code: 'refused'; name: string; at: number }
  | { code: 'same-house'; name: string }
  | { code: 'met'; name: string; at: number }
  | { code: 'begun' | 'made-before'; at: number };

/** Two people worth introducing: `a` needs what `b` offers (the first half), perhaps also the other way round. */
export interface IntroductionIdea {
  /** The prompt's key, by which the user decides about it. */
  key: string;
  a: PersonName;
  b: PersonName;
  halves: readonly { neederId: string; need: string; offer: string }[];
  against: readonly ReasonAgainst[];
}

/** Somebody to whom a tip is worth something, and why. */
export interface TipTaker {
  person: PersonName;
  because: readonly Reason[];
}

/** A coming meeting, beside which something may be said. Times in epoch ms. */
export interface MeetingAhead {
  id: string;
  title: string | null;
  startAt: number;
  endAt: number | null;
}

/** Somebody who could do a thing: what that rests on, what they agreed to before, whether they declined something lately. */
export interface Helper {
  person: PersonName;
  by: { kind: 'offer' | 'trade'; text: string };
  agreed: { about: string; at: number } | null;
  declined: boolean;
}

/** `requests`: the cooperations that matter and steps speak of, by id. `names`: the persons that owner and steps speak of, by id. */
export interface MatterRow {
  matter: Matter;
  names: Readonly<Record<string, string>>;
  /** Where the owner is written to; null where no address is kept, or it is the user's own. */
  ownerAddress: string | null;
  requests: Readonly<Record<string, Cooperation>>;
}

export interface ReviewsView {
  waiting: readonly ReviewWaiting[];
  written: readonly { review: Review; title: string | null; at: number | null; people: readonly string[] }[];
}

/** What a review begins with: who of the occasion is kept, what was planned for them, what was prompted beside it. */
export interface ReviewPage {
  people: readonly PersonName[];
  shares: readonly { share: Share; person: PersonName; tip: string }[];
  prompts: readonly Prompt[];
}

/** A review as typed, with what it settles: ids of shares that were given, keys of prompts that are done, requests made. */
export interface ReviewDraft extends Pick<Review, 'occasionId' | 'given' | 'asked' | 'agreed' | 'next'> {
  sharesGiven: readonly string[];
  promptsDone: readonly string[];
  requests: readonly Pick<Cooperation, 'personId' | 'direction' | 'about' | 'answer'>[];
}

/** What was done in one week, in numbers of things done, never of persons. From Monday to Monday, epoch ms. */
export interface PracticeWeek {
  from: number;
  to: number;
  occasions: number;
  /** Shares given; those of tips that anybody may know do not count. */
  given: number;
  introduced: number;
  /** Steps of matters done. */
  advanced: number;
  /** Requests of the user's. */
  asked: number;
  /** Requests of others that the user answered. */
  answered: number;
}

/** A share, an introduction or a step that a cooperation followed: with whom, what it was, and what was then agreed, when. */
export interface PracticeCase {
  is: 'share' | 'introduction' | 'step';
  id: string;
  at: number;
  person: PersonName;
  what: string;
  after: { about: string; at: number; direction: Cooperation['direction'] };
}

/** Something that has grown cold: a tie that was a cooperation or was to become one, or a thing begun and left. */
export type ColdItem =
  | { is: 'tie'; id: string; at: number; person: PersonName; agreed: { about: string; at: number } | null }
  | { is: 'share'; id: string; at: number; person: PersonName; tip: string; tipId: string }
  | { is: 'introduction'; id: string; at: number; a: PersonName; b: PersonName }
  | { is: 'matter'; id: string; at: number; title: string };

/** The practice of the last weeks: what was done, what it led to, what has grown cold. */
export interface PracticeView {
  /** The running week last. */
  weeks: readonly PracticeWeek[];
  /** Of the requests that the user made in these weeks. */
  asks: { agreed: number; declined: number; open: number };
  /** How many of each there were in these weeks, and how many of them a cooperation followed. */
  followed: Readonly<Record<PracticeCase['is'], { of: number; by: number }>>;
  /** Newest first. */
  cases: readonly PracticeCase[];
  cold: readonly ColdItem[];
}

/** One thing written of a person, as it was written and as it is looked for (no accents, NFKC, lower case). */
export interface FindThing {
  is: 'name' | 'address' | 'work' | 'tag' | 'need' | 'offer' | 'note';
  text: string;
  folded: string;
}

/** A person as the search knows them. `met`: when they were met, epoch ms. */
export interface FindPerson {
  person: PersonName;
  connection: boolean;
  friend: boolean;
  potential: boolean;
  met: readonly number[];
  things: readonly FindThing[];
}

/** Everything that can be found. */
export interface FindIndex {
  people: readonly FindPerson[];
  tips: readonly { id: string; text: string; folded: string }[];
  matters: readonly { id: string; text: string; folded: string }[];
  introductions: readonly { id: string; text: string; folded: string }[];
}

/** One thing done with several people at once. */
export type ManyChange = { do: 'potential'; on: boolean } | { do: 'tag'; tag: string } | { do: 'delete' };

/** What the store holds and how safe it lies. `bytes` null where the browser does not tell. */
export interface StoreStatus {
  people: number;
  sightings: number;
  occasions: number;
  tips: number;
  bytes: number | null;
  persisted: boolean;
}

/** A person's fields as typed by the user. `id` null: a new person. Needs, offers and notes with an id are kept, others are new. */
export interface PersonDraft {
  id: string | null;
  name: string;
  otherNames: readonly string[];
  addresses: readonly string[];
  phones: readonly string[];
  organisation: string | null;
  title: string | null;
  tags: readonly string[];
  topics: readonly string[];
  needs: readonly { id: string | null; text: string }[];
  offers: readonly { id: string | null; text: string }[];
  notes: readonly { id: string | null; text: string; confidential: boolean }[];
}

export type TipDraft = Pick<Tip, 'text' | 'topics' | 'reach' | 'few' | 'confidential' | 'expiresAt' | 'source'> & {
  id: string | null;
};

export type IntroductionDraft = Pick<
  Introduction,
  'aId' | 'bId' | 'reason' | 'state' | 'consentA' | 'consentB' | 'outcome' | 'noteA' | 'noteB'
> & { id: string | null };

export type MatterDraft = Pick<Matter, 'title' | 'owner' | 'state' | 'outcome'> & {
  id: string | null;
  steps: readonly (Omit<Step, 'id'> & { id: string | null })[];
};

/** What about the user and the program can be changed on the settings page. */
export type SettingsChange = Partial<
  Pick<
    Settings,
    | 'language'
    | 'theme'
    | 'panel'
    | 'keepSeen'
    | 'keepDays'
    | 'sitesOff'
    | 'sitesNotKept'
    | 'addedSites'
    | 'notices'
    | 'singleKeys'
    | 'welcomedAt'
    | 'habit'
  >
> & { me?: { name: string; addresses: readonly string[]; needs: readonly string[]; offers: readonly string[] } };

/** What can be deleted, by its table's name. Each deletion is one act and can be undone. */
export type Deletable = 'people' | 'tips' | 'shares' | 'introductions' | 'matters' | 'cooperations' | 'reviews';

export interface ImportCounts {
  added: number;
  updated: number;
  skipped: number;
  failed: number;
}

export type ImportKind =
  | 'vcard'
  | 'csv'
  | 'ldif'
  | 'icalendar'
  | 'mail'
  | 'mbox'
  | 'archive'
  | 'folder'
  | 'backup'
  | 'unknown';

/** One file found in an archive or a folder. `kind` null: left out, for it is nothing that can go in. `entries`: once it was read. */
export interface FoundPart {
  path: string;
  size: number;
  kind: ImportKind | null;
  entries: number | null;
}

/** One row or entry that cannot go in. */
export interface Rejected {
  file: string;
  /** Row, entry or line, counted from 1; null where the whole file is meant. */
  place: number | null;
  /** Why: a code of `interchange/parsed.ts`, or an `RM-…` number; the catalogues hold a sentence for each. */
  reason: string;
  /** What the code alone does not say, such as the field or the value; may be empty. */
  detail: string;
}

/** What one file would bring. `columns` for a CSV: its headings, five sample rows, the mapping in force and the fields to choose from. */
export interface PlannedFile {
  name: string;
  kind: ImportKind;
  counts: ImportCounts;
  columns: null | {
    headings: readonly string[];
    samples: readonly (readonly string[])[];
    mapping: Readonly<Record<string, string>>;
    fields: readonly string[];
    /** Set where every heading is one that is known, so that nothing was guessed. */
    sure?: boolean;
  };
  /** What an archive or folder holds; null for a single file. */
  parts: readonly FoundPart[] | null;
  /** For a backup: when it was made, and rows by table. */
  backup: null | {
    exportedAt: string;
    tables: Readonly<Record<string, number>>;
    /** Set where nothing is kept yet: then it takes the place of nothing, and nobody need be asked how it should go in. */
    intoEmpty?: boolean;
  };
}

/** An address of the user's own, worked out from mail, to be confirmed. `messages`: in how many it stands. */
export interface OwnGuess {
  address: string;
  key: string;
  messages: number;
}

/** What a newer file of the same source says of a person otherwise; applied unless refused, by `id`. */
export interface PlannedChange {
  id: string;
  person: string;
  field: 'name' | 'organisation' | 'title';
  before: string;
  after: string;
}

/** The dry run of one choice of files: nothing is written yet. */
export interface ImportPlan {
  files: readonly PlannedFile[];
  counts: ImportCounts;
  rejected: readonly Rejected[];
  /** Own addresses that the settings do not have yet; null where no mail is among the files. */
  own: readonly OwnGuess[] | null;
  changes: readonly PlannedChange[];
}

/** What the user chose beside the files. */
export interface ImportChoices {
  mappings: Mappings;
  /** Keys of own addresses, as confirmed; null: as worked out. */
  own: readonly string[] | null;
  /** Whether subjects of mails are kept. */
  subjects: boolean;
  /** `PlannedChange.id`s that are not wanted. */
  refused: readonly string[];
}

/** As proposed. */
export const noChoices: ImportChoices = { mappings: {}, own: null, subjects: true, refused: [] };

export interface ImportOutcome extends ImportCounts {
  /** For undo; null where nothing was written. */
  importId: string | null;
  canceled: boolean;
  /** What did not go in, and why. */
  rejected: readonly Rejected[];
  /** Rejected rows as they stood in their files, to be downloaded and mended; null if none. */
  rejectedFile: null | { name: string; blob: Blob };
}

/** A file that came in before. `importId`: what it is taken back by, null where nothing of it was written. */
export interface PastImport {
  source: Source;
  /** The invented people of the first run. */
  isSample: boolean;
  importId: string | null;
}

export interface Progress {
  done: number;
  total: number | null;
  /** What was found so far in an archive or folder. */
  found?: readonly FoundPart[];
}

/** Files for other programs: people as vCard or a table, planned shares as a calendar. */
export type ExportKind = 'vcard4' | 'vcard3' | 'csv' | 'icalendar';

/** How an own backup goes in: beside what is there, or instead of it. */
export type RestoreMode = 'merge' | 'replace';

/** File name → column heading → field, as the user set it; a file left out keeps the mapping that was proposed. */
export type Mappings = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What came of a paste: the occasion, how many people are in it, and how many more occasions the text holds. */
export type PasteResult = ActResult & { occasionId?: string; people?: number; others?: number };
