import { browser } from 'wxt/browser';
import type { CheckSite, SiteAdded, SiteRequest } from '../../messaging/site-requests.ts';
import { families, siteOf } from '../../readers/sites.ts';
import { type AddedSite, addedSiteOf, mayBeAdded, originOf, patternOf } from '../../records/added-site.ts';
import { Problem } from '../../records/problem.ts';
import { inject, scriptFile } from './inject.ts';
import { saveAddedSites, settings } from './work.ts';

/** Where `storage.session` keeps which site the user is being asked about, in case the popup or this worker ends meanwhile. */
const askedKey = 'asked-site';
/** A permission that comes later than this after the question, ms, is not the answer to it. */
const askedFor = 120_000;

/** Names the content scripts that are registered for added sites. */
const scriptId = (origin: string) => `added ${origin}`;
const isAddedScript = (id: string) => id.startsWith('added ');

type Asked = { origin: string; tabId: number; at: number };

/** The background's care for the sites that the user added. */
export interface AddedSites {
  /** Resolves once it is known which sites were added. */
  known(): Promise<void>;
  /** Whether a page of this address belongs to an added site, as far as is known. */
  readsAt(url: string): boolean;
  /** By which family a page of this address is read, or null. */
  familyAt(url: string): Promise<string | null>;
  /** Takes a request of the popup. Never rejects. */
  request(request: SiteRequest): Promise<SiteAdded | null>;
  /** The browser gave a permission: if the user was asked for it here, the site is added. */
  permitted(origins: readonly string[]): Promise<void>;
  /** Brings the browser's registered scripts and the open pages in line with the settings and what is permitted. */
  settle(): Promise<void>;
  /** The same, but only where the settings name other sites than before. */
  settleIfChanged(): Promise<void>;
}

const isPermitted = (origin: string): Promise<boolean> =>
  browser.permissions.contains({ origins: [patternOf(origin)] }).catch(() => false);

/** The tabs whose page belongs to this origin. */
async function tabsAt(origin: string): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: patternOf(origin) });
  return tabs.flatMap(({ id, discarded, url }) =>
    id === undefined || discarded || originOf(url ?? '') !== origin ? [] : [id],
  );
}

/** Which family fits the page of a tab; the generic one where none does or the page cannot be looked at. */
async function familyFitting(tabId: number, origin: string): Promise<string> {
  if (!(await tabsAt(origin)).includes(tabId)) return 'generic';
  const [outcome] = await browser.scripting
    .executeScript({ target: { tabId }, files: [scriptFile('detect')] })
    .catch(() => [undefined]);
  const found = outcome?.result;
  return typeof found === 'string' && (families as readonly string[]).includes(found) ? found : 'generic';
}

/** Registers what should be, takes away what should not; what is right already is left. */
async function register(wanted: readonly AddedSite[]): Promise<void> {
  const there = (await browser.scripting.getRegisteredContentScripts()).filter(({ id }) => isAddedScript(id));
  const same = (site: AddedSite) =>
    there.some(({ id, js }) => id === scriptId(site.origin) && js?.[0]?.endsWith(`${site.family}.js`));
  const stay = new Set(wanted.filter(same).map(({ origin }) => scriptId(origin)));
  const gone = there.flatMap(({ id }) => (stay.has(id) ? [] : [id]));
  if (gone.length > 0) await browser.scripting.unregisterContentScripts({ ids: gone });
  const missing = wanted.filter(({ origin }) => !stay.has(scriptId(origin)));
  if (missing.length > 0)
    await browser.scripting.registerContentScripts(
      missing.map(({ origin, family }) => ({
        id: scriptId(origin),
        matches: [patternOf(origin)],
        js: [scriptFile(family)],
        runAt: 'document_idle' as const,
        persistAcrossSessions: true,
      })),
    );
}

/** Asks every page whether its script is still wanted; those that are not end themselves. Whose tabs they are is not told. */
async function checkOpenPages(): Promise<void> {
  const tabs = await browser.tabs.query({});
  const check: CheckSite = { type: 'check-site' };
  await Promise.all(
    // Rejects where no script of ours is.
    tabs.map(({ id }) => (id === undefined ? null : browser.tabs.sendMessage(id, check).catch(() => null))),
  );
}

/** Keeps added sites: what the user wants stands in the settings, what is allowed in the browser; scripts follow both. */
export function addedSites(): AddedSites {
  let added: readonly AddedSite[] = [];
  let loaded: Promise<void> | null = null;
  /** One after another: two at once would register the same script twice. */
  let queue: Promise<unknown> = Promise.resolve();

  async function load(): Promise<void> {
    added = (await settings()).addedSites ?? [];
  }

  function known(): Promise<void> {
    loaded ??= load().catch((cause) => {
      loaded = null;
      throw cause;
    });
    return loaded;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = queue.then(work);
    queue = done.catch(() => undefined);
    return done;
  }

  async function settleNow(): Promise<void> {
    loaded = null;
    await known();
    const allowed = await Promise.all(added.map(({ origin }) => isPermitted(origin)));
    const wanted = added.filter((_, place) => allowed[place]);
    await register(wanted);
    await checkOpenPages();
    for (const { origin, family } of wanted) for (const tabId of await tabsAt(origin)) await inject(tabId, family);
  }

  async function add(origin: string, tabId: number): Promise<SiteAdded> {
    if (siteOf(origin) !== null || !mayBeAdded(origin))
      throw new Problem('RM-403', `${origin} cannot be added: it is not encrypted, or it is read already.`);
    if (!(await isPermitted(origin))) throw new Problem('RM-404', `The browser was not allowed to show ${origin}.`);
    await browser.storage.session.remove(askedKey);
    const family = await familyFitting(tabId, origin);
    await saveAddedSites((before) => [
      ...before.filter((site) => site.origin !== origin),
      { origin, family, addedAt: Date.now() },
    ]);
    await settleNow();
    return { ok: true, family };
  }

  const adding = (origin: string, tabId: number): Promise<SiteAdded> =>
    inTurn(async () => {
      await known();
      // The popup and the browser may both say that the user agreed.
      const there = added.find((site) => site.origin === origin);
      if (there !== undefined && (await isPermitted(origin)) && there.addedAt > Date.now() - 10_000)
        return { ok: true as const, family: there.family };
      return add(origin, tabId);
    }).catch((cause): SiteAdded => {
      if (cause instanceof Problem)
        return { ok: false, code: cause.code, detail: cause.message, transient: cause.transient };
      console.error(cause);
      return { ok: false, code: 'RM-405', detail: cause instanceof Error ? cause.message : '', transient: true };
    });

  return {
    known,
    readsAt: (url) => addedSiteOf(url, added) !== null,
    async familyAt(url) {
      await known();
      const site = addedSiteOf(url, added);
      return site !== null && (await isPermitted(site.origin)) ? site.family : null;
    },
    async request(request) {
      const { origin, tabId } = request;
      if (request.type === 'add-site') return adding(origin, tabId);
      const asked: Asked = { origin, tabId, at: Date.now() };
      await browser.storage.session.set({ [askedKey]: asked });
      return null;
    },
    async permitted(origins) {
      const asked = (await browser.storage.session.get(askedKey))[askedKey] as Asked | undefined;
      if (asked !== undefined && origins.includes(patternOf(asked.origin)) && Date.now() - asked.at < askedFor)
        await adding(asked.origin, asked.tabId);
      else await inTurn(settleNow);
    },
    settle: () => inTurn(settleNow),
    settleIfChanged: () =>
      inTurn(async () => {
        const before = JSON.stringify(added);
        const first = loaded === null;
        await load();
        if (first || JSON.stringify(added) !== before) await settleNow();
      }),
  };
}
