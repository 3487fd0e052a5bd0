/**
 * Jaro–Winkler similarity of two texts, 0 to 1 (Winkler 1990: prefix scale 0.1, at most four characters). Equal texts
 * are 1, two empty ones too.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const matchedA: string[] = [];
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length, i + reach + 1);
    for (let j = Math.max(0, i - reach); j < end; j++)
      if (taken[j] === 0 && a[i] === b[j]) {
        taken[j] = 1;
        matchedA.push(a[i] ?? '');
        break;
      }
  }
  const matches = matchedA.length;
  if (matches === 0) return 0;
  let transposed = 0;
  let at = 0;
  for (let j = 0; j < b.length; j++)
    if (taken[j] === 1) {
      if (b[j] !== matchedA[at]) transposed++;
      at++;
    }
  const jaro = (matches / a.length + matches / b.length + (matches - transposed / 2) / matches) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < a.length && a[prefix] === b[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/**
 * Whether two texts differ by at most one slip: a character put in, left out, wrong, or two neighbours swapped
 * (Damerau 1964).
 */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}

/** How alike two texts are, in steps: 0 equal, 1 one slip, 2 much alike, 3 somewhat alike, 4 not alike. */
export function likeness(a: string, b: string): 0 | 1 | 2 | 3 | 4 {
  if (a === b) return 0;
  if (Math.min(a.length, b.length) >= 3 && oneSlip(a, b)) return 1;
  const similar = jaroWinkler(a, b);
  return similar >= 0.9 ? 2 : similar >= 0.78 ? 3 : 4;
}
