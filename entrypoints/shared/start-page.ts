import { browser } from 'wxt/browser';
import { type PagePortLike, pageClient } from '../../messaging/page-client.ts';
import { hostPlaceOf, type PagePrefs, pageKeys, pagePrefsOf } from '../../messaging/page-prefs.ts';
import { portNames } from '../../messaging/port-names.ts';
import type { SiteWanted } from '../../messaging/site-requests.ts';
import { firstPlace, pageHost } from '../../readers/page/host.ts';
import { type Placed, readerAt } from '../../readers/site-reader.ts';
import { watch } from '../../readers/watch.ts';
import type { Reading } from '../../records/occasion.ts';
import { ownFile } from './own-file.ts';

/** Where a content script says to another of the same installation, in the same world of the same page, that it is alive. */
const world = globalThis as { renmaiAlive?: () => boolean };

/**
 * Starts reading this page by the readers of its family, but for sites that the user switched off. Follows the settings as
 * they change, and ends by itself when the extension is updated under it, or when a site that the user added is withdrawn.
 */
export async function startPage(
  family: readonly Placed[],
  { name, hosts }: { name: string; hosts: readonly string[] },
): Promise<void> {
  if (window !== window.top) return;
  // A page that loads while the extension is being installed is given the script twice: by the manifest, and as an open page.
  if (world.renmaiAlive?.() === true) return;

  /** Not one of the family's own hosts: the user added it. */
  const added = !hosts.includes(location.hostname);
  const life = new AbortController();
  world.renmaiAlive = () => !life.signal.aborted && !orphaned();
  const stored = await browser.storage.local.get([pageKeys.prefs, pageKeys.place, pageKeys.newcomer]);

  // By this event a newer content script ends an older one whose extension was updated away. Its name is a secret of this
  // installation, so that no page can listen for it.
  const kept = stored[pageKeys.newcomer];
  const newcomer = typeof kept === 'string' ? kept : crypto.randomUUID();
  if (kept !== newcomer) await browser.storage.local.set({ [pageKeys.newcomer]: newcomer });
  document.dispatchEvent(new Event(newcomer));
  document.addEventListener(newcomer, end, { signal: life.signal });

  const words = Object.fromEntries(
    (['shortName', 'collapse', 'expand', 'otherSide', 'move'] as const).map((key) => [
      key,
      browser.i18n.getMessage(key),
    ]),
  ) as Record<'shortName' | 'collapse' | 'expand' | 'otherSide' | 'move', string>;

  const host = pageHost({
    document,
    panelUrl: ownFile('/panel.html'),
    words: { ...words, name: words.shortName },
    place: hostPlaceOf(stored[pageKeys.place]) ?? { ...firstPlace, collapsed: window.innerWidth < 900 },
    onPlace: (place) => void browser.storage.local.set({ [pageKeys.place]: place }),
    onLost: (closed) => client.lost(closed),
    now: () => performance.now(),
  });

  const client = pageClient({
    connect: () => browser.runtime.connect({ name: portNames.page }) as unknown as PagePortLike,
    orphaned,
    onCall(answer) {
      browser.runtime.onMessage.addListener((message, sender, respond) => {
        if (sender.id === browser.runtime.id && message?.type === 'call-page') respond(answer());
      });
    },
    readNow: () => atHost(readerNow(location.href)?.read(document, location.href) ?? { state: 'not-here' }),
    host,
    end,
  });

  let reading: AbortController | null = null;
  /** Names of the family's sites that are switched off, once they are known. */
  let off: string[] | null = null;
  function readerNow(url: string) {
    const reader = readerAt(family, url);
    return reader === null || off?.includes(reader.site) ? null : reader;
  }
  const follow = (prefs: PagePrefs) => {
    client.frameWanted(prefs.panel === 'frame');
    const now = family.map(({ reader }) => reader.site).filter((site) => prefs.sitesOff.includes(site));
    if (off?.join() === now.join()) return;
    if (off !== null) {
      reading?.abort();
      reading = null;
      client.stop();
    }
    off = now;
    if (off.length === family.length) return;
    reading = new AbortController();
    watch({
      document,
      readerAt: readerNow,
      onOpening: client.opening,
      onReading: (each) => client.take(atHost(each)),
      signal: reading.signal,
      now: () => Date.now(),
    });
  };
  follow(pagePrefsOf(stored[pageKeys.prefs]));
  browser.storage.local.onChanged.addListener((changes) => {
    if (life.signal.aborted) return;
    const prefs = changes[pageKeys.prefs];
    if (prefs !== undefined) follow(pagePrefsOf(prefs.newValue));
    const place = hostPlaceOf(changes[pageKeys.place]?.newValue);
    if (place !== null) host.move(place);
  });

  if (added)
    browser.runtime.onMessage.addListener((message, sender, respond) => {
      if (sender.id !== browser.runtime.id || sender.tab !== undefined || message?.type !== 'check-site') return;
      void endUnlessWanted().then(() => respond(true));
      return true;
    });

  // A page kept for back and forward lost its port on the way there, and did not hear when its site was withdrawn.
  window.addEventListener(
    'pageshow',
    ({ persisted }) => {
      if (persisted) client.resume();
      if (persisted && added) void endUnlessWanted();
    },
    { signal: life.signal },
  );

  /** Two servers may name different things alike: on an added site the host belongs to the name. */
  function atHost(read: Reading): Reading {
    if (!added || read.state !== 'occasion') return read;
    return { ...read, occasion: { ...read.occasion, ref: `${location.host} ${read.occasion.ref}`.slice(-300) } };
  }

  async function endUnlessWanted(): Promise<void> {
    const wanted = await browser.runtime
      .sendMessage({ type: 'site-wanted', family: name } satisfies SiteWanted)
      .catch(() => false);
    if (wanted === true || life.signal.aborted) return;
    client.stop();
    end();
  }

  function orphaned(): boolean {
    try {
      return browser.runtime?.id === undefined;
    } catch {
      return true;
    }
  }

  function end(): void {
    life.abort();
    reading?.abort();
    host.hide();
  }
}
