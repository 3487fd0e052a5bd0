import type { PinyinTable } from '../people/pinyin-table.ts';
import { promptKey } from '../prompts/prompt-key.ts';
import type { ReviewPage } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { personName } from './names-of.ts';
import { occasionPage } from './today.ts';

/** At most so many prompts are listed: those that stood first beside the occasion. */
const most = 6;

/**
 * What a review begins with: who of the occasion is kept, the shares planned for them, and what was prompted beside it. Null
 * where the occasion is gone. `now` in epoch ms.
 */
export async function reviewPage(
  store: Store,
  occasionId: string,
  context: { pinyin: PinyinTable | null; now: number },
): Promise<ReviewPage | null> {
  const brief = await occasionPage(store, occasionId, context);
  if (brief === null) return null;
  const ids = [...new Set(brief.people.flatMap(({ known }) => known?.id ?? []))];
  return store.transaction('r', [store.people, store.shares, store.tips], async () => {
    const people = (await store.people.bulkGet(ids)).filter((one) => one !== undefined).map(personName);
    const planned = (await store.shares.where('state').equals('planned').toArray()).filter((share) =>
      ids.includes(share.personId),
    );
    const tips = await store.tips.bulkGet(planned.map((share) => share.tipId));
    const shares = planned.map((share, n) => ({
      share,
      person: people.find(({ id }) => id === share.personId) ?? { id: share.personId, name: '', organisation: null },
      tip: tips[n]?.text ?? '',
    }));
    const asShares = new Set(planned.map((share) => promptKey.share(share.personId, share.tipId)));
    const prompts = brief.prompts
      .filter(({ key, kind }) => kind !== 'review' && kind !== 'record' && !asShares.has(key))
      .slice(0, most);
    return { people, shares, prompts };
  });
}
