import type { Act, ActResult, Whom } from '../records/act.ts';
import type { Brief, PanelView, TipChoice } from '../records/brief.ts';
import type { Reading, ReadOccasion } from '../records/occasion.ts';
import { Problem } from '../records/problem.ts';
import type { OpenOccasion } from './open-occasions.ts';
import type { Refusal, ToPage, ToPanel } from './protocol.ts';
import type { SenderLike, Us } from './senders.ts';

/** A port as the background gets it. */
export interface DeskPort {
  name: string;
  sender?: SenderLike | undefined;
  postMessage(message: ToPage | ToPanel): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

/** What the program does, handed in. `S`: what comes of seeing an occasion. Everything rejects with `Problem` where a user may meet the failure. */
export interface Work<S extends { brief: Brief }> {
  /** An occasion is likely to be seen next: opens what that takes. Never throws. */
  prepare(): void;
  /**
   * Keeps the occasion as seen and works out what to show; tells who is here as soon as that is known, and only then asks
   * `understood` for what the page says in words. What that rejects with, it rejects with.
   */
  see(
    occasion: ReadOccasion,
    onPeople: (brief: Brief) => void,
    understood: (occasion: ReadOccasion) => Promise<ReadOccasion>,
  ): Promise<S>;
  perform(act: Act, seen: S | null): Promise<ActResult>;
  tips(whom: Whom, seen: S): Promise<TipChoice[]>;
  look(): Promise<Pick<PanelView, 'language' | 'theme'>>;
}

/** What the background's desk is given. */
export interface DeskDeps<S extends { brief: Brief }> {
  us: Us;
  work: Work<S>;
  /** How a site is called, and whether reading on it is new. */
  siteOf(name: string): { label: string; unproven: boolean };
  /** Told of every reading, to keep count of how reading goes. */
  noted?(tabId: number, reading: Reading): void;
  /** Puts what the page says in words into a reading, which may turn out broken by them. */
  understood(reading: Reading): Promise<Reading>;
  /** What `save` was told last, by this worker or the one before. */
  saved(): Promise<[number, OpenOccasion][]>;
  save(open: [number, OpenOccasion][]): void;
  /** Asks a tab's page to say again what is on its screen; whether it has an occasion. Never rejects. */
  callPage(tabId: number): Promise<boolean>;
  /** The censored outline of a tab's page. */
  skeleton(tabId: number): Promise<string>;
  /** Asks panels whose port died with a stopped worker to come back. */
  wakePanels(): void;
  /** Shows the side panel of a tab where a view could not open it itself. */
  showSidePanel(tabId: number): Promise<void>;
}

/** A failure as it is told to a view: its number and cause, nothing of the records. */
export function refusalOf(cause: unknown): Refusal {
  if (cause instanceof Problem) return { code: cause.code, detail: cause.message, transient: cause.transient };
  return { code: 'RM-300', detail: cause instanceof Error ? cause.message : String(cause), transient: false };
}
