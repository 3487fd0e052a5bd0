import * as v from 'valibot';

/** What readings of one site came to in one ISO week: read whole, read in part, or not read though it should be, by the part that was missing. */
export const weekHealthSchema = v.object({
  read: v.number(),
  partly: v.number(),
  broken: v.number(),
  /** Name of the missing part → how often. */
  parts: v.record(v.string(), v.number()),
});
export type WeekHealth = v.InferOutput<typeof weekHealthSchema>;

/** Site name → ISO week (`2026-W48`) → what readings came to. Counts alone: no occasion, person or address. */
export const healthSchema = v.record(v.string(), v.record(v.string(), weekHealthSchema));
export type Health = v.InferOutput<typeof healthSchema>;

/** What one reading came to. */
export type Outcome = { site: string; week: string; came: 'read' | 'partly' | 'broken'; part: string | null };

/** So many weeks of each site are kept. */
export const weeksKept = 26;
/** So many different parts of one week are told apart. */
const mostParts = 12;

const day = 86_400_000;

/** The ISO 8601 week (Monday first, the week with Thursday counts) in which a moment (epoch ms) falls, by UTC. */
export function weekOf(at: number): string {
  const date = new Date(at);
  const midnight = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  const thursday = new Date(midnight + (4 - (date.getUTCDay() || 7)) * day);
  const year = thursday.getUTCFullYear();
  const week = Math.ceil(((thursday.getTime() - Date.UTC(year, 0, 1)) / day + 1) / 7);
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const empty = (): WeekHealth => ({ read: 0, partly: 0, broken: 0, parts: {} });

function counted(health: Health, { site, week, came, part }: Outcome, by: 1 | -1): Health {
  const weeks = health[site] ?? {};
  const before = weeks[week] ?? empty();
  const parts = { ...before.parts };
  if (came === 'broken' && part !== null && (part in parts || Object.keys(parts).length < mostParts)) {
    parts[part] = Math.max(0, (parts[part] ?? 0) + by);
    if (parts[part] === 0) delete parts[part];
  }
  const after = { ...before, [came]: Math.max(0, before[came] + by), parts };
  const kept = Object.entries({ ...weeks, [week]: after })
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .slice(0, weeksKept);
  return { ...health, [site]: Object.fromEntries(kept) };
}

/** The health with one more outcome; `instead` is what the same reading had come to before, and is taken out. Pure. */
export const withOutcome = (health: Health, outcome: Outcome, instead: Outcome | null): Health =>
  counted(instead === null ? health : counted(health, instead, -1), outcome, 1);

/** What is kept as health; anything else than that reads as none. */
export function healthOf(value: unknown): Health {
  const parsed = v.safeParse(healthSchema, value);
  return parsed.success ? parsed.output : {};
}
