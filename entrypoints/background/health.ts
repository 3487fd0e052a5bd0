import { browser } from 'wxt/browser';
import { healthOf, type Outcome, weekOf, withOutcome } from '../../records/health.ts';
import type { Reading } from '../../records/occasion.ts';
import { healthKey } from '../shared/health-key.ts';

/** A page is told by what it came to once it has said the same for so long, ms: while it is drawn, parts are missing. */
const settled = 1_500;

/** What a tab's page came to last. `on`: what stands open, so that a fuller reading of it takes the place of the first. */
type Noted = { on: string; outcome: Outcome };

function outcomeOf(reading: Reading, now: number): Noted | null {
  const week = weekOf(now);
  if (reading.state === 'broken') {
    const { site, part } = reading;
    return { on: `broken ${site}`, outcome: { site, week, came: 'broken', part } };
  }
  if (reading.state !== 'occasion') return null;
  const { site, ref, extent, unconfirmed } = reading.occasion;
  const came = extent.complete || unconfirmed ? 'read' : 'partly';
  return { on: `${site} ${ref}`, outcome: { site, week, came, part: null } };
}

/** Keeps count of what readings come to, by site and week: counts alone, never what was read. */
export function healthKeeper(): { noted(tabId: number, reading: Reading): void } {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();
  const counted = new Map<number, Noted>();
  let queue: Promise<void> = Promise.resolve();

  async function count(tabId: number, now: Noted): Promise<void> {
    const before = counted.get(tabId);
    const same = before?.on === now.on;
    if (same && before.outcome.came === now.outcome.came) return;
    counted.set(tabId, now);
    const health = healthOf((await browser.storage.local.get(healthKey))[healthKey]);
    const after = withOutcome(health, now.outcome, same ? before.outcome : null);
    await browser.storage.local.set({ [healthKey]: after });
  }

  return {
    noted(tabId, reading) {
      clearTimeout(waiting.get(tabId));
      const now = outcomeOf(reading, Date.now());
      if (now === null) return;
      waiting.set(
        tabId,
        setTimeout(() => {
          queue = queue.then(() => count(tabId, now)).catch((cause) => console.warn('Not counted', cause));
        }, settled),
      );
    },
  };
}
