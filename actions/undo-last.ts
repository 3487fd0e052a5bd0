import type { ActResult } from '../records/act.ts';
import { Problem } from '../records/problem.ts';
import { undo } from '../storage/undo.ts';
import type { ActDeps } from './act-deps.ts';
import { resultOf } from './run-act.ts';

/** Acts that are no step of the user's own to be taken back by a key: whole imports have a button of their own. */
const notByKey = new Set(['undo', 'import', 'restore']);

/** So far back the last act is looked for. */
const lookedAt = 200;

/** Takes the newest act back that was not taken back before. RM-112 where there is none. */
export const undoLast = (deps: ActDeps): Promise<ActResult & { act?: string }> => {
  let name: string | undefined;
  return resultOf(async () => {
    const newest = await deps.store.changes.orderBy('createdAt').reverse().limit(lookedAt).toArray();
    const last = newest.find(({ act, undone, importId }) => !undone && importId === null && !notByKey.has(act));
    if (last === undefined)
      throw new Problem('RM-112', 'There is nothing to undo: nothing was done yet, or all of it was taken back.');
    name = last.act;
    return { changeId: (await undo(deps.store, last.id, deps.now())).changeId };
  }).then((result) => (result.ok && name !== undefined ? { ...result, act: name } : result));
};
