/** One of two records that may be the same person, as the list of doubles shows it. */
export interface DuplicateSide {
  id: string;
  name: string;
  otherNames: readonly string[];
  addresses: readonly string[];
  phones: readonly string[];
  organisation: string | null;
  title: string | null;
  /** Occasions, notes, needs and the like that hang on it: the fuller one is proposed to stay. */
  weight: number;
}

/** One reason for or against: a field, and how the two agree in it (`people/link-people.ts`). */
export interface DuplicateReason {
  field: 'name' | 'mailbox' | 'phone' | 'firm' | 'title';
  agreement: string;
  /** For it, or against. */
  speaksFor: boolean;
}

/** Two records that are likely one person, the one to keep first, and why; `perhaps`: little but name and firm agrees. */
export interface Duplicate {
  a: DuplicateSide;
  b: DuplicateSide;
  perhaps: boolean;
  reasons: readonly DuplicateReason[];
}

/** A merge that can be taken back. `at` in epoch ms. */
export interface PastMerge {
  changeId: string;
  at: number;
  /** The person that it made, null where that one is gone by now. */
  kept: { id: string; name: string } | null;
  /** Who went into it. */
  gone: string;
}

/** The screen of doubles: what may be one person, and what was made one. */
export interface DuplicatesView {
  found: readonly Duplicate[];
  merges: readonly PastMerge[];
}
