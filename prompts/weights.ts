const day = 86_400_000;

/**
 * Everything that is weighed, in one table. Worths are expected gains on the scale of the labelled worlds' grades (3, “surely
 * wanted among the first”, gains 7; 2 gains 3; 1 gains 1), so that prompts of all kinds stand in one order. *Rule*: said by
 * the labelling rules of `tests/fixtures/worlds/README.md`. *Lesson*: said by the lesson. *Tuned*: found on the worlds, each
 * judged by values found without it (`docs/matching.md`).
 */
export const weights = {
  // all kinds
  /** Tuned: worth less than this is a guess, and guesses alone are not said. */
  sureFrom: 2.55,
  /** Chosen: close looks an occasion, shared out among its people, so that two thousand guests are answered too. */
  closeLooks: 600,
  /** Lesson: who stands in another circle often outranks the desk neighbour. The same as seldom seen. */
  anotherCircle: 0.2,
  /** Chosen: each earlier day on which it was shown and left alone takes this share of its worth … */
  shownADay: 0.05,
  /** … and no more than this in all: what is owed stays. */
  shownMost: 0.25,
  /** Chosen: so many unseen cases of the user's usual habit stand beside those of a way: three refusals prove little. */
  habitDoubt: 6,
  /** Chosen: habit takes no more than this share of a prompt's worth, so that what is owed stays, and adds no more than that. */
  habitLeast: 0.85,
  habitMost: 1.2,
  /** Chosen: moved by less than this, nothing is said of it. */
  habitSaidFrom: 0.03,
  /** Chosen: a cooperation this long after is no longer owed to what was done. Milliseconds. */
  leadsWithin: 90 * day,

  // review
  /** Rule: the occasion is over. Nothing is worth more while it is fresh. */
  review: 7,
  /** Chosen: after two weeks nobody remembers what was said. Milliseconds. */
  reviewWithin: 14 * day,

  // record
  /** Rule: every unknown human face, 1. */
  record: 1,
  /** Rule: 2 for whoever leads … */
  recordLeader: 2.4,
  /** … or shares a name with somebody kept (graded 1 or 2). */
  recordNamesake: 1.6,
  /** Rule: an office that answers is kept too, after people. */
  recordOffice: 0.9,

  // follow-up
  /** Rule: 3 when I owe the answer … */
  iOweAnswer: 6.5,
  /** … 2 when they do. */
  theyOweAnswer: 3,
  /** Rule: an introduction done and not asked after, 2. */
  introductionResult: 3,

  // advance
  /** Rule: the open step that is mine. */
  stepMine: 6.5,
  /** Chosen: later steps wait for the first. */
  stepMineLater: 2.5,
  /** Rule: in my own matter, whoever present has the step. */
  stepTheirs: 3,
  /** Rule: a step of mine that nobody has, with whoever could do it; ramp of worth over fit. Tuned. */
  ableFrom: 0.1,
  ableTo: 0.3,
  ableLow: 2,
  ableHigh: 5,
  /** Chosen: the second-best able person's share of the worth. */
  ableSecond: 0.5,
  /** Chosen: a step due within two weeks is worth this more. */
  dueSoon: 14 * day,
  stepDue: 1,

  // reconnect
  /** Rule: somebody present, silent for over a year, who once cooperated … */
  cooperated: 3.6,
  /** … or offers what I need (3 with both) … */
  couldDo: 3,
  /** … or is tagged a potential connection. */
  potential: 1,
  /** Tuned: an offer meets my need from this fit; from the lower one where a request is open between us (Lesson: willing). */
  couldDoFrom: 0.18,
  couldDoAsked: 0.12,
  /** Tuned: less than that is a faint likeness, said behind what is sure. */
  couldDoFaintFrom: 0.08,
  couldDoFaint: 1.2,

  // share
  /** Rule: planned ones count. */
  sharePlanned: 6.5,
  /** Rule: merely named 1 to 2, 3 with a need; ramp over fit. Tuned. */
  namedLow: 2.5,
  namedHigh: 4,
  namedFrom: 0.1,
  namedTo: 0.35,
  /** Rule: exclusive, and the best taker; ramp over fit. Tuned. */
  exclusiveFrom: 0.16,
  exclusiveTo: 0.4,
  exclusiveLow: 2.5,
  exclusiveHigh: 5.5,
  /** Rule: an exclusive tip with a better taker is worth 0 or 1; nearly as good ones are kept, at this share. Tuned. */
  nearlyBest: 0.8,
  nearlyShare: 0.6,
  /** Rule: open tips lower; ramp over fit. Tuned. */
  openFrom: 0.2,
  openTo: 0.45,
  openLow: 1,
  openHigh: 3,
  /** Rule: higher when close to its end. */
  endsSoon: 21 * day,
  tipEnds: 0.5,
  /** Rule and lesson: higher when the tie is weak. */
  seldomSeen: 0.2,
  seldomAfter: 90 * day,
  /** Chosen: this person got a tip this month. */
  gotLately: -0.5,
  gotWithin: 30 * day,
  /** Chosen: of all tips, so many are weighed for one person, the best first. */
  tipsLookedAt: 6,
  /** Chosen: of many people, so many are weighed as better takers of one tip. */
  rivalsLookedAt: 12,
  /** What a tip may meet beside a need. Tuned. */
  topicAsNeed: 0.8,
  offerAsNeed: 0.65,
  /** A tip that names the person or their organisation concerns them. Tuned. */
  namedInTip: 0.15,

  // introduce
  /** Tuned: a need is often the other half of another's; a trade tells less than an offer. */
  needAsGift: 0.85,
  tradeAsGift: 0.5,
  /** Lesson: where both gain, both ties deepen. Tuned. */
  otherHalf: 0.3,
  /** Tuned: ramp of worth over fit; below the first nothing is said. */
  introduceFrom: 0.24,
  introduceTo: 0.45,
  introduceLow: 2,
  introduceHigh: 5.5,
  /** Lesson: both in one room is the smaller step. Tuned. */
  bothHere: 0.02,
  /** Tuned: a need that fits the other's trade speaks for the pair. */
  tradeLight: 0.2,
  /** Chosen: of all who could meet one want, or use one gift, so many are named, the best first: more are noise. */
  introduceEach: 1,
  /** Tuned: one shared word proves nothing while the others meet by less than this (Java the bean, Java the language). */
  loneWord: 0.165,
  /** Rule: ideas, asked and agreed ones are to be carried on. */
  introductionIdea: 5,
  introductionBegun: 6.5,
};

/** The name of a weight. */
export type Weight = keyof typeof weights;

/** `low` up to `from`, `high` from `to` on, a straight line between. */
export function ramp(x: number, from: number, to: number, low: number, high: number): number {
  return low + (high - low) * Math.min(1, Math.max(0, (x - from) / (to - from)));
}
