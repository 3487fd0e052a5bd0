import { csvFields, fieldOf } from '../interchange/csv-mapping.ts';
import { fileSite, type PlannedOccasion, planOccasions } from '../interchange/import-occasions.ts';
import { changeId, type PlannedPerson, planPeople } from '../interchange/import-people.ts';
import { planSightings } from '../interchange/import-sightings.ts';
import { ownAddresses, peopleOfMail } from '../interchange/mail-people.ts';
import type { ParsedOccasion } from '../interchange/parsed.ts';
import { addressKey } from '../people/address-key.ts';
import type { PinyinTable } from '../people/pinyin-table.ts';
import { newId } from '../records/base.ts';
import type { ImportChoices, ImportCounts, ImportPlan, PlannedFile, Rejected } from '../records/planner.ts';
import { Problem } from '../records/problem.ts';
import type { Settings } from '../records/settings.ts';
import { checkRow } from '../storage/check-row.ts';
import type { RowWrite } from '../storage/import-rows.ts';
import { peopleByKeys } from '../storage/people.ts';
import { readSettings } from '../storage/settings.ts';
import { sightingsByKeys } from '../storage/sightings.ts';
import type { Store } from '../storage/store.ts';
import { existingFor } from './import-existing.ts';
import { isEmpty, mergeBackup } from './merge-backup.ts';
import type { ParsedFile } from './parse-import.ts';

/** The dry run, with the rows that the real one would write. */
export interface PlannedImport {
  plan: ImportPlan;
  writes: RowWrite[];
}

/** What planning is handed besides the files. `now` in epoch ms. */
export interface PlanContext {
  now: number;
  importId: string;
  pinyin: PinyinTable | null;
  /** IANA name: whose days are counted. */
  zone: string;
  choices: ImportChoices;
}

type Planned = PlannedPerson | PlannedOccasion;

const sum = (all: readonly ImportCounts[]): ImportCounts =>
  all.reduce(
    (a, b) => ({
      added: a.added + b.added,
      updated: a.updated + b.updated,
      skipped: a.skipped + b.skipped,
      failed: a.failed + b.failed,
    }),
    { added: 0, updated: 0, skipped: 0, failed: 0 },
  );

const countsOf = (plans: readonly Planned[]): ImportCounts => ({
  added: plans.filter((one) => one.is === 'add').length,
  updated: plans.filter((one) => one.is === 'update').length,
  skipped: plans.filter((one) => one.is === 'skip').length,
  failed: 0,
});

/** Splits what was planned for all files together into what belongs to each. */
function byFile<P extends Planned>(plans: readonly P[], lengths: readonly number[]): P[][] {
  let at = 0;
  return lengths.map((length) => {
    at += length;
    return plans.slice(at - length, at);
  });
}

/** The rows of planned entries; what does not fit its table is told as rejected instead. */
function writesOf(
  table: 'people' | 'occasions',
  plans: readonly Planned[],
  file: string,
): { writes: RowWrite[]; rejected: Rejected[]; good: Planned[] } {
  const writes: RowWrite[] = [];
  const rejected: Rejected[] = [];
  const good = plans.filter((one) => {
    if (one.is === 'skip') return true;
    try {
      const after = checkRow(table, one.after);
      writes.push({ table, before: one.is === 'update' ? one.before : null, after });
      return true;
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      rejected.push({ file, place: one.line, reason: error.code, detail: error.message });
      return false;
    }
  });
  return { writes, rejected, good };
}

/** Everybody met on these occasions who is nobody kept, neither before nor by this import. */
async function sightingsMet(
  store: Store,
  occasions: readonly PlannedOccasion[],
  people: readonly PlannedPerson[],
  context: PlanContext,
): Promise<RowWrite[]> {
  const met = occasions.flatMap((plan) => (plan.is === 'skip' ? [] : plan.after.keys));
  const held = [...(await peopleByKeys(store, met))].flatMap(([key, some]) => (some.length > 0 ? [key] : []));
  const added = people.flatMap((plan) => (plan.is === 'skip' ? [] : plan.after.keys));
  const existing = { people: new Set([...held, ...added]), sightings: await sightingsByKeys(store, met) };
  return planSightings(occasions, existing, context).map(({ before, after }) => ({
    table: 'sightings',
    before,
    after: checkRow('sightings', after),
  }));
}

/** Addresses that are now a person's are no mere sightings any more. */
async function sightingsTaken(store: Store, writes: readonly RowWrite[]): Promise<RowWrite[]> {
  const keys = new Set(
    writes.flatMap(({ table, after }) => (table === 'people' ? (Reflect.get(after ?? {}, 'keys') as string[]) : [])),
  );
  if (keys.size === 0) return [];
  const taken = (await store.sightings.toArray()).filter((sighting) => keys.has(sighting.key));
  return taken.map((sighting) => ({ table: 'sightings', before: sighting, after: null }));
}

/** Works out what these files together would do to the store, without writing anything. */
export async function planFiles(
  store: Store,
  files: readonly ParsedFile[],
  context: PlanContext,
): Promise<PlannedImport> {
  const settings = await readSettings(store, context.now);
  const { choices } = context;
  const own = await ownOf(files, settings, choices);
  const refused = new Set(choices.refused);
  const peopleIn = files.map((file) => [...file.people, ...peopleOfMail(file.occasions, own.mine, addressKey)]);
  const people = peopleIn.flat();
  const occasions = files
    .flatMap((file) => file.occasions)
    .map((one) => (choices.subjects ? one : withoutSubject(one)));
  const { mine } = own;
  const plannedPeople = planPeople(people, await existingFor(store, people), { ...context, mine, refused });
  const kept =
    occasions.length === 0
      ? []
      : await store.occasions.where('[site+ref]').between([fileSite], [fileSite, []]).toArray();
  const existing = new Map(kept.map((one) => [one.ref, one]));
  const plannedOccasions = planOccasions(occasions, existing, { ...context, mine });
  const peopleOf = byFile(
    plannedPeople,
    peopleIn.map((all) => all.length),
  );
  const occasionsOf = byFile(
    plannedOccasions,
    files.map((file) => file.occasions.length),
  );
  const intoEmpty = await isEmpty(store);
  const writes: RowWrite[] = [];
  const planned: PlannedFile[] = [];
  const rejected: Rejected[] = [];
  for (const [i, file] of files.entries()) {
    const parts = [
      writesOf('people', peopleOf[i] ?? [], file.name),
      writesOf('occasions', occasionsOf[i] ?? [], file.name),
    ];
    writes.push(...parts.flatMap((part) => part.writes));
    const out = [...file.rejected, ...parts.flatMap((part) => part.rejected)];
    rejected.push(...out);
    const merged = file.backup === null ? null : await mergeBackup(store, file.backup.tables);
    if (merged !== null) writes.push(...merged.writes);
    const told = { added: 0, updated: 0, skipped: file.passedOver, failed: out.length };
    const counts = sum([
      told,
      ...parts.map((part) => countsOf(part.good)),
      ...(merged === null ? [] : [{ ...merged, failed: 0 }]),
    ]);
    planned.push({
      name: file.name,
      kind: file.kind,
      counts,
      columns: columnsOf(file),
      parts: file.parts,
      backup: backupOf(file, intoEmpty),
    });
  }
  if (own.write !== null && writes.length > 0) writes.push(own.write);
  writes.push(...(await sightingsMet(store, plannedOccasions, plannedPeople, context)));
  writes.push(...(await sightingsTaken(store, writes)));
  const counts = sum(planned.map((file) => file.counts));
  const changes = plannedPeople.flatMap((plan) => (plan.is === 'update' ? (plan.changes ?? []) : []));
  return {
    plan: {
      files: planned,
      counts,
      rejected,
      own: own.guesses,
      changes: changes.map((change) => ({ ...change, id: changeId(change) })),
    },
    writes,
  };
}

/** A mail whose subject is left out, as the user chose. */
const withoutSubject = (one: ParsedOccasion): ParsedOccasion => (one.messages ? { ...one, title: null } : one);

interface Own {
  /** The keys of the user's own addresses, those confirmed now among them. */
  mine: Set<string>;
  guesses: ImportPlan['own'];
  /** Puts what was confirmed into the settings. */
  write: RowWrite | null;
}

/** Whose mail this is: as the settings say, and as worked out from the mail and confirmed. */
async function ownOf(files: readonly ParsedFile[], settings: Settings, { own }: ImportChoices): Promise<Own> {
  const before = new Set(settings.me.addresses.map(({ key }) => key));
  const threads = files.flatMap((file) => file.occasions).filter((one) => one.messages !== undefined);
  if (threads.length === 0) return { mine: before, guesses: null, write: null };
  const guesses = ownAddresses(threads, addressKey).filter(({ key }) => !before.has(key));
  const confirmed = guesses.filter(({ key }) => own === null || own.includes(key));
  const addresses = [...settings.me.addresses, ...confirmed.map(({ address, key }) => ({ written: address, key }))];
  const after = checkRow('settings', { ...settings, me: { ...settings.me, addresses } });
  return {
    mine: new Set([...before, ...confirmed.map(({ key }) => key)]),
    guesses: guesses.map(({ address, key, messages }) => ({ address, key, messages })),
    write: confirmed.length === 0 ? null : { table: 'settings', before: settings, after },
  };
}

function columnsOf({ table }: ParsedFile): PlannedFile['columns'] {
  if (table === null) return null;
  const samples = table.read.rows.slice(0, 5).map((row) => row.cells);
  const { headings } = table.read;
  const sure = headings.every((heading) => fieldOf(heading) !== null);
  return { headings, samples, mapping: table.mapping, fields: csvFields, sure };
}

function backupOf({ backup }: ParsedFile, intoEmpty: boolean): PlannedFile['backup'] {
  if (backup === null) return null;
  const tables = Object.fromEntries(Object.entries(backup.tables).map(([table, rows]) => [table, rows.length]));
  return { exportedAt: backup.exportedAt, tables, intoEmpty };
}

/** A new import's id. */
export const newImportId = (): string => newId();
