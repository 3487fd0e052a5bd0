import type { ActResult } from '../records/act.ts';
import type { ManyChange } from '../records/planner.ts';
import type { ActDeps } from './act-deps.ts';
import { removeWithAll } from './remove.ts';
import { resultOf, runAct } from './run-act.ts';

/** Does one thing with several people, as one act that one undo takes back. RM-109 where one of them is gone; then nothing is written. */
export const changeMany = (ids: readonly string[], change: ManyChange, deps: ActDeps): Promise<ActResult> =>
  resultOf(() =>
    runAct(`${change.do}-many`, deps, async (act) => {
      for (const id of new Set(ids)) {
        const person = await act.get('people', id);
        switch (change.do) {
          case 'potential':
            if ((person.potentialSince !== null) !== change.on)
              await act.put('people', { ...person, potentialSince: change.on ? act.now : null });
            break;
          case 'tag': {
            const tag = change.tag.trim();
            if (tag !== '' && !person.tags.includes(tag))
              await act.put('people', { ...person, tags: [...person.tags, tag] });
            break;
          }
          case 'delete':
            await removeWithAll('people', id, act, deps.store);
            break;
        }
      }
    }),
  );
