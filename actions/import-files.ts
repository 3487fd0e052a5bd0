import type { PinyinTable } from '../people/pinyin-table.ts';
import { newBase } from '../records/base.ts';
import type { ImportChoices, ImportOutcome, ImportPlan, Progress, RestoreMode } from '../records/planner.ts';
import type { Source } from '../records/source.ts';
import { checkRow } from '../storage/check-row.ts';
import { chunkRows, writeChunk } from '../storage/import-rows.ts';
import { type OpenOptions, openStore } from '../storage/open.ts';
import type { Store } from '../storage/store.ts';
import { storeProblem } from '../storage/store-problem.ts';
import { isEmpty, recordsIn } from './merge-backup.ts';
import { chosenOf, type ParsedFile, parseFile } from './parse-import.ts';
import { newImportId, type PlannedImport, planFiles } from './plan-import.ts';
import { rejectedFile } from './rejected-file.ts';
import { restoreBackup } from './restore-backup.ts';
import { replacedAll, takeBack } from './undo-import.ts';
import { systemZone } from './wall-clock.ts';

/** What importing is handed. */
export interface ImportDeps {
  now: () => number;
  pinyin?: PinyinTable | null;
  zone?: string;
  /** Opens the store; the import has a connection of its own, whose writes need not wait for the disk. */
  options?: OpenOptions;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
  /** Awaited now and then: holds the import up while it waits. */
  gate?: () => Promise<void>;
  /** Rows in one transaction. */
  chunk?: number;
  /** A backup goes in beside what is there also where nothing is kept, so that it can be taken back by itself (the sample). */
  beside?: boolean;
}

const zoneOf = (deps: ImportDeps): string => deps.zone ?? systemZone();

async function readFiles(files: readonly File[], choices: ImportChoices, deps: ImportDeps): Promise<ParsedFile[]> {
  const total = files.reduce((sum, file) => sum + file.size, 0);
  const parsed: ParsedFile[] = [];
  let done = 0;
  let found: Progress['found'];
  const told = () => deps.onProgress?.({ done: Math.min(done, total), total, ...(found && { found }) });
  const context = {
    now: deps.now(),
    zone: zoneOf(deps),
    mappings: choices.mappings,
    gate: async () => {
      await deps.gate?.();
      deps.signal?.throwIfAborted();
    },
    onBytes: (bytes: number) => {
      done += bytes;
      told();
    },
    onFound: (parts: NonNullable<Progress['found']>) => {
      found = [...parts];
      told();
    },
  };
  for (const chosen of chosenOf(files)) {
    await context.gate();
    parsed.push(await parseFile(chosen, context));
  }
  return parsed;
}

async function withStore<T>(deps: ImportDeps, work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ ...deps.options, durability: 'relaxed' });
  try {
    return await work(store);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw storeProblem(error);
  } finally {
    store.close();
  }
}

/** The dry run: what these files would add, change and leave, file by file, and what cannot go in. Writes nothing. Rejects with an `AbortError` when stopped, else with `Problem`s. */
export const planImport = (files: readonly File[], choices: ImportChoices, deps: ImportDeps): Promise<ImportPlan> =>
  withStore(deps, async (store) => {
    const parsed = await readFiles(files, choices, deps);
    const context = {
      now: deps.now(),
      importId: newImportId(),
      pinyin: deps.pinyin ?? null,
      zone: zoneOf(deps),
      choices,
    };
    return (await planFiles(store, parsed, context)).plan;
  });

const nothingDone = {
  added: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  importId: null,
  canceled: true,
  rejected: [],
  rejectedFile: null,
};

/**
 * Imports these files in chunks, each one transaction. Stopped, it takes back what it wrote, so that nothing half-done stays;
 * broken off (the page was closed), the same files again go on where it ended, under the same id. An own backup goes in
 * beside what is there, or in its place; where nothing is kept, always in its place. Throws `Problem`s.
 */
export async function importFiles(
  files: readonly File[],
  choices: ImportChoices,
  restore: RestoreMode,
  deps: ImportDeps,
): Promise<ImportOutcome> {
  try {
    const parsed = await readFiles(files, choices, deps);
    const replaced = await replaceFirst(parsed, restore, deps);
    if (replaced === 'stopped') return nothingDone;
    const rest = replaced === null ? parsed : parsed.filter((file) => file !== replaced);
    const outcome = await withStore(deps, (store) => importBeside(store, rest, choices, deps));
    if (replaced?.backup == null) return outcome;
    const added = outcome.added + recordsIn(replaced.backup.tables);
    return { ...outcome, added, importId: outcome.importId ?? replacedAll };
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return nothingDone;
    throw error;
  }
}

/** Restores the first backup among the files in place of everything, where that is wished or nothing is there; which file it was. */
async function replaceFirst(
  parsed: readonly ParsedFile[],
  restore: RestoreMode,
  deps: ImportDeps,
): Promise<ParsedFile | null | 'stopped'> {
  const file = parsed.find((one) => one.backup !== null);
  if (file?.backup == null) return null;
  if (deps.beside || (restore === 'merge' && !(await withStore(deps, isEmpty)))) return null;
  const done = await restoreBackup(file.backup, deps);
  return done ? file : 'stopped';
}

/** An import of these very files that was broken off, to be gone on with. */
async function brokenOff(store: Store, files: readonly ParsedFile[]): Promise<string | null> {
  const digests = files.map((file) => file.digest);
  const sources = await store.sources.where('digest').anyOf(digests).toArray();
  return sources.find((source) => source.finished === false && !source.undone)?.importId ?? null;
}

async function importBeside(
  store: Store,
  files: readonly ParsedFile[],
  choices: ImportChoices,
  deps: ImportDeps,
): Promise<ImportOutcome> {
  const earlier = await brokenOff(store, files);
  const importId = earlier ?? newImportId();
  const now = deps.now();
  const context = { now, importId, pinyin: deps.pinyin ?? null, zone: zoneOf(deps), choices };
  const planned = await planFiles(store, files, context);
  const { counts } = planned.plan;
  const rejected = rejectedFile(files);
  if (planned.writes.length === 0 && earlier === null)
    return { ...counts, importId: null, canceled: false, rejected: planned.plan.rejected, rejectedFile: rejected };
  const sources = await sourcesOf(store, files, planned, importId, now);
  await store.sources.bulkPut(sources);
  const canceled = !(await writeAll(store, planned, importId, deps));
  if (canceled) {
    await takeBack(store, importId, deps.now());
    return nothingDone;
  }
  await store.sources.bulkPut(sources.map((source) => ({ ...source, finished: true })));
  return { ...counts, importId, canceled, rejected: planned.plan.rejected, rejectedFile: rejected };
}

/** Writes chunk by chunk; false when it was stopped. */
async function writeAll(store: Store, { writes }: PlannedImport, importId: string, deps: ImportDeps): Promise<boolean> {
  const { chunk = chunkRows } = deps;
  for (let i = 0; i < writes.length; i += chunk) {
    await deps.gate?.();
    if (deps.signal?.aborted) return false;
    await writeChunk(store, writes.slice(i, i + chunk), { act: 'import', importId, now: deps.now() });
    deps.onProgress?.({ done: Math.min(writes.length, i + chunk), total: writes.length });
  }
  return !deps.signal?.aborted;
}

/** A row for each file of which something goes in; of an import gone on with, the rows it had. */
async function sourcesOf(
  store: Store,
  files: readonly ParsedFile[],
  { plan }: PlannedImport,
  importId: string,
  now: number,
): Promise<Source[]> {
  const before = await store.sources.filter((source) => source.importId === importId).toArray();
  return files.map((file, i) => {
    const { added = 0, updated = 0, skipped = 0, failed = 0 } = plan.files[i]?.counts ?? {};
    const there = before.find((source) => source.digest === file.digest);
    return checkRow('sources', {
      ...(there ?? newBase(now)),
      updatedAt: now,
      kind: 'file',
      name: file.name.slice(0, 500),
      digest: file.digest,
      importedAt: now,
      added: added + (there?.added ?? 0),
      updated: updated + (there?.updated ?? 0),
      skipped,
      failed,
      undone: false,
      mapping: file.table === null ? null : { ...file.table.mapping },
      importId,
      finished: false,
    });
  });
}
