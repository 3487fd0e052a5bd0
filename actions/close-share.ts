import type { ActOf } from '../records/act.ts';
import type { Act } from '../storage/journal.ts';

/** A planned share was given, now, or is skipped; with what came of it. */
export async function closeShare({ shareId, state, outcome }: ActOf<'close-share'>, act: Act): Promise<void> {
  const share = await act.get('shares', shareId);
  await act.put('shares', {
    ...share,
    state,
    outcome: outcome === null ? share.outcome : outcome.trim() || null,
    givenAt: state === 'given' ? (share.givenAt ?? act.now) : null,
  });
}
