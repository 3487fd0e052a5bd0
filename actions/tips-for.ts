import { Fit } from '../prompts/fit.ts';
import { isBarred } from '../prompts/gates.ts';
import { textOfTip } from '../prompts/texts.ts';
import type { TipChoice } from '../records/brief.ts';
import type { Share } from '../records/share.ts';
import type { Tip } from '../records/tip.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';

/** So many tips are offered at most. */
const offered = 50;

/**
 * The tips that may be given to one person, for choosing one: what its reach allows first, then what meets a need or a
 * topic of this person best, then the newest. Left out: confidential and ended ones, and those that this person has. `personId`
 * null: somebody not kept yet. `now` in epoch ms. Throws `Problem`s.
 */
export async function tipsFor(
  personId: string | null,
  { store, now }: { store: Store; now: () => number },
): Promise<TipChoice[]> {
  try {
    const at = now();
    const [tips, shares, person] = await Promise.all([
      store.tips.toArray(),
      store.shares.filter((share) => share.state !== 'skipped').toArray(),
      personId === null ? undefined : store.people.get(personId),
    ]);
    const sharesOf = new Map<string, Share[]>();
    for (const share of shares) sharesOf.set(share.tipId, [...(sharesOf.get(share.tipId) ?? []), share]);
    const has = (tip: Tip) =>
      sharesOf.get(tip.id)?.some((share) => share.personId === personId && share.state === 'given') === true;
    const givable = tips.filter((tip) => isBarred(tip, at) === null && !has(tip));

    const wants = person === undefined ? [] : [...person.needs.map((need) => need.text), ...person.topics];
    const texts = [...new Set([...wants, ...givable.map(textOfTip)])];
    const meanings = wants.length === 0 ? [] : await store.meanings.bulkGet(texts);
    const fit = new Fit(new Map(meanings.flatMap((row) => (row === undefined ? [] : [[row.key, row.vector]]))));
    const fitOf = (tip: Tip) => Math.max(0, ...wants.map((want) => fit.of(want, textOfTip(tip))));

    const ranked = givable
      .map((tip) => ({ tip, allowed: isAllowed(tip, personId, sharesOf.get(tip.id) ?? []), fit: fitOf(tip) }))
      .sort((a, b) => Number(b.allowed) - Number(a.allowed) || b.fit - a.fit || b.tip.learnedAt - a.tip.learnedAt)
      .slice(0, offered);
    const holders = ranked.flatMap(({ tip }) => (sharesOf.get(tip.id) ?? []).map((share) => share.personId));
    const names = new Map(
      (await store.people.bulkGet([...new Set(holders)])).flatMap((one) =>
        one === undefined ? [] : [[one.id, one.name]],
      ),
    );
    return ranked.map(({ tip, allowed }) => ({
      id: tip.id,
      line: (tip.text.split('\n')[0] ?? '').slice(0, 500),
      reach: tip.reach,
      expiresAt: tip.expiresAt,
      wentTo: (sharesOf.get(tip.id) ?? []).flatMap((share) =>
        share.personId === personId ? [] : (names.get(share.personId) ?? []),
      ),
      allowed,
    }));
  } catch (error) {
    throw storeProblem(error);
  }
}

/** Whether one more person stays within the tip's reach. */
function isAllowed(tip: Tip, personId: string | null, shares: readonly Share[]): boolean {
  if (tip.reach === 'open') return true;
  if (tip.reach === 'few') return personId !== null && tip.few.includes(personId);
  return shares.every((share) => share.personId === personId);
}
