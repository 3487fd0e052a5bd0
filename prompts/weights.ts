const day = 86_400_000;

/** A straight line from (from, low) to (to, high), level outside. */
const ramp =
  (from: number, low: number, to: number, high: number) =>
  (x: number): number =>
    low + (high - low) * Math.min(1, Math.max(0, (x - from) / (to - from)));

export const weights = {
  dormantAfter: 365 * day,
  reviewWithin: 14 * day,
  review: 7,
  record: 1,
  recordTelling: 2,
  recordOffice: 0.9,
  iOweAnswer: 6.5,
  theyOweAnswer: 3,
  introductionResult: 3,
  introductionIdea: 5,
  introductionBegun: 6.5,
  stepMine: 6.5,
  stepMineLater: 3,
  stepTheirs: 3,
  ableFrom: 0.1,
  ableAt: ramp(0.1, 2, 0.3, 5),
  dueSoon: 14 * day,
  stepDue: 1,
  cooperated: 3,
  couldDo: 3,
  potential: 1,
  couldDoFrom: 0.2,
  couldDoAsked: 0.12,
  sharePlanned: 6.5,
  namedAt: ramp(0.1, 2.5, 0.4, 5),
  meetsFrom: 0.15,
  openAt: ramp(0.15, 0.5, 0.4, 3),
  exclusiveAt: ramp(0.15, 2, 0.4, 6.5),
  endsSoon: 21 * day,
  topicAsNeed: 0.9,
  offerAsNeed: 0.9,
  tradeAsNeed: 0.6,
  namedInTip: 0.15,
  needAsGift: 0.85,
  tradeAsGift: 0.7,
  otherHalf: 0.3,
  otherAbsent: 0.8,
  introduceFrom: 0.2,
  introduceAt: ramp(0.2, 0.5, 0.45, 6),
};
