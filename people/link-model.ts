/** Where a field cannot be compared, because one side says nothing of it. */
export const missing = -1;

/**
 * Two records compared: for each field the level of agreement (0 the closest), or `missing`; and how much rarer (> 1) or
 * commoner (< 1) than the average the value is on which they agree, as a factor on the evidence, 1 where it does not matter.
 */
export interface Compared {
  levels: readonly number[];
  rarity: readonly number[];
}

/**
 * What each level of each field is worth: `m[field][level]` is how often two records of one person stand on that level,
 * `u[field][level]` how often two of different people do; `prior`: how often any two records are of one person.
 */
export interface LinkModel {
  prior: number;
  m: readonly (readonly number[])[];
  u: readonly (readonly number[])[];
}

const shares = (counts: readonly number[], smoothing: number): number[] => {
  const sum = counts.reduce((a, b) => a + b, 0) + smoothing * counts.length;
  return counts.map((count) => (count + smoothing) / sum);
};

/** How often each level of each field comes up, among pairs taken at random: nearly all of them are of different people. */
export function chanceOf(pairs: readonly Compared[], levels: readonly number[]): number[][] {
  return levels.map((count, field) => {
    const counts = Array.from({ length: count }, () => 0);
    for (const pair of pairs) {
      const level = pair.levels[field] ?? missing;
      if (level !== missing) counts[level] = (counts[level] ?? 0) + 1;
    }
    return shares(counts, 0.1);
  });
}

/** The evidence of one field of a pair, as the logarithm (base 2) of how much likelier it is for one person than for two. */
export function fieldEvidence(model: LinkModel, pair: Compared, field: number): number {
  const level = pair.levels[field] ?? missing;
  if (level === missing) return 0;
  const m = model.m[field]?.[level] ?? 1;
  const u = model.u[field]?.[level] ?? 1;
  return Math.log2((m / u) * (pair.rarity[field] ?? 1));
}

/** How likely two records are of one person, 0 to 1 (Fellegi and Sunter 1969, fields taken as independent). */
export function probabilityOf(model: LinkModel, pair: Compared): number {
  let bits = Math.log2(model.prior / (1 - model.prior));
  for (let field = 0; field < pair.levels.length; field++) bits += fieldEvidence(model, pair, field);
  return 1 / (1 + 2 ** -bits);
}

/** What is taken for the first step: two records of one person mostly agree, the more the closer the level. */
const firstGuess = (levels: number): number[] =>
  shares(
    Array.from({ length: levels }, (_, level) => 0.5 ** level),
    0,
  );

/**
 * Learns a model without being told who is who: expectation–maximisation (Dempster, Laird and Rubin 1977; Winkler 1988).
 * `candidates`: the pairs that may be one person, all others of the `allPairs` being taken as two; `u`: from pairs taken at
 * random, and kept. `begin`: the shares to begin with, by field, which weigh as much as `trust` pairs. Ends when nothing moves any more, after 60 rounds at the latest.
 */
export function learnModel(
  candidates: readonly Compared[],
  u: readonly (readonly number[])[],
  allPairs: number,
  begin: readonly (readonly number[])[] = u.map((levels) => firstGuess(levels.length)),
  trust = 2,
): LinkModel {
  const most = Math.max(1, allPairs);
  let model: LinkModel = { prior: Math.min(0.5, Math.max(1, candidates.length / 20) / most), m: begin, u };
  for (let round = 0; round < 60; round++) {
    const counts = u.map((levels) => levels.map(() => 0));
    let sum = 0;
    for (const pair of candidates) {
      const probability = probabilityOf(model, pair);
      sum += probability;
      pair.levels.forEach((level, field) => {
        const ofField = counts[field];
        if (level !== missing && ofField) ofField[level] = (ofField[level] ?? 0) + probability;
      });
    }
    const next: LinkModel = {
      prior: Math.min(0.5, Math.max(0.5, sum) / most),
      // A little of the beginning stays in, for levels that hardly ever come up.
      m: counts.map((ofField, field) => {
        const start = begin[field] ?? [];
        const total = ofField.reduce((a, b) => a + b, 0) + trust;
        return ofField.map((count, level) => (count + trust * (start[level] ?? 0)) / total);
      }),
      u,
    };
    const moved = Math.max(
      ...next.m.flatMap((ofField, field) => ofField.map((m, level) => Math.abs(m - (model.m[field]?.[level] ?? 0)))),
    );
    model = next;
    if (moved < 1e-5) break;
  }
  return model;
}
