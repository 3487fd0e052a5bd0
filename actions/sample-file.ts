const day = 86_400_000;

/** What the sample is called among the imports. */
export const sampleName = 'Renmai sample';

/** Every number in a backup from here on is a time in epoch ms (2001-09-09); counts and days are far below. */
const earliest = 1e12;

function moved(value: unknown, by: number): unknown {
  if (typeof value === 'number') return value >= earliest ? value + by : value;
  if (Array.isArray(value)) return value.map((one) => moved(one, by));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, moved(one, by)]));
}

/**
 * The sample's backup, told from the day of `exportedAt`, as a file told from today: all its times moved by the whole days
 * gone since. `now` in epoch ms.
 */
export function sampleFile(text: string, now: number): File {
  const sample = JSON.parse(text) as { exportedAt: string };
  const told = Date.parse(sample.exportedAt);
  const by = Math.floor((now - told) / day) * day;
  const moving = { ...(moved(sample, by) as object), exportedAt: new Date(told + by).toISOString() };
  return new File([JSON.stringify(moving)], sampleName, { type: 'application/json' });
}
