import { fileSite, planOccasions } from '../interchange/import-occasions.ts';
import { longestPaste, parsePaste, theNext } from '../interchange/paste.ts';
import type { ActResult } from '../records/act.ts';
import type { PasteResult } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import { occasionAt } from '../storage/occasions.ts';
import { readSettings } from '../storage/settings.ts';
import type { ActDeps } from './act-deps.ts';
import { sightingsOf } from './keep-seen.ts';
import { resultOf, runAct } from './run-act.ts';
import { systemZone } from './wall-clock.ts';

/**
 * Makes an occasion of a pasted text: a list of names and addresses, an invitation, a mail's headers, a calendar file, cards.
 * The same text again is the same occasion. Of several the next one. One act, which can be undone. RM-211 where nobody is
 * named, RM-212 where the text is too long.
 */
export async function pasteOccasion(text: string, deps: ActDeps): Promise<PasteResult> {
  let more: Omit<PasteResult, keyof ActResult> = {};
  const result = await resultOf(async () => {
    if (text.length > longestPaste)
      throw new Problem(
        'RM-212',
        `The text is longer than ${longestPaste} characters. Save it as a file and import it.`,
      );
    const zone = systemZone();
    const now = deps.now();
    const all = await parsePaste(text, { now, zone });
    const one = theNext(all, now);
    if (one === null)
      throw new Problem(
        'RM-211',
        'There is nobody in this text: neither an address nor a list of names. Nothing was written.',
      );
    return runAct('paste-occasion', deps, async (act) => {
      const { me } = await readSettings(deps.store, now);
      const before = await occasionAt(deps.store, fileSite, one.ref);
      const mine = new Set(me.addresses.map(({ key }) => key));
      const { whenText, ...parsed } = one;
      const existing = new Map(before === null ? [] : [[one.ref, before]]);
      const [plan] = planOccasions([{ ...parsed, line: 1 }], existing, { now, importId: '', mine });
      if (plan === undefined || (plan.is === 'skip' && plan.why === 'alone'))
        throw new Problem('RM-211', 'There is nobody but you in this text. Nothing was written.');
      const planned = plan.is === 'skip' ? before : plan.after;
      if (planned === null) throw new Problem('RM-211', 'There is nobody in this text. Nothing was written.');
      const kept = await act.put('occasions', {
        ...planned,
        startAt: one.startAt === null && one.kind === 'meeting' ? null : planned.startAt,
        whenText,
        importId: before?.importId ?? null,
        lastSeenAt: now,
        pinned: true,
      });
      for (const sighting of await sightingsOf(deps.store, kept, { now, zone })) await act.put('sightings', sighting);
      more = {
        occasionId: kept.id,
        people: kept.participants.filter(({ self }) => !self).length,
        others: all.length - 1,
      };
    });
  });
  return { ...result, ...more };
}
