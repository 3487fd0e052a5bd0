import { csvText } from '../interchange/csv-export.ts';
import { calendarText, type PlannedEvent } from '../interchange/icalendar-export.ts';
import { vcardText } from '../interchange/vcard-export.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import type { ExportKind } from '../records/planner.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';

/** What exporting is handed. `now` in epoch ms; `summary`: how a planned share is called in the calendar. */
export interface ExportDeps {
  now: number;
  pinyin: PinyinTable | null;
  summary: (share: { person: string; tip: string }) => string;
}

const types: Record<ExportKind, readonly [ending: string, type: string]> = {
  vcard4: ['vcf', 'text/vcard;charset=utf-8'],
  vcard3: ['vcf', 'text/vcard;charset=utf-8'],
  csv: ['csv', 'text/csv;charset=utf-8'],
  icalendar: ['ics', 'text/calendar;charset=utf-8'],
};

/** Shares that are planned for a time, and whose tip is not confidential. */
async function plannedEvents(store: Store, { summary }: ExportDeps): Promise<PlannedEvent[]> {
  const shares = await store.shares.where('state').equals('planned').toArray();
  const [people, tips] = await Promise.all([
    store.people.bulkGet(shares.map((share) => share.personId)),
    store.tips.bulkGet(shares.map((share) => share.tipId)),
  ]);
  return shares.flatMap((share, i) => {
    const [person, tip] = [people[i], tips[i]];
    if (share.plannedFor === null || person === undefined || tip === undefined || tip.confidential) return [];
    return {
      id: share.id,
      summary: summary({ person: person.name, tip: tip.text }),
      description: [share.whyYou, tip.text].filter((text) => text !== '').join('\n'),
      at: share.plannedFor,
      updatedAt: share.updatedAt,
    };
  });
}

/** People or planned shares as a file for other programs; nothing confidential is in it. Throws `Problem`s. */
export async function exportFile(
  store: Store,
  kind: ExportKind,
  deps: ExportDeps,
): Promise<{ name: string; blob: Blob }> {
  try {
    const [ending, type] = types[kind];
    const people = kind === 'icalendar' ? [] : await store.people.orderBy('id').toArray();
    const pieces =
      kind === 'icalendar'
        ? calendarText(await plannedEvents(store, deps), deps.now)
        : kind === 'csv'
          ? csvText(people)
          : vcardText(people, kind === 'vcard3' ? '3.0' : '4.0', deps.pinyin);
    const day = new Date(deps.now).toISOString().slice(0, 10);
    const what = kind === 'icalendar' ? 'planned' : 'people';
    return { name: `renmai-${what}-${day}.${ending}`, blob: new Blob([...pieces], { type }) };
  } catch (error) {
    throw storeProblem(error);
  }
}
