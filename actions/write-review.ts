import type { ActOf } from '../records/act.ts';
import { newBase } from '../records/base.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';

/** Writes the review of an occasion, one an occasion: written again, it is changed. The occasion is then kept for good. */
export async function writeReview(
  { occasionId, given, asked, agreed, next }: ActOf<'write-review'>,
  act: Act,
  deps: ActDeps,
): Promise<void> {
  const occasion = await act.get('occasions', occasionId);
  const before = await deps.store.reviews.where('occasionId').equals(occasionId).first();
  const words = { given, asked, agreed, next };
  await act.put('reviews', { ...(before ?? { ...newBase(act.now), occasionId, writtenAt: act.now }), ...words });
  if (!occasion.pinned) await act.put('occasions', { ...occasion, pinned: true });
}
