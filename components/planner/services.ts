import type { Warning } from '../../prompts/guard.ts';
import type { Act, ActResult, Whom } from '../../records/act.ts';
import type { Brief, TipChoice } from '../../records/brief.ts';
import type { DuplicatesView } from '../../records/duplicate.ts';
import type { HabitRow } from '../../records/habit.ts';
import type { Health } from '../../records/health.ts';
import type { Step } from '../../records/matter.ts';
import type {
  Deletable,
  ExportKind,
  FindIndex,
  Helper,
  ImportChoices,
  ImportOutcome,
  ImportPlan,
  IntroductionDraft,
  IntroductionIdea,
  IntroductionRow,
  ManyChange,
  MatterDraft,
  MatterRow,
  MeetingAhead,
  PasteResult,
  PastImport,
  PersonDraft,
  PersonName,
  PersonRow,
  PersonView,
  PracticeView,
  Progress,
  ReasonAgainst,
  RestoreMode,
  ReviewDraft,
  ReviewPage,
  ReviewsView,
  SettingsChange,
  StoreStatus,
  TipDraft,
  TipRow,
  TipTaker,
  TodayView,
} from '../../records/planner.ts';
import type { Settings } from '../../records/settings.ts';
import type { Share } from '../../records/share.ts';
import type { Tip } from '../../records/tip.ts';
import type { Access } from '../parts/access-notice.tsx';

/** One site that can be read, from the readers' site table. */
export interface SiteRow {
  /** As `settings.sitesOff` names it. */
  name: string;
  label: string;
  /** None: it is read wherever the user adds it. */
  hosts: readonly string[];
  evidence: 'captures' | 'live' | 'source' | 'reconstructions' | 'unproven';
  gives: 'addresses' | 'names';
}

/** What each screen watches: name → argument and answer. */
export interface Watched {
  today: { with: null; gives: TodayView };
  people: { with: null; gives: readonly PersonRow[] };
  names: { with: null; gives: readonly PersonName[] };
  person: { with: string; gives: PersonView | null };
  tips: { with: null; gives: readonly TipRow[] };
  introductions: { with: null; gives: readonly IntroductionRow[] };
  introductionIdeas: { with: null; gives: readonly IntroductionIdea[] };
  /** Of two person ids, one a line. */
  reasonsAgainst: { with: string; gives: readonly ReasonAgainst[] };
  /** To whom the tip of this id is worth most. */
  takers: { with: string; gives: readonly TipTaker[] };
  /** The coming meetings with the person of this id. */
  meetingsWith: { with: string; gives: readonly MeetingAhead[] };
  matters: { with: null; gives: readonly MatterRow[] };
  reviews: { with: null; gives: ReviewsView };
  /** What the review of the occasion of this id begins with; null where it is gone. */
  reviewPage: { with: string; gives: ReviewPage | null };
  occasion: { with: string; gives: Brief | null };
  findIndex: { with: null; gives: FindIndex };
  practice: { with: null; gives: PracticeView };
  imports: { with: null; gives: readonly PastImport[] };
  settings: { with: null; gives: Settings };
  /** What was learned from what the user did about prompts. */
  learned: { with: null; gives: readonly HabitRow[] };
  store: { with: null; gives: StoreStatus };
}
export type WatchName = keyof Watched;

/** A numbered error as a screen shows it. */
export interface ShownProblem {
  code: string;
  detail: string;
}

/** How a reading or an import is stopped, and held up. */
export interface ImportControl {
  signal: AbortSignal;
  /** Waits while it is held up. */
  gate: () => Promise<void>;
}

/** All that the planner's components may ask of the program. Bound to store and actions in `entrypoints/planner/`. */
export interface PlannerServices {
  /** Epoch ms. */
  now(): number;
  /** Answers now and again after each change of what was asked for, until the returned function is called. */
  watch<N extends WatchName>(
    name: N,
    argument: Watched[N]['with'],
    onAnswer: (answer: Watched[N]['gives']) => void,
    onProblem: (problem: ShownProblem) => void,
  ): () => void;
  /** One act, on the people beside `occasionId` where the act names them by `ref`. */
  perform(act: Act, occasionId?: string): Promise<ActResult>;
  /** Tips that could be given to this one person, the best first. Throws `Problem`. */
  tipsFor(whom: Whom, occasionId: string | null): Promise<TipChoice[]>;
  /** What stands against giving this tip to this one person now, the gravest first. */
  guard(tip: Tip, shares: readonly Share[], personId: string, name: string): Warning[];
  /** Text that was selected elsewhere and waits to be written down, with the site it stood on; once. */
  waitingCapture(): Promise<{ text: string; source: string | null } | null>;
  /** Topics that are in use and belong to this text. */
  topicsFor(text: string): Promise<readonly string[]>;
  savePerson(draft: PersonDraft): Promise<ActResult & { id?: string }>;
  mergePeople(keepId: string, otherId: string): Promise<ActResult>;
  /** Everybody compared with everybody: takes a while with many people, and the page stays alive. Rejects with a `Problem`. */
  findDuplicates(): Promise<DuplicatesView>;
  decideDuplicate(aId: string, bId: string, decision: 'never' | 'later'): Promise<ActResult>;
  saveTip(draft: TipDraft): Promise<ActResult>;
  saveIntroduction(draft: IntroductionDraft): Promise<ActResult>;
  /** Who of everybody kept could do what the text says, the likeliest first. Throws `Problem`. */
  whoCould(text: string): Promise<readonly Helper[]>;
  /** A person was asked for a step of a matter; then what they answered. */
  askForStep(matterId: string, stepId: string, personId: string): Promise<ActResult>;
  answerStep(matterId: string, stepId: string, answer: 'agreed' | 'declined'): Promise<ActResult>;
  /** A step is done, open again, or not the user's; what was done stands as cooperation. */
  settleStep(matterId: string, stepId: string, state: Step['state']): Promise<ActResult>;
  saveMatter(draft: MatterDraft): Promise<ActResult>;
  /** A review with all that it settles, as one act. */
  reviewOccasion(draft: ReviewDraft): Promise<ActResult>;
  /** One thing done with several people, as one act. */
  changeMany(ids: readonly string[], change: ManyChange): Promise<ActResult>;
  /** Takes the newest act back; `act`: what it was. */
  undoLast(): Promise<ActResult & { act?: string }>;
  remove(table: Deletable, id: string): Promise<ActResult>;
  /** Makes an occasion of a pasted text. */
  paste(text: string): Promise<PasteResult>;
  /** Asks the user, through the browser, for leave to show notifications. Call it in answer to a click. */
  allowNotices(): Promise<boolean>;
  saveSettings(change: SettingsChange): Promise<ActResult>;
  sites(): readonly SiteRow[];
  /** The families that read wherever the user adds them, by name; `label` null for pages of any kind. */
  addableFamilies(): readonly { name: string; label: string | null }[];
  /** Tells which of these origins the browser allows, now and whenever that changes, until the returned function is called. */
  watchAllowed(origins: readonly string[], onChange: (allowed: readonly string[]) => void): () => void;
  /** Tells how reading goes, now and whenever that changes, until the returned function is called. */
  watchHealth(onChange: (health: Health) => void): () => void;
  /** The censored outline of an open page of this site. Rejects with RM-406 where none is open. */
  skeletonOf(site: string): Promise<string>;
  /** Asks the browser for this one site again. Call it within a click. */
  allowSite(origin: string): Promise<void>;
  /** Reads an added site no longer, and gives the browser's permission back. */
  withdrawSite(origin: string): Promise<ActResult>;
  planImport(
    files: readonly File[],
    choices: ImportChoices,
    onProgress: (progress: Progress) => void,
    control: ImportControl,
  ): Promise<ImportPlan>;
  runImport(
    files: readonly File[],
    choices: ImportChoices,
    restore: RestoreMode,
    onProgress: (progress: Progress) => void,
    control: ImportControl,
  ): Promise<ImportOutcome>;
  /** `stayed`: how many rows were left because they were changed or used since. */
  undoImport(importId: string): Promise<ActResult & { stayed?: number }>;
  /** Which sites the browser lets us read. */
  access(): Promise<Access>;
  /** People or planned shares as a file for other programs; nothing confidential is in it. `summary`: how a planned share is called. Rejects with a `Problem`. */
  exportFile(
    kind: ExportKind,
    summary: (share: { person: string; tip: string }) => string,
  ): Promise<{ name: string; blob: Blob }>;
  /** Where the first run sends the user: one page of each kind. */
  beginAt: { calendarUrl: string; mailUrl: string };
  /** Puts the sample into the store. Rejects with a `Problem`, and then nothing was put in. */
  loadSample(): Promise<void>;
  /** The backup file of everything. */
  backup(): Promise<{ name: string; blob: Blob }>;
  /** Deletes the whole store, settings and all. */
  erase(): Promise<void>;
  /** Opens the store anew, after it did not open. */
  tryAgain(): void;
  /** Puts a backup in the place of a store that does not open or is gone. Rejects with a `Problem`, and then nothing has changed. */
  restoreInPlace(file: File): Promise<void>;
  /** Goes on with an empty store in place of one that does not open or is gone. Rejects with a `Problem`. */
  goOnEmpty(): Promise<void>;
}
