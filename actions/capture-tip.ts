import type { ActOf } from '../records/act.ts';
import { newTip } from '../records/tip.ts';
import type { Act } from '../storage/journal.ts';

/** Keeps a tip. With reach `few`, throws RM-109 when one of the few is not kept. */
export async function captureTip({ act: _, ...given }: ActOf<'capture-tip'>, act: Act): Promise<void> {
  const few = given.reach === 'few' ? [...new Set(given.few)] : [];
  await Promise.all(few.map((id) => act.get('people', id)));
  const topics = [...new Set(given.topics.map((topic) => topic.trim()).filter((topic) => topic !== ''))];
  await act.put('tips', newTip({ ...given, few, topics }, act.now));
}
