import { browser } from 'wxt/browser';
import { type ActDeps, type Scope, scopeOf } from '../../actions/act-deps.ts';
import { answerStep, askForStep } from '../../actions/ask-for-step.ts';
import { changeMany } from '../../actions/change-many.ts';
import { decideDuplicate } from '../../actions/decide-duplicate.ts';
import { eraseEverything } from '../../actions/erase-everything.ts';
import { fillMeanings } from '../../actions/fill-meanings.ts';
import { findIndex } from '../../actions/find-index.ts';
import { introductionIdeas, reasonsAgainst } from '../../actions/introduction-ideas.ts';
import { learned } from '../../actions/learned.ts';
import { listImports } from '../../actions/list-imports.ts';
import { listIntroductions } from '../../actions/list-introductions.ts';
import { listMatters } from '../../actions/list-matters.ts';
import { listNames, listPeople } from '../../actions/list-people.ts';
import { listReviews } from '../../actions/list-reviews.ts';
import { listTips } from '../../actions/list-tips.ts';
import { meetingsWith } from '../../actions/meetings-with.ts';
import { mergePeople } from '../../actions/merge-people.ts';
import { perform } from '../../actions/perform.ts';
import { personPage } from '../../actions/person-page.ts';
import { practice } from '../../actions/practice.ts';
import { remove } from '../../actions/remove.ts';
import { reviewOccasion } from '../../actions/review-occasion.ts';
import { reviewPage } from '../../actions/review-page.ts';
import { sampleFile } from '../../actions/sample-file.ts';
import { saveIntroduction } from '../../actions/save-introduction.ts';
import { saveMatter } from '../../actions/save-matter.ts';
import { savePerson } from '../../actions/save-person.ts';
import { saveSettings } from '../../actions/save-settings.ts';
import { saveTip } from '../../actions/save-tip.ts';
import { settleStep } from '../../actions/settle-step.ts';
import { storeStatus } from '../../actions/store-status.ts';
import { tipChoices } from '../../actions/tip-choices.ts';
import { tipTakers, topicsFor } from '../../actions/tip-takers.ts';
import { occasionPage, today } from '../../actions/today.ts';
import { undoLast } from '../../actions/undo-last.ts';
import { whoCouldHelp } from '../../actions/who-could-help.ts';
import type { PlannerServices, Watched, WatchName } from '../../components/planner/services.ts';
import { shownProblem } from '../../components/planner/services-context.tsx';
import { guard } from '../../prompts/guard.ts';
import { addableFamilies, labelOf, sites } from '../../readers/sites.ts';
import type { ActResult } from '../../records/act.ts';
import type { Occasion } from '../../records/occasion.ts';
import { noChoices } from '../../records/planner.ts';
import { readSettings } from '../../storage/settings.ts';
import type { Store } from '../../storage/store.ts';
import { storeProblem } from '../../storage/store-problem.ts';
import { meaningOf, pinyinTable } from '../background/tables.ts';
import { accessNow } from '../shared/access.ts';
import { ownFile } from '../shared/own-file.ts';
import { takeCapture } from '../shared/waiting-capture.ts';
import { liveStore } from './live-store.ts';
import { forgetSites, siteServices } from './site-services.ts';

const now = (): number => Date.now();

type Queries = { [N in WatchName]: (store: Store, argument: Watched[N]['with']) => Promise<Watched[N]['gives']> };

/** The first page of the first site that shows this kind of occasion. */
const pageOf = (kind: Occasion['kind']): string =>
  sites.flatMap((site) => (site.kinds.includes(kind) ? site.hosts.map((host) => `https://${host}/`) : []))[0] ?? '';

/** Tells the background that this page changed the store, so that open panels follow. Nobody listens while it sleeps: then it reads anew anyway. */
const tellBackground = (): void => void browser.runtime.sendMessage({ type: 'store-changed' }).catch(() => undefined);

/** The planner's services over this page's store. Call it once. */
export function plannerServices(): PlannerServices {
  const live = liveStore();

  const queries: Queries = {
    today: async (store) => today(store, { pinyin: await pinyinTable(), now: now() }),
    people: (store) => listPeople(store, now()),
    names: (store) => listNames(store),
    person: (store, id) => personPage(store, id, now()),
    tips: (store) => listTips(store),
    introductions: (store) => listIntroductions(store),
    introductionIdeas: (store) => introductionIdeas(store, now()),
    reasonsAgainst: (store, pair) => {
      const [aId = '', bId = ''] = pair.split('\n');
      return reasonsAgainst(store, aId, bId);
    },
    takers: (store, tipId) => tipTakers(store, tipId, now()),
    meetingsWith: (store, personId) => meetingsWith(store, personId, now()),
    matters: (store) => listMatters(store),
    reviews: (store) => listReviews(store, now()),
    reviewPage: async (store, id) => reviewPage(store, id, { pinyin: await pinyinTable(), now: now() }),
    occasion: async (store, id) => occasionPage(store, id, { pinyin: await pinyinTable(), now: now() }),
    findIndex: (store) => findIndex(store, now()),
    practice: (store) => practice(store, now()),
    imports: (store) => listImports(store),
    settings: (store) => readSettings(store, now()),
    learned: (store) => learned(store, now()),
    store: (store) => storeStatus(store, navigator.storage ?? null),
  };

  const deps = async (scope?: Scope): Promise<ActDeps> => {
    const [store, pinyin] = await Promise.all([live.opened(), pinyinTable()]);
    return { store, now, pinyin, encode: meaningOf, ...(scope && { scope }) };
  };

  const scopeAt = async (occasionId: string | null): Promise<Scope | undefined> => {
    if (occasionId === null) return undefined;
    const [store, pinyin] = await Promise.all([live.opened(), pinyinTable()]);
    const brief = await occasionPage(store, occasionId, { pinyin, now: now() });
    return brief === null ? undefined : scopeOf(brief);
  };

  /** An act, also when the store does not open: then it is a result with its number. */
  async function acted<R extends ActResult>(act: (deps: ActDeps) => Promise<R>, scope?: Scope): Promise<R | ActResult> {
    try {
      const result = await act(await deps(scope));
      if (result.ok) tellBackground();
      return result;
    } catch (error) {
      const { code, message, transient } = storeProblem(error);
      return { ok: false, code, detail: message, transient };
    }
  }

  /** The meanings of texts that came without one: from files, or written while the table of words was not at hand. */
  async function catchUp(): Promise<void> {
    try {
      if ((await fillMeanings({ store: await live.opened(), encode: meaningOf })) > 0) tellBackground();
    } catch (error) {
      console.warn('Meanings are filled in the next time', error);
    }
  }

  const runImport: PlannerServices['runImport'] = async (files, choices, restore, onProgress, control) => {
    const { importFiles } = await import('../../actions/import-files.ts');
    const outcome = await importFiles(files, choices, restore, {
      now,
      pinyin: await pinyinTable(),
      onProgress,
      ...control,
    });
    // A backup may have taken the place of the database that is open here.
    live.reopen();
    tellBackground();
    void catchUp();
    return outcome;
  };

  return {
    now,
    watch(name, argument, onAnswer, onProblem) {
      return live.watch(
        (store) => queries[name](store, argument),
        onAnswer,
        (error) => onProblem(shownProblem(storeProblem(error))),
      );
    },
    perform: async (act, occasionId) => {
      try {
        return await acted((given) => perform(act, given), await scopeAt(occasionId ?? null));
      } catch (error) {
        const { code, message, transient } = storeProblem(error);
        return { ok: false, code, detail: message, transient };
      }
    },
    async tipsFor(whom, occasionId) {
      return tipChoices(whom, await deps(await scopeAt(occasionId)));
    },
    guard: (tip, shares, personId, name) => guard(tip, shares, [{ personId, name }], now()),
    waitingCapture: takeCapture,
    topicsFor: async (text) => topicsFor(await live.opened(), text),
    savePerson: (draft) => acted((given) => savePerson(draft, given)),
    mergePeople: (keepId, otherId) => acted((given) => mergePeople(keepId, otherId, given)),
    async findDuplicates() {
      const { listDuplicates } = await import('../../actions/list-duplicates.ts');
      const [store, pinyin] = await Promise.all([live.opened(), pinyinTable()]);
      const pause = () => new Promise<void>((resolve) => setTimeout(resolve));
      return listDuplicates(store, { pinyin, now: now(), pause });
    },
    decideDuplicate: (aId, bId, decision) => acted((given) => decideDuplicate(aId, bId, decision, given)),
    saveTip: (draft) => acted((given) => saveTip(draft, given)),
    saveIntroduction: (draft) => acted((given) => saveIntroduction(draft, given)),
    whoCould: async (text) => {
      try {
        return await whoCouldHelp(text, await deps());
      } catch (error) {
        throw storeProblem(error);
      }
    },
    askForStep: (matterId, stepId, personId) => acted((given) => askForStep(matterId, stepId, personId, given)),
    answerStep: (matterId, stepId, answer) => acted((given) => answerStep(matterId, stepId, answer, given)),
    settleStep: (matterId, stepId, state) => acted((given) => settleStep(matterId, stepId, state, given)),
    saveMatter: (draft) => acted((given) => saveMatter(draft, given)),
    reviewOccasion: (draft) => acted((given) => reviewOccasion(draft, given)),
    changeMany: (ids, change) => acted((given) => changeMany(ids, change, given)),
    undoLast: () => acted((given) => undoLast(given)),
    remove: (table, id) => acted((given) => remove(table, id, given)),
    paste: async (text) => {
      const { pasteOccasion } = await import('../../actions/paste-occasion.ts');
      return acted((given) => pasteOccasion(text, given));
    },
    allowNotices: () => browser.permissions.request({ permissions: ['notifications'] }),
    saveSettings: (change) => acted((given) => saveSettings(change, given)),
    sites: () => sites.map(({ name, label, hosts, evidence, gives }) => ({ name, label, hosts, evidence, gives })),
    addableFamilies: () => addableFamilies.map((name) => ({ name, label: labelOf(name) })),
    ...siteServices({
      addedSites: async () => (await readSettings(await live.opened(), now())).addedSites ?? [],
      save: (addedSites) => acted((given) => saveSettings({ addedSites }, given)),
    }),
    async planImport(files, choices, onProgress, control) {
      const { planImport } = await import('../../actions/import-files.ts');
      return planImport(files, choices, { now, pinyin: await pinyinTable(), onProgress, ...control });
    },
    runImport,
    async undoImport(importId) {
      const { undoImport } = await import('../../actions/undo-import.ts');
      const result = await acted(({ store }) => undoImport(importId, { store, now }));
      live.reopen();
      return result;
    },
    access: accessNow,
    beginAt: { calendarUrl: pageOf('meeting'), mailUrl: pageOf('thread') },
    async loadSample() {
      const { importFiles } = await import('../../actions/import-files.ts');
      const text = await (await fetch(ownFile('/sample.json'))).text();
      await importFiles([sampleFile(text, now())], noChoices, 'merge', {
        now,
        pinyin: await pinyinTable(),
        beside: true,
      });
      tellBackground();
      void catchUp();
    },
    async exportFile(kind, summary) {
      const { exportFile } = await import('../../actions/export-files.ts');
      return exportFile(await live.opened(), kind, { now: now(), pinyin: await pinyinTable(), summary });
    },
    async backup() {
      const { exportBackup } = await import('../../actions/export-backup.ts');
      return exportBackup(await live.opened(), now());
    },
    tryAgain: () => live.reopen(),
    async restoreInPlace(file) {
      await (await import('../../actions/recover.ts')).restoreInPlace(file);
      live.reopen();
      tellBackground();
    },
    async goOnEmpty() {
      await (await import('../../actions/recover.ts')).goOnEmpty();
      live.reopen();
      tellBackground();
    },
    async erase() {
      await eraseEverything();
      await forgetSites();
      live.reopen();
      tellBackground();
    },
  };
}
