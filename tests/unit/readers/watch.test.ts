import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { gmail } from '../../../readers/gmail.ts';
import { googleCalendar } from '../../../readers/google-calendar.ts';
import type { SiteReader } from '../../../readers/site-reader.ts';
import { watch } from '../../../readers/watch.ts';
import type { Reading } from '../../../records/occasion.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const calendarUrl = 'https://calendar.google.com/calendar/u/0/r/week/2026/9/16';

function bubble(id: string, title: string, guests: string[], style = ''): string {
  const rows = guests
    .map((g) => `<div role="treeitem" data-email="${g}" data-id="${g}" aria-label="${g}"><span>${g}</span></div>`)
    .join('');
  return `<div role="dialog" aria-labelledby="rAECCd" style="${style}"><div id="xDetDlg" data-eventid="${btoa(`${id} me@example.com`)}"><span id="rAECCd" role="heading">${title}</span><div id="xDetDlgAtt"><div>${guests.length}</div><div role="tree">${rows}</div></div></div></div>`;
}

const say = (reading: Reading): string =>
  reading.state === 'occasion'
    ? `${reading.occasion.title}: ${reading.occasion.participants.map((p) => p.address).join(' ')}`
    : reading.state;

describe('the watch', () => {
  let heard: string[];
  let opened: number;
  let stop: AbortController;
  let page: JSDOM;

  const start = (html: string, url: string, reader: SiteReader = googleCalendar) => {
    page = openPage(html, url);
    stop = new page.window.AbortController();
    vi.stubGlobal('MutationObserver', page.window.MutationObserver);
    watch({
      document: page.window.document,
      readerAt: () => reader,
      onOpening: () => {
        opened += 1;
      },
      onReading: (reading) => heard.push(say(reading)),
      signal: stop.signal,
      now: () => Date.now(),
    });
    return page.window.document;
  };
  /** Lets observers report, then the clock run. */
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
  };
  const put = (document: Document, html: string): Element => {
    const holder = document.createElement('div');
    holder.append(document.createRange().createContextualFragment(html));
    document.body.append(holder);
    return holder;
  };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    heard = [];
    opened = 0;
  });
  afterEach(() => {
    stop.abort();
    vi.useRealTimers();
    vi.unstubAllGlobals();
    page.window.close();
  });

  test('tells what is open at once, and once', async () => {
    start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl);
    expect(heard).toEqual(['Boats: a@x.example']);
    await pass(5_000);
    expect(heard).toEqual(['Boats: a@x.example']);
  });

  test('a bubble that opens on an empty page is told within the same moment, and again when more of it is there', async () => {
    const document = start('<body></body>', calendarUrl);
    await pass(500);
    heard.length = 0;
    put(document, bubble('event1', 'Boats', ['a@x.example']));
    await pass(1);
    expect(opened).toBe(1);
    expect(heard).toEqual(['Boats: a@x.example']);
    const tree = document.querySelector('[role=tree]');
    const guest = tree?.querySelector('[data-email]')?.cloneNode(true) as Element;
    for (const name of guest.getAttributeNames()) {
      const value = guest.getAttribute(name) ?? '';
      guest.setAttribute(name, value.replace('a@x.example', 'b@x.example'));
    }
    tree?.append(guest);
    await pass(500);
    expect(heard).toEqual(['Boats: a@x.example', 'Boats: a@x.example b@x.example']);
  });

  test('what opens next with anybody of the one before in it is told only when the page is quiet', async () => {
    const document = start('<body></body>', calendarUrl);
    const first = put(document, bubble('event1', 'Boats', ['a@x.example', 'b@x.example']));
    await pass(500);
    first.remove();
    await pass(500);
    heard.length = 0;
    put(document, bubble('event2', 'Buses', ['b@x.example', 'c@x.example']));
    await pass(90);
    expect(heard).toEqual([]);
    await pass(100);
    expect(heard).toEqual(['Buses: b@x.example c@x.example']);
  });

  test('a bubble closed and another opened within 100 ms: the first is withdrawn at once, then only the second is told', async () => {
    const document = start('<body></body>', calendarUrl);
    await pass(1_000);
    const first = put(document, bubble('event1', 'Boats', ['a@x.example']));
    await pass(500);
    first.remove();
    await pass(50);
    expect(heard).toEqual(['not-here', 'Boats: a@x.example', 'not-here']);
    put(document, bubble('event2', 'Buses', ['b@x.example']));
    await pass(2_000);
    expect(heard.slice(2)).toEqual(['not-here', 'Buses: b@x.example']);
  });

  test('a node in reuse whose id changes before its people: the people left over are not told', async () => {
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl);
    await pass(500);
    document.querySelector('#xDetDlg')?.setAttribute('data-eventid', btoa('event2 me@example.com'));
    await pass(400);
    expect(heard).toEqual(['Boats: a@x.example', 'not-yet']);
    document
      .querySelector('#xDetDlgAtt [data-email]')
      ?.replaceWith(
        document
          .createRange()
          .createContextualFragment('<div role="treeitem" data-email="b@x.example"><span>b</span></div>'),
      );
    await pass(2_000);
    expect(heard.slice(1)).toEqual(['not-yet', 'Boats: b@x.example']);
  });

  test('a bubble left in the page, hidden, then shown again for another event', async () => {
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'], 'display: none')}</body>`, calendarUrl);
    await pass(500);
    const dialog = document.querySelector<HTMLElement>('[role=dialog]');
    dialog?.setAttribute('style', '');
    await pass(500);
    dialog?.setAttribute('style', 'display: none');
    await pass(20);
    expect(heard).toEqual(['not-here', 'Boats: a@x.example', 'not-here']);
  });

  test('typing costs nothing: neither a reading nor a look', async () => {
    const html = readFileSync(join(ownPages, 'gmail/thread-zh.html'), 'utf8');
    const looks = vi.fn(gmail.mark);
    const readings = vi.fn(gmail.read);
    const document = start(html, 'https://mail.google.com/mail/u/0/#inbox/1547a1b2c3d4e5f6', {
      ...gmail,
      mark: looks,
      read: readings,
    });
    document
      .querySelector('[role=listitem] .adn')
      ?.append(
        document
          .createRange()
          .createContextualFragment('<form><div contenteditable="true" role="textbox"><p></p></div></form>'),
      );
    await pass(2_000);
    looks.mockClear();
    readings.mockClear();
    const text = document.querySelector('[contenteditable] p');
    for (let i = 0; i < 200; i++) {
      text?.append('x');
      text?.append(document.createElement('br'));
      await pass(10);
    }
    expect(looks).not.toHaveBeenCalled();
    expect(readings).not.toHaveBeenCalled();
  });

  test('another address of the same page withdraws the conversation at once and waits for the next one', async () => {
    const html = readFileSync(join(ownPages, 'gmail/thread-zh.html'), 'utf8');
    const document = start(html, 'https://mail.google.com/mail/u/0/#inbox/1547a1b2c3d4e5f6', gmail);
    await pass(500);
    expect(heard).toHaveLength(1);
    page.window.location.hash = '#inbox/1547a1b2c3d4e5f7';
    await pass(60);
    expect(heard[1]).toBe('not-yet');
    await pass(5_000);
    expect(heard).toHaveLength(2);
    const heading = document.querySelector('h2');
    heading?.setAttribute('data-legacy-thread-id', '1547a1b2c3d4e5f7');
    heading?.setAttribute('data-thread-perm-id', 'thread-f:2');
    if (heading) heading.textContent = 'Second';
    document.querySelectorAll('[email="zhou.min@example.com"],[jid="zhou.min@example.com"]').forEach((e) => {
      for (const name of ['email', 'jid', 'data-hovercard-id'])
        if (e.hasAttribute(name)) e.setAttribute(name, 'new@x.example');
    });
    await pass(2_000);
    expect(heard.at(-1)).toMatch(/^Second: new@x\.example/);
    page.window.location.hash = '#inbox';
    await pass(60);
    expect(heard.at(-1)).toBe('not-yet');
  });

  test('a page still loading is tried again, ever more rarely, and not for ever', async () => {
    const readings = vi.fn(gmail.read);
    start(
      '<body><div role="main"></div></body>',
      'https://mail.google.com/mail/u/0/#inbox/FMfcgzQcpdsWJkVqzrnTLbxwKhGtMvPd',
      {
        ...gmail,
        read: readings,
      },
    );
    await pass(120_000);
    expect(heard).toEqual(['not-yet']);
    expect(readings.mock.calls.length).toBeGreaterThan(5);
    expect(readings.mock.calls.length).toBeLessThan(12);
  });

  test("the page's own pushState is told by the Navigation API, and where there is none by the next change", async () => {
    const html = readFileSync(join(ownPages, 'gmail/thread-zh.html'), 'utf8');
    page = openPage(html, 'https://mail.google.com/mail/u/0/#inbox/1547a1b2c3d4e5f6');
    const navigation = new page.window.EventTarget();
    Object.defineProperty(page.window, 'navigation', { value: navigation });
    stop = new page.window.AbortController();
    vi.stubGlobal('MutationObserver', page.window.MutationObserver);
    const { document } = page.window;
    watch({
      document,
      readerAt: () => gmail,
      onReading: (r) => heard.push(say(r)),
      signal: stop.signal,
      now: () => Date.now(),
    });
    await pass(500);
    page.window.history.pushState({}, '', '#inbox/1547a1b2c3d4e5f7');
    navigation.dispatchEvent(new page.window.Event('currententrychange'));
    expect(heard.at(-1)).toBe('not-yet');
    page.window.history.pushState({}, '', '#inbox/1547a1b2c3d4e5f6');
    document.querySelector('h2')?.append('!');
    await pass(1_500);
    expect(heard.at(-1)).toMatch(/^六月志愿者名单!: /);
  });

  test('a second conversation in the pane beside the list, without a change of address', async () => {
    const html = readFileSync(join(ownPages, 'gmail/split-pane.html'), 'utf8');
    const document = start(html, 'https://mail.google.com/mail/u/0/#inbox', gmail);
    const pane = document.querySelector('.ao9');
    const first = pane?.firstElementChild;
    first?.remove();
    await pass(500);
    expect(heard.at(-1)).toBe('not-here');
    if (first) pane?.append(first);
    await pass(1_000);
    expect(heard.at(-1)).toMatch(/^Pane: boats: ana\.silva@example\.com me@example\.com/);
    const second = first?.cloneNode(true) as Element;
    second.querySelector('h2')?.setAttribute('data-thread-perm-id', 'thread-f:22');
    const title = second.querySelector('h2');
    if (title) title.textContent = 'Buses';
    second.querySelector('.hb')?.lastElementChild?.remove();
    first?.replaceWith(second);
    await pass(20);
    expect(heard.at(-1)).toBe('not-yet');
    await pass(1_000);
    expect(heard.at(-1)).toBe('Buses: ana.silva@example.com me@example.com');
    expect(heard).toHaveLength(5);
  });

  test('the same people in the next meeting are told all the same, a little later', async () => {
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl);
    await pass(500);
    document.querySelector('#xDetDlg')?.setAttribute('data-eventid', btoa('event2 me@example.com'));
    const title = document.querySelector('#rAECCd');
    if (title) title.textContent = 'Buses';
    await pass(300);
    expect(heard.at(-1)).toBe('not-yet');
    await pass(1_000);
    expect(heard).toEqual(['Boats: a@x.example', 'not-yet', 'Buses: a@x.example']);
  });

  test('guests drawn one after another: told when the page is quiet, and again when more come', async () => {
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl);
    const tree = document.querySelector('[role=tree]');
    const add = (g: string) =>
      tree?.append(
        document
          .createRange()
          .createContextualFragment(`<div role="treeitem" data-email="${g}"><span>${g}</span></div>`),
      );
    await pass(200);
    for (let i = 0; i < 5; i++) {
      add(`g${i}@x.example`);
      await pass(50);
    }
    await pass(500);
    expect(heard).toEqual([
      'Boats: a@x.example',
      'Boats: a@x.example g0@x.example g1@x.example g2@x.example g3@x.example g4@x.example',
    ]);
  });

  test('a page that never rests is read all the same, once a second', async () => {
    const readings = vi.fn(googleCalendar.read);
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl, {
      ...googleCalendar,
      read: readings,
    });
    for (let i = 0; i < 100; i++) {
      document.querySelector('#rAECCd')?.append('.');
      await pass(50);
    }
    expect(readings.mock.calls.length).toBeGreaterThanOrEqual(4);
    expect(readings.mock.calls.length).toBeLessThanOrEqual(7);
  });

  test('nothing is read while the tab is hidden; shown again, it is', async () => {
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl);
    let state = 'hidden';
    Object.defineProperty(document, 'visibilityState', { get: () => state });
    heard.length = 0;
    document.querySelector('#rAECCd')?.append('!');
    await pass(2_000);
    expect(heard).toEqual([]);
    state = 'visible';
    document.dispatchEvent(new page.window.Event('visibilitychange'));
    await pass(500);
    expect(heard).toEqual(['Boats!: a@x.example']);
  });

  test('a reader that fails is a broken page, not an error on it', async () => {
    start('<body></body>', calendarUrl, {
      ...googleCalendar,
      read: () => {
        throw new Error('unforeseen');
      },
    });
    await pass(500);
    expect(heard).toEqual(['broken']);
  });

  test('a page that goes on to another site of its host is read by that one’s reader, and by none where none belongs', async () => {
    const path = () => new URL(page.window.document.location.href).pathname;
    const other: SiteReader = {
      site: 'other',
      named: [],
      mark: () => 'one',
      watched: (document) => ({ deep: [], along: [document.body], below: [] }),
      read: () => ({ state: 'broken', site: 'other', part: 'x' }),
    };
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl, other);
    stop.abort();
    stop = new page.window.AbortController();
    const sites: (string | undefined)[] = [];
    watch({
      document,
      readerAt: () => (path() === '/other' ? other : path() === '/none' ? null : googleCalendar),
      onReading: (reading) => {
        heard.push(say(reading));
        sites.push(reading.state === 'broken' ? reading.site : undefined);
      },
      signal: stop.signal,
      now: () => Date.now(),
    });
    await pass(500);
    for (const to of ['/other', '/none']) {
      page.window.history.pushState(null, '', to);
      document.querySelector('#xDetDlg')?.setAttribute('style', `--x: ${to.length}`);
      document.body.append(document.createElement('i'));
      await pass(2_000);
    }
    expect(heard).toEqual(['Boats: a@x.example', 'not-yet', 'broken', 'not-here']);
    expect(sites.filter(Boolean)).toEqual(['other']);
  });

  test('after the signal nothing is heard, watched or timed; it can be started again', async () => {
    const document = start(`<body>${bubble('event1', 'Boats', ['a@x.example'])}</body>`, calendarUrl);
    await pass(500);
    stop.abort();
    document.querySelector('#xDetDlg')?.remove();
    await pass(5_000);
    expect(heard).toEqual(['Boats: a@x.example']);
    expect(vi.getTimerCount()).toBe(0);
    stop = new page.window.AbortController();
    watch({
      document,
      readerAt: () => googleCalendar,
      onReading: (r) => heard.push(say(r)),
      signal: stop.signal,
      now: () => Date.now(),
    });
    await pass(500);
    expect(heard.at(-1)).toBe('not-here');
  });
});
