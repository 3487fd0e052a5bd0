/** Two records by their places in the list, the smaller first. */
export type Pair = readonly [number, number];

/** A block of more records than this says too little about who is who, and would make too many pairs. */
const largestBlock = 60;

/**
 * The pairs that share at least one key, each once. A key that more than `largest` records have is passed over, for what
 * everybody has tells nobody apart.
 */
export function pairsByKeys(keys: readonly (readonly string[])[], largest = largestBlock): Pair[] {
  const blocks = new Map<string, number[]>();
  keys.forEach((own, i) => {
    for (const key of new Set(own)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [i]);
      else block.push(i);
    }
  });
  const seen = new Set<number>();
  const pairs: Pair[] = [];
  for (const block of blocks.values()) {
    if (block.length > largest) continue;
    for (const [k, a] of block.entries())
      for (const b of block.slice(k + 1)) {
        const id = a * keys.length + b;
        if (seen.has(id)) continue;
        seen.add(id);
        pairs.push([a, b]);
      }
  }
  return pairs;
}

/** `count` pairs taken at random (seeded, so that the same list gives the same ones), none of a record with itself. */
export function pairsAtRandom(records: number, count: number, seed = 1): Pair[] {
  if (records < 2) return [];
  let state = seed;
  // Park and Miller's generator (1988).
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  return Array.from({ length: count }, () => {
    const a = Math.floor(next() * records);
    const b = (a + 1 + Math.floor(next() * (records - 1))) % records;
    return a < b ? ([a, b] as const) : ([b, a] as const);
  });
}
