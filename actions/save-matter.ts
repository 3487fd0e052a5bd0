import type { ActResult } from '../records/act.ts';
import { newBase, newId } from '../records/base.ts';
import type { Matter } from '../records/matter.ts';
import type { MatterDraft } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf, runAct } from './run-act.ts';
import { requestOf } from './settle-step.ts';

/**
 * Writes a matter and its steps, new or changed; steps without a title go. A new one of somebody else's stands as a request to
 * the user, let go unanswered as declined. RM-113 without a title, RM-109 for people who are
 * not kept.
 */
export const saveMatter = (draft: MatterDraft, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct('save-matter', deps, async (act) => {
      const { id, ...typed } = draft;
      const title = typed.title.trim();
      if (title === '') throw new Problem('RM-113', 'A matter needs a title. Nothing was written.');
      const steps = typed.steps
        .map((step) => ({ ...step, id: step.id ?? newId(), title: step.title.trim() }))
        .filter((step) => step.title !== '');
      const named = new Set([typed.owner, ...steps.flatMap((step) => step.who ?? [])]);
      named.delete('me');
      for (const personId of named) await act.get('people', personId);
      const before = id === null ? newBase(act.now) : await act.get('matters', id);
      const matter = await act.put('matters', { ...before, ...typed, title, steps });
      if (id === null) await writeRequest(matter, act);
      else if (matter.state === 'dropped') await declineRequest(matter, act);
    }),
  );

async function writeRequest(matter: Matter, act: Act): Promise<void> {
  if (matter.owner === 'me') return;
  const request = await act.put('cooperations', requestOf(matter, act.now));
  await act.put('matters', { ...matter, cooperationId: request.id });
}

/** Nothing of it was done, and nothing will be. */
async function declineRequest(matter: Matter, act: Act): Promise<void> {
  const request = matter.cooperationId ? await act.find('cooperations', matter.cooperationId) : undefined;
  if (request?.answer === 'open')
    await act.put('cooperations', { ...request, answer: 'declined', answeredAt: act.now });
}
