import { expect, test } from 'vitest';
import { browserForFile, browserName } from '../browser.ts';
import { eventually, type Tab, type View } from '../driver.ts';
import { panelIn, shownIn } from '../screens/panel.ts';
import { meetingPage, meetingUrl } from './meeting-page.ts';

const browser = browserForFile();

const ours = async (tab: Tab): Promise<View[]> => {
  const frames: View[] = [];
  for (const frame of await tab.frames())
    if (/extension:.*panel\.html/.test(await frame.address().catch(() => ''))) frames.push(frame);
  return frames;
};

const frameIt = (tab: Tab, src: string) =>
  tab.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, src);

async function meeting(): Promise<{ tab: Tab; panel: View }> {
  browser().serve(meetingUrl, meetingPage('Plans', [{ name: 'Ana Wu', email: 'ana@example.com' }]));
  const tab = await browser().newTab();
  await tab.goto(meetingUrl);
  return { tab, panel: await panelIn(tab) };
}

test('a page that frames panel.html itself sees nobody, with no token or with one that it guessed', async () => {
  const { tab, panel } = await meeting();
  for (const hash of ['', '#x', `#${crypto.randomUUID()}`]) await frameIt(tab, `${browser().origin}/panel.html${hash}`);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const frames = await ours(tab);
  const shown = await Promise.all(frames.map((frame) => shownIn(frame)));
  expect(shown.filter((each) => each !== null)).toHaveLength(1);
  const texts = await Promise.all(frames.map((frame) => frame.evaluate(() => document.body.textContent ?? '', null)));
  expect(texts.filter((text) => text.includes('ana@example.com'))).toHaveLength(1);
  if (browserName === 'chromium')
    // Its real address changes with every session, and the one that carries our id is denied.
    expect(frames).toHaveLength(1);
  // The rightful one is not disturbed.
  expect((await shownIn(panel))?.title).toBe('Plans');
  await tab.close();
});

test('nor does a page of a host that is not read', async () => {
  const url = 'https://evil.example/';
  browser().serve(url, '<!doctype html><title>evil</title><body></body>');
  const tab = await browser().newTab();
  await tab.goto(url);
  for (const page of ['panel.html', 'sidepanel.html', 'popup.html', 'planner.html'])
    await frameIt(tab, `${browser().origin}/${page}`);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const loaded: string[] = [];
  for (const frame of await tab.frames()) {
    const there = await frame.evaluate(() => document.getElementById('root') !== null, null).catch(() => false);
    if (!there) continue;
    loaded.push(new URL(await frame.address()).pathname);
    expect(await shownIn(frame)).toBeNull();
  }
  // In Firefox the address of `panel.html` is the same everywhere: a page that learnt it gets a panel that is refused.
  expect(loaded).toEqual(browserName === 'firefox' ? ['/panel.html'] : []);
  await tab.close();
});

/** Speaks to the background from inside a frame of ours, as whoever took that frame over could. */
const speak = (frame: View, messages: unknown[]) =>
  frame.evaluate(async (said: unknown[]) => {
    type Port = {
      postMessage(message: unknown): void;
      onMessage: { addListener(listener: (message: unknown) => void): void };
      onDisconnect: { addListener(listener: () => void): void };
    };
    const { runtime } = (globalThis as unknown as { chrome: { runtime: { connect(info: { name: string }): Port } } })
      .chrome;
    const port = runtime.connect({ name: 'panel' });
    const heard: unknown[] = [];
    let cut = false;
    port.onMessage.addListener((message) => heard.push(message));
    port.onDisconnect.addListener(() => {
      cut = true;
    });
    for (const message of said) port.postMessage(message);
    // A frame that nobody has announced is put out after two seconds.
    for (let i = 0; i < 60 && !cut; i++) await new Promise((resolve) => setTimeout(resolve, 50));
    return { heard: JSON.stringify(heard), cut };
  }, messages);

test('a second conversation from the same frame gets nothing without its secret', async () => {
  const { tab, panel } = await meeting();
  const ask = {
    type: 'ask',
    id: 1,
    generation: 'nothing',
    ask: { ask: 'act', act: { act: 'add-my-need', text: 'x' } },
  };
  for (const messages of [
    [{ type: 'watch', tabId: 1 }],
    [{ type: 'join', token: crypto.randomUUID() }],
    [{ type: 'rejoin', secret: crypto.randomUUID() }],
    [ask],
    [{ type: 'nonsense' }],
  ]) {
    const { heard, cut } = await speak(panel, messages);
    expect(heard).not.toContain('ana@example.com');
    expect(heard).toMatch(/^\[\{"type":"refused"/);
    expect(cut).toBe(true);
  }
  expect((await shownIn(panel))?.title).toBe('Plans');
  await tab.close();
});

/** The token by which a panel joined, which only the frame itself and its host ever see. */
const tokenOf = (panel: View) =>
  panel.evaluate(
    () => (globalThis as unknown as { renmaiJoining?: { token: string } }).renmaiJoining?.token ?? '',
    null,
  );

test('the panel’s token is not left in its address, and lets nobody in a second time, here or elsewhere', async () => {
  const { tab, panel } = await meeting();
  expect(new URL(await panel.address()).hash).toBe('');
  const token = await tokenOf(panel);
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
  for (const messages of [[{ type: 'join', token }], [{ type: 'rejoin', secret: token }]]) {
    const { heard, cut } = await speak(panel, messages);
    expect(heard).toMatch(/^\[\{"type":"refused"/);
    expect(cut).toBe(true);
  }
  await frameIt(tab, `${browser().origin}/panel.html#${token}`);
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const shown = await Promise.all((await ours(tab)).map((frame) => shownIn(frame)));
  expect(shown.filter((each) => each !== null)).toHaveLength(1);
  expect((await shownIn(panel))?.title).toBe('Plans');
  await tab.close();
});

test('a page that watches everything it can find neither the panel’s token nor its address', async () => {
  const url = `${meetingUrl}?watching`;
  const spy = `<script>
    window.seen = [];
    const keep = (what) => seen.push(what);
    for (const type of PerformanceObserver.supportedEntryTypes)
      new PerformanceObserver((list) => list.getEntries().forEach((entry) => keep(JSON.stringify(entry)))).observe({ type, buffered: true });
    new MutationObserver((changes) => changes.forEach(({ addedNodes, target }) => {
      for (const node of addedNodes) keep(node.outerHTML ?? '');
      keep([...target.attributes ?? []].map(({ value }) => value).join());
    })).observe(document, { childList: true, subtree: true, attributes: true });
    for (const name of ['message', 'load', 'error', 'securitypolicyviolation', 'focusin'])
      addEventListener(name, (event) => keep(name + (event.blockedURI ?? event.filename ?? event.data ?? event.target?.src ?? '')), true);
    const open = Element.prototype.attachShadow;
    Element.prototype.attachShadow = function (how) { const root = open.call(this, how); keep(root.innerHTML); return root; };
    for (const [of, name] of [[Crypto.prototype, 'randomUUID'], [Node.prototype, 'appendChild'], [Element.prototype, 'append'], [Document.prototype, 'createElement']]) {
      const real = of[name];
      of[name] = function (...given) { const made = real.apply(this, given); keep(String(made?.src ?? made)); return made; };
    }
    window.look = () => {
      for (const entry of performance.getEntries()) keep(JSON.stringify(entry));
      keep('frames ' + window.length + ' ' + document.querySelectorAll('iframe').length + ' ' + [...document.querySelectorAll('*')].map((each) => each.shadowRoot?.innerHTML ?? '').join(''));
      for (let i = 0; i < window.length; i++) { try { keep(frames[i].location.href); } catch (error) { keep(String(error)); } }
    };
  </script>`;
  browser().serve(
    url,
    meetingPage('Plans', [{ name: 'Ana Wu', email: 'ana@example.com' }], 'watch1').replace('<head>', `<head>${spy}`),
  );
  const tab = await browser().newTab();
  await tab.goto(url);
  const panel = await panelIn(tab);
  const token = await tokenOf(panel);
  const seen = await tab.evaluate(() => {
    const page = window as unknown as { seen: string[]; look(): void };
    page.look();
    return page.seen.join('\n');
  }, null);
  expect(seen).toContain('frames 0 0');
  expect(token).not.toBe('');
  expect(seen).not.toContain(token);
  expect(seen).not.toContain('panel.html');
  await tab.close();
});

/** Another meeting in the same bubble, as the calendar does it: the nodes are used again. */
const swapMeeting = (tab: Tab) =>
  tab.evaluate(() => {
    const bubble = document.getElementById('xDetDlg');
    const title = document.getElementById('rAECCd');
    const guest = document.querySelector('[data-email="ana@example.com"]');
    for (const name of ['data-email', 'data-id', 'data-hovercard-id']) guest?.setAttribute(name, 'bo@example.com');
    bubble?.setAttribute('data-eventid', btoa('other1 me@example.com').replace(/=+$/, ''));
    bubble?.setAttribute('jslog', '35463; 2:["other1","me@example.com"]');
    if (title !== null) title.textContent = 'Another';
  }, null);

test('the people of one meeting are gone when another one is opened in the same bubble', async () => {
  const { tab, panel } = await meeting();
  await swapMeeting(tab);
  await eventually('the other meeting', async () => ((await shownIn(panel))?.title === 'Another' ? true : null));
  expect((await shownIn(panel))?.people.map((each) => each.address)).toEqual(['bo@example.com']);
  await tab.close();
});

test('acts of a stale generation, of another tab, and in the moment before a change was read, are refused', async () => {
  const { tab } = await meeting();
  const view = await browser().newTab();
  await view.goto(`${browser().origin}/sidepanel.html?tab=99999`);
  await view.evaluate(async () => {
    type Heard = { type: string; id?: number; view?: { generation: string; state: { is: string } } };
    type Port = {
      postMessage(message: unknown): void;
      onMessage: { addListener(listener: (message: Heard) => void): void };
    };
    type Api = {
      runtime: { connect(info: { name: string }): Port };
      tabs: { query(info: object): Promise<{ id: number; active: boolean; url?: string }[]> };
    };
    const api = (globalThis as unknown as { chrome: Api }).chrome;
    const tabId = (await api.tabs.query({})).find((each) => each.url?.startsWith('https://calendar.google.com/'))?.id;
    const port = api.runtime.connect({ name: 'panel' });
    const heard: Heard[] = [];
    port.onMessage.addListener((message) => heard.push(message));
    port.postMessage({ type: 'watch', tabId });
    Object.assign(globalThis, { testPort: port, testHeard: heard, testTab: tabId });
  }, null);

  type Test = {
    testPort: { postMessage(message: unknown): void };
    testTab: number;
    testHeard: { type: string; id?: number; view?: { generation: string; state: { is: string } } }[];
  };
  const generation = () =>
    eventually('the meeting in the second view', () =>
      view.evaluate(() => {
        const last = (globalThis as unknown as Test).testHeard.findLast((each) => each.type === 'view')?.view;
        return last?.state.is === 'occasion' ? last.generation : null;
      }, null),
    );
  const act = (id: number, of: string, ref: string) =>
    view.evaluate(
      async (ask: { id: number; generation: string; ref: string }) => {
        const { testPort, testHeard } = globalThis as unknown as Test;
        testPort.postMessage({
          type: 'ask',
          id: ask.id,
          generation: ask.generation,
          ask: { ask: 'act', act: { act: 'tag-potential', whom: { ref: ask.ref }, on: true } },
        });
        for (let i = 0; i < 100 && !testHeard.some((each) => each.id === ask.id); i++)
          await new Promise((resolve) => setTimeout(resolve, 50));
        return JSON.stringify(testHeard.find((each) => each.id === ask.id));
      },
      { id, generation: of, ref },
    );

  const first = await generation();
  expect(await act(1, 'nothing', 'ana@example.com')).toContain('RM-302');
  expect(await act(2, crypto.randomUUID(), 'ana@example.com')).toContain('RM-302');
  expect(await act(3, first, 'nobody@example.com')).toContain('RM-110');
  // Sent before the page's change is read: the background asks the page itself.
  await swapMeeting(tab);
  expect(await act(4, first, 'ana@example.com')).toContain('RM-302');
  // A page in the background is not read; in front it is.
  await tab.bringToFront();
  await eventually('the swapped meeting', async () => ((await generation()) !== first ? true : null));
  expect(await act(5, first, 'ana@example.com')).toContain('RM-302');
  // And the one that is open is acted on.
  expect(await act(6, await generation(), 'bo@example.com')).toContain('"ok":true');
  await view.close();
  await tab.close();
});
