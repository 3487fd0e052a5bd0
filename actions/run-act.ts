import { textsOfCooperation, textsOfMatter, textsOfMe, textsOfPerson, textsOfTip } from '../prompts/texts.ts';
import type { ActResult } from '../records/act.ts';
import type { RowChange } from '../records/change.ts';
import type { Cooperation } from '../records/cooperation.ts';
import type { Matter } from '../records/matter.ts';
import type { Person } from '../records/person.ts';
import type { Settings } from '../records/settings.ts';
import type { Tip } from '../records/tip.ts';
import { type Act, type Recorded, recordAct } from '../storage/journal.ts';
import { storeProblem } from '../storage/store-problem.ts';
import type { ActDeps } from './act-deps.ts';
import { keepMeanings } from './keep-meanings.ts';

/** One act: one transaction and one row of the journal; then the meanings of what was written. Throws `Problem`s. */
export async function runAct<T>(name: string, deps: ActDeps, work: (act: Act) => Promise<T>): Promise<Recorded<T>> {
  const recorded = await recordAct(deps.store, { act: name, now: deps.now() }, work);
  await keepMeanings(recorded.rows.flatMap(textsOfRow), deps);
  return recorded;
}

/** The texts of a row, as written, that needs, offers and tips meet by. */
function textsOfRow({ table, after }: RowChange): string[] {
  if (after === null) return [];
  const row: unknown = after;
  switch (table) {
    case 'people':
      return textsOfPerson(row as Person);
    case 'tips':
      return textsOfTip(row as Tip);
    case 'matters':
      return textsOfMatter(row as Matter);
    case 'cooperations':
      return textsOfCooperation(row as Cooperation);
    case 'settings':
      return textsOfMe((row as Settings).me);
    default:
      return [];
  }
}

/** What came of an act, as told to whoever asked for it. `people`: who has the tip that becomes common. Never throws. */
export async function resultOf(
  work: () => Promise<{ changeId: string | null; people?: readonly string[] }>,
): Promise<ActResult> {
  try {
    const { changeId, people = [] } = await work();
    const warning = people.length > 0 ? { code: 'tip-becomes-common' as const, people: [...people] } : null;
    return { ok: true, changeId, warning };
  } catch (error) {
    const { code, message, transient } = storeProblem(error);
    return { ok: false, code, detail: message, transient };
  }
}
