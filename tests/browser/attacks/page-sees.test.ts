import { expect, test } from 'vitest';
import { browserForFile } from '../browser.ts';
import type { Tab } from '../driver.ts';
import { panelIn, panelNow, shownIn } from '../screens/panel.ts';
import { meetingPage, meetingUrl } from './meeting-page.ts';

const browser = browserForFile();

/** Everything that a page's own script can find out about what we put into it. */
const look = (tab: Tab) =>
  tab.evaluate(async () => {
    const ours = [...document.documentElement.children].filter((each) => !['HEAD', 'BODY'].includes(each.tagName));
    return {
      hosts: ours.map((host) => {
        const { x, y, width, height } = host.getBoundingClientRect();
        return {
          box: [x, y, width, height],
          attributes: host.getAttributeNames(),
          style: host.getAttribute('style'),
          nodes: host.childNodes.length,
          text: host.textContent,
          shadow: host.shadowRoot === null,
          name: /^[a-z]{6}-[a-z]{8}$/.test(host.localName),
          aria: host.getAttribute('aria-label'),
        };
      }),
      frames: window.length,
      resources: performance.getEntriesByType('resource').filter((each) => /extension:/.test(each.name)).length,
      title: document.title,
      globals: Object.keys(window).filter((key) => /renmai|wxt/i.test(key)),
      storage: Object.keys(localStorage).length,
    };
  }, null);

test('what a page can see of the panel is the same for people who are known and people who are not', async () => {
  browser().serve(
    meetingUrl,
    meetingPage('Plans', [
      { name: 'Ana Wu', email: 'ana@example.com' },
      { name: 'Bo Li', email: 'bo@example.com' },
    ]),
  );
  const tab = await browser().newTab();
  await tab.goto(meetingUrl);
  const panel = await panelIn(tab);
  expect((await shownIn(panel))?.people.map((each) => each.match)).toEqual(['new', 'new']);
  const before = await look(tab);
  expect(before.hosts).toHaveLength(1);
  expect(before).toMatchObject({ frames: 0, globals: [], storage: 0 });
  expect(before.hosts[0]).toMatchObject({
    attributes: ['style'],
    nodes: 0,
    text: '',
    shadow: true,
    name: true,
    aria: null,
  });

  // Known from now on, with a note, a need and an offer: written where the user writes them.
  const side = await browser().newTab();
  await side.goto(`${browser().origin}/planner.html#/people`);
  await side.waitFor('main');
  await side.evaluate(async () => {
    const open = (name: string) =>
      new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const name = (await indexedDB.databases())
      .map((each) => each.name ?? '')
      .find((each) => /^renmai-.{20}/.test(each));
    if (name === undefined) throw new Error('no database');
    const db = await open(name);
    const now = Date.now();
    const want = (text: string) => ({ id: text, text, createdAt: now });
    await new Promise((resolve, reject) => {
      const put = db
        .transaction('people', 'readwrite')
        .objectStore('people')
        .put({
          id: 'ana',
          createdAt: now,
          updatedAt: now,
          name: 'Ana Wu',
          otherNames: [],
          addresses: [{ written: 'ana@example.com', key: 'ana@example.com' }],
          keys: ['ana@example.com'],
          nameKeys: [],
          phones: [],
          organisation: 'Choir',
          title: null,
          tags: [],
          needs: [want('a hall')],
          offers: [want('a lawyer')],
          topics: [],
          notes: [{ id: 'n', text: 'a long note '.repeat(40), confidential: false, createdAt: now }],
          friend: true,
          potentialSince: null,
          notSameAs: [],
          importId: null,
        });
      put.onsuccess = resolve;
      put.onerror = () => reject(put.error);
    });
    db.close();
  }, null);
  await side.close();

  await tab.reload();
  const known = await panelIn(tab);
  expect((await shownIn(known))?.people.map((each) => each.match).sort()).toEqual(['known', 'new']);
  expect(await look(tab)).toEqual(before);
  await tab.close();
});

test('a page without an occasion has nothing of ours in it', async () => {
  const url = 'https://calendar.google.com/calendar/u/0/r/week/2026/9/23';
  browser().serve(url, '<!doctype html><title>Week</title><body><main role="main">nothing open</main></body>');
  const tab = await browser().newTab();
  await tab.goto(url);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect((await look(tab)).hosts).toEqual([]);
  expect(await panelNow(tab)).toBeNull();
  await tab.close();
});

test('no message that a page could hear is ever sent in it', async () => {
  const url = `${meetingUrl}?listening`;
  browser().serve(
    url,
    meetingPage('Plans', [{ name: 'Ana Wu', email: 'ana@example.com' }], 'hear1').replace(
      '<head>',
      `<head><script>
        window.heard = [];
        addEventListener('message', (event) => heard.push(String(event.data)), true);
        const dispatch = EventTarget.prototype.dispatchEvent;
        EventTarget.prototype.dispatchEvent = function (event) { heard.push(event.type); return dispatch.call(this, event); };
        for (const name of ['wxt:content-script-started', 'renmai']) addEventListener(name, () => heard.push(name), true);
      </script>`,
    ),
  );
  const tab = await browser().newTab();
  await tab.goto(url);
  await panelIn(tab);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard, null)).toEqual([]);
  await tab.close();
});
