import { browser } from 'wxt/browser';
import type { Store } from '../../storage/store.ts';
import { ownFile } from '../shared/own-file.ts';
import { loadActs } from './own-scripts.ts';

/** The next moment that something is to be shown, and a look every quarter of an hour: for a new meeting, a new zone, a clock set anew. */
const alarms = { next: 'notice', look: 'notice-look' } as const;
const lookEvery = 15;

/** Keys of what was shown, each with when (epoch ms), in `storage.local`: it outlives the worker and the browser. */
const toldKey = 'told';
/** So long a key is remembered: far longer than anything may be shown late. */
const rememberFor = 14 * 86_400_000;

type Told = Record<string, number>;

async function told(): Promise<Told> {
  const kept = (await browser.storage.local.get(toldKey))[toldKey];
  return typeof kept === 'object' && kept !== null ? (kept as Told) : {};
}

/** Where a notice leads; kept by its id, for it may be clicked after the worker has gone. */
const routeKey = (id: string) => `notice ${id}`;

async function look(open: () => Promise<Store>): Promise<void> {
  if (browser.notifications === undefined) return;
  const { tellNotices, noticeText, readSettings } = await loadActs();
  const store = await open();
  const now = Date.now();
  const before = await told();
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const { settings, show, next } = await tellNotices(store, new Set(Object.keys(before)), now, zone);
  const { language } = await readSettings(store, now);
  for (const notice of show) {
    const { title, message, route } = noticeText(notice, language, navigator.languages);
    // Shown first and noted then: a worker that dies in between shows it under the same id, which replaces itself.
    await browser.notifications.create(notice.key, {
      type: 'basic',
      iconUrl: ownFile('/icon/128.png'),
      title,
      message,
    });
    await browser.storage.session.set({ [routeKey(notice.key)]: route });
    before[notice.key] = now;
    await browser.storage.local.set({ [toldKey]: before });
  }
  const kept = Object.fromEntries(Object.entries(before).filter(([, at]) => Math.abs(now - at) < rememberFor));
  await browser.storage.local.set({ [toldKey]: kept });
  if (settings.on) await browser.alarms.create(alarms.look, { periodInMinutes: lookEvery });
  else await browser.alarms.clear(alarms.look);
  if (next === null) await browser.alarms.clear(alarms.next);
  else await browser.alarms.create(alarms.next, { when: next });
}

async function opened(id: string): Promise<void> {
  const key = routeKey(id);
  const route = (await browser.storage.session.get(key))[key];
  await browser.notifications.clear(id);
  await browser.tabs.create({ url: `${ownFile('/planner.html')}${typeof route === 'string' ? route : '#/today'}` });
}

/**
 * Says by itself what is ahead, where the user allowed it. Call it in the background's first turn. Gives back what looks
 * again, for whenever meetings or settings changed.
 */
export function tellByItself(open: () => Promise<Store>): () => void {
  // One look after the other: two at once would show the same twice.
  let running: Promise<void> = Promise.resolve();
  const lookAgain = () => {
    running = running.then(() => look(open)).catch((cause) => console.warn('Notices wait for the next look', cause));
  };
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarms.next || name === alarms.look) lookAgain();
  });
  const onClicked = (id: string) => void opened(id).catch((cause) => console.warn(cause));
  browser.notifications?.onClicked.addListener(onClicked);
  browser.permissions.onAdded.addListener(({ permissions = [] }) => {
    if (!permissions.includes('notifications')) return;
    if (!browser.notifications.onClicked.hasListener(onClicked)) browser.notifications.onClicked.addListener(onClicked);
    lookAgain();
  });
  browser.runtime.onStartup.addListener(lookAgain);
  browser.runtime.onInstalled.addListener(lookAgain);
  return lookAgain;
}
