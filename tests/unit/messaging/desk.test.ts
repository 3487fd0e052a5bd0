import { describe, expect, test, vi } from 'vitest';
import { desk } from '../../../messaging/desk.ts';
import { type DeskDeps, type DeskPort, refusalOf } from '../../../messaging/desk-deps.ts';
import type { OpenOccasion } from '../../../messaging/open-occasions.ts';
import type { FromPanel, ToPage, ToPanel } from '../../../messaging/protocol.ts';
import type { Brief, PanelView } from '../../../records/brief.ts';
import type { Reading, ReadOccasion } from '../../../records/occasion.ts';
import { Problem } from '../../../records/problem.ts';

const origin = 'chrome-extension://me';

const reading = (ref: string, names: string[] = ['Ana Wu']): Reading => ({
  state: 'occasion',
  occasion: {
    site: 'gmail',
    ref,
    kind: 'thread',
    title: ref,
    start: null,
    end: null,
    whenText: null,
    own: null,
    participants: names.map((name) => ({
      name,
      address: `${name.toLowerCase().replace(/\W/g, '')}@example.com`,
      role: 'from',
      answer: null,
      optional: false,
      self: false,
      marked: null,
    })),
    extent: { complete: true, shown: names.length, total: names.length },
  },
});

interface Seen {
  brief: Brief;
}

const seenOf = (occasion: ReadOccasion): Seen => ({
  brief: {
    occasion: {
      id: `id-${occasion.ref}`,
      site: occasion.site,
      kind: occasion.kind,
      title: occasion.title,
      startAt: null,
      endAt: null,
      zone: null,
      whenText: null,
      extent: occasion.extent,
      over: false,
    },
    people: [],
    prompts: [],
  },
});

/** A port whose other end is in the test's hands. */
function testPort(name: string, sender: DeskPort['sender']) {
  const heard: (ToPage | ToPanel)[] = [];
  let say: (message: unknown) => void = () => {};
  let drop = () => {};
  let open = true;
  const port: DeskPort = {
    name,
    sender,
    postMessage: (message) => {
      if (open) heard.push(structuredClone(message));
    },
    disconnect: () => {
      open = false;
    },
    onMessage: { addListener: (listener) => (say = listener) },
    onDisconnect: { addListener: (listener) => (drop = listener) },
  };
  return {
    port,
    heard,
    say: (message: unknown) => say(message),
    leave: () => {
      open = false;
      drop();
    },
    get open() {
      return open;
    },
    views: () => heard.flatMap((each) => (each.type === 'view' ? [each.view] : [])),
    last<T extends (ToPage | ToPanel)['type']>(type: T) {
      return heard.findLast((each): each is Extract<ToPage | ToPanel, { type: T }> => each.type === type);
    },
  };
}
type TestPort = ReturnType<typeof testPort>;

const pageSender = (tabId: number, documentId: string) => ({
  id: 'me',
  url: 'https://mail.google.com/',
  frameId: 0,
  documentId,
  tab: { id: tabId },
});
const frameSender = (tabId: number, frameId: number, documentId: string) => ({
  id: 'me',
  url: `${origin}/panel.html`,
  frameId,
  documentId,
  tab: { id: tabId },
});

function start(given: Partial<DeskDeps<Seen>> = {}) {
  let saved: [number, OpenOccasion][] = [];
  const performed: unknown[] = [];
  const briefed: string[] = [];
  const deps: DeskDeps<Seen> = {
    us: { id: 'me', origin, readsAt: (url) => url.startsWith('https://mail.google.com/') },
    work: {
      prepare: () => {},
      see: async (occasion, _onPeople, understood) => {
        briefed.push(occasion.ref);
        return seenOf(await understood(occasion));
      },
      perform: async (act, seen) => {
        performed.push({ act, on: seen?.brief.occasion.id ?? null });
        return { ok: true, changeId: 'c1', warning: null };
      },
      tips: async () => [],
      look: async () => ({ language: 'en', theme: 'auto' }),
    },
    siteOf: (name) => ({ label: name, unproven: false }),
    understood: async (read) => read,
    saved: async () => structuredClone(saved),
    save: (open) => {
      saved = structuredClone(open);
    },
    callPage: async () => false,
    skeleton: async (tabId) => `<body ${tabId}>`,
    wakePanels: () => {},
    showSidePanel: async () => {},
    ...given,
  };
  let current = desk(deps);
  const connect = (port: TestPort) => {
    current.connect(port.port);
    return port;
  };
  return {
    performed,
    briefed,
    deps,
    stopWorker: () => {
      current = desk(deps);
    },
    page: (tabId = 7, documentId = 'D1') => connect(testPort('page', pageSender(tabId, documentId))),
    frame: (tabId = 7, frameId = 5, documentId = 'F1') =>
      connect(testPort('panel', frameSender(tabId, frameId, documentId))),
    sidePanel: () => connect(testPort('panel', { id: 'me', url: `${origin}/sidepanel.html` })),
    any: (name: string, sender: DeskPort['sender']) => connect(testPort(name, sender)),
    tabClosed: (id: number) => current.tabClosed(id),
    refresh: () => current.refresh(),
  };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function opened(world = start()) {
  const page = world.page();
  const token = crypto.randomUUID();
  page.say({ type: 'reading', reading: reading('t1'), frame: token });
  const frame = world.frame();
  frame.say({ type: 'join', token });
  await settle();
  const view = frame.views().at(-1) as PanelView;
  return { world, page, frame, token, view };
}

/** Answers the background's question whether the occasion is still there. */
async function stillOn(page: TestPort, ref: string, steady = true) {
  await settle();
  const asked = page.last('still');
  if (asked) page.say({ type: 'still', id: asked.id, on: { site: 'gmail', ref }, steady });
  await settle();
}

const act = (generation: string, id = 1): FromPanel => ({
  type: 'ask',
  id,
  generation,
  ask: { ask: 'act', act: { act: 'keep-person', ref: 'ana@example.com' } },
});

describe('the way from a page to its panel', () => {
  test('the page hears nothing; the frame that joins by its token gets the people', async () => {
    const { page, frame, view } = await opened();
    expect(page.heard).toEqual([]);
    expect(frame.last('joined')?.secret).toMatch(/^[\w-]{20,}$/);
    expect(view.state).toMatchObject({ is: 'occasion', brief: { occasion: { title: 't1' } } });
  });

  test('a view is told when reading on its site is new, and of a broken page the product’s name', async () => {
    const world = start({ siteOf: (name) => ({ label: `The ${name}`, unproven: true }) });
    const { page, frame, view, token } = await opened(world);
    expect(view.state).toMatchObject({ is: 'occasion', unproven: true });
    page.say({ type: 'reading', reading: { state: 'broken', site: 'gmail', part: 'x' }, frame: token });
    await settle();
    expect(frame.views().at(-1)?.state).toEqual({ is: 'broken', site: 'The gmail', part: 'x' });
    expect((await opened()).view.state).not.toHaveProperty('unproven');
  });

  test('nothing that the page hears depends on who is known', async () => {
    const heard = await Promise.all(
      [['Ana Wu'], Array.from({ length: 300 }, (_, i) => `Known ${i}`)].map(async (names) => {
        const world = start();
        const page = world.page();
        page.say({ type: 'reading', reading: reading('t1', names), frame: 'a'.repeat(36) });
        await settle();
        return JSON.stringify(page.heard);
      }),
    );
    expect(heard[0]).toBe(heard[1]);
  });

  test('when another occasion opens, the last one’s people are gone before the next one’s are looked up', async () => {
    let release = () => {};
    const world = start();
    const { page, frame, view, token } = await opened(world);
    world.deps.work.see = (occasion) =>
      new Promise((resolve) => {
        release = () => resolve(seenOf(occasion));
      });
    page.say({ type: 'reading', reading: reading('t2'), frame: token });
    await settle();
    expect(frame.views().at(-1)?.state).toEqual({ is: 'loading' });
    expect(frame.views().at(-1)?.generation).not.toBe(view.generation);
    release();
    await settle();
    expect(frame.views().at(-1)?.state).toMatchObject({ is: 'occasion', brief: { occasion: { title: 't2' } } });
  });

  test('people are shown while the prompts are worked out, and an act does not make the prompts flicker', async () => {
    const world = start();
    let finish = () => {};
    world.deps.work.see = (occasion, onPeople) => {
      onPeople({ ...seenOf(occasion).brief, prompts: [] });
      return new Promise((resolve) => {
        finish = () => resolve(seenOf(occasion));
      });
    };
    const { page, frame, view } = await opened(world);
    expect(view.state.is).toBe('occasion');
    const before = frame.views().length;
    finish();
    await settle();
    expect(frame.views().length).toBe(before + 1);
    frame.say(act(view.generation));
    await stillOn(page, 't1');
    expect(frame.views().length).toBe(before + 1);
    finish();
    await settle();
    expect(frame.views().length).toBe(before + 2);
  });

  test('a slow answer to an earlier reading never shows', async () => {
    const world = start();
    const { page, frame, token } = await opened(world);
    const release = new Map<string, () => void>();
    world.deps.work.see = (occasion) =>
      new Promise((resolve) => release.set(occasion.ref, () => resolve(seenOf(occasion))));
    page.say({ type: 'reading', reading: reading('slow'), frame: token });
    await settle();
    page.say({ type: 'reading', reading: { state: 'not-yet' }, frame: token });
    page.say({ type: 'reading', reading: reading('quick'), frame: token });
    await settle();
    release.get('slow')?.();
    await settle();
    release.get('quick')?.();
    await settle();
    const titles = frame.views().map((each) => (each.state.is === 'occasion' ? each.state.brief.occasion.title : null));
    expect(titles).not.toContain('slow');
    expect(titles.at(-1)).toBe('quick');
  });

  test('a page that goes away takes its people with it', async () => {
    const { world, page } = await opened();
    const side = world.sidePanel();
    side.say({ type: 'watch', tabId: 7 });
    await settle();
    expect(side.views().at(-1)?.state.is).toBe('occasion');
    page.leave();
    await settle();
    expect(side.views().at(-1)?.state.is).toBe('nothing');
  });

  test('a store that cannot be opened is told by its number', async () => {
    const world = start();
    world.deps.work.see = async () => {
      throw new Problem('RM-101', 'gone');
    };
    const { view } = await opened(world);
    expect(view.state).toEqual({ is: 'store-problem', code: 'RM-101' });
  });
});

describe('acts', () => {
  test('one on the open occasion is carried out on it, after the page confirmed it', async () => {
    const { world, page, frame, view } = await opened();
    frame.say(act(view.generation));
    await stillOn(page, 't1');
    expect(world.performed).toEqual([{ act: { act: 'keep-person', ref: 'ana@example.com' }, on: 'id-t1' }]);
    expect(frame.last('answer')?.value).toMatchObject({ ok: true });
  });

  test('a stale generation is refused, and nothing is done', async () => {
    const { world, page, frame, view, token } = await opened();
    page.say({ type: 'reading', reading: reading('t2'), frame: token });
    await settle();
    frame.say(act(view.generation));
    await stillOn(page, 't2');
    expect(frame.last('failed')?.refusal.code).toBe('RM-302');
    expect(world.performed).toEqual([]);
  });

  test('an act in the moment before the page’s change was read is refused as well', async () => {
    const { world, page, frame, view } = await opened();
    frame.say(act(view.generation));
    await stillOn(page, 't2');
    expect(frame.last('failed')?.refusal.code).toBe('RM-302');
    expect(world.performed).toEqual([]);
  });

  test('a click in a frame that the page has just moved does not count; one in the side panel does', async () => {
    const { world, page, frame, view } = await opened();
    frame.say(act(view.generation));
    await stillOn(page, 't1', false);
    expect(frame.last('failed')?.refusal).toMatchObject({ code: 'RM-308', transient: true });
    expect(world.performed).toEqual([]);
    const side = world.sidePanel();
    side.say({ type: 'watch', tabId: 7 });
    await settle();
    side.say(act(view.generation));
    await stillOn(page, 't1', false);
    expect(world.performed).toHaveLength(1);
  });

  test('another tab’s generation does not open a door', async () => {
    const { world, page } = await opened();
    const other = world.page(8, 'D8');
    const token = crypto.randomUUID();
    other.say({ type: 'reading', reading: reading('t8'), frame: token });
    const frame = world.frame(8, 5, 'F8');
    frame.say({ type: 'join', token });
    await settle();
    const side = world.sidePanel();
    side.say({ type: 'watch', tabId: 7 });
    await settle();
    frame.say(act(side.views().at(-1)?.generation ?? ''));
    await stillOn(page, 't1');
    expect(frame.last('failed')?.refusal.code).toBe('RM-302');
    expect(world.performed).toEqual([]);
  });

  test('a page that does not answer makes the act fail as transient', async () => {
    vi.useFakeTimers();
    const { world, frame, view } = await (async () => {
      const opening = opened();
      await vi.advanceTimersByTimeAsync(50);
      return opening;
    })();
    frame.say(act(view.generation));
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(frame.last('failed')?.refusal).toMatchObject({ code: 'RM-305', transient: true });
    expect(world.performed).toEqual([]);
  });

  test('a tip can be captured where nothing is open, but nobody of an occasion be acted on', async () => {
    const world = start();
    const popup = world.any('panel', { id: 'me', url: `${origin}/popup.html` });
    popup.say({ type: 'watch', tabId: null });
    await settle();
    const capture = { act: 'add-my-need', text: 'a lawyer' };
    popup.say({ type: 'ask', id: 1, generation: 'nothing', ask: { ask: 'act', act: capture } });
    popup.say({ ...act('nothing'), id: 2 });
    await settle();
    expect(world.performed).toEqual([{ act: capture, on: null }]);
    expect(popup.last('failed')).toMatchObject({ id: 2, refusal: { code: 'RM-304' } });
  });

  test('after an act every view is told anew', async () => {
    const { world, page, frame, view } = await opened();
    const side = world.sidePanel();
    side.say({ type: 'watch', tabId: 7 });
    await settle();
    const before = side.views().length;
    frame.say(act(view.generation));
    await stillOn(page, 't1');
    expect(side.views().length).toBe(before + 1);
    expect(world.briefed).toEqual(['t1', 't1']);
  });
});

describe('attacks', () => {
  test('a frame without a token, with a wrong or a used one, or of another tab, sees nothing and is put out', async () => {
    const { world, token } = await opened();
    const wrong: [TestPort, unknown][] = [
      [world.frame(7, 6, 'F2'), { type: 'join', token: 'x'.repeat(36) }],
      [world.frame(7, 6, 'F2'), { type: 'join', token }],
      [world.frame(8, 6, 'F2'), { type: 'join', token }],
      [world.frame(7, 6, 'F2'), { type: 'rejoin', secret: 'x'.repeat(36) }],
      [world.frame(7, 6, 'F2'), { type: 'watch', tabId: 7 }],
      [world.frame(7, 6, 'F2'), act('nothing')],
      [world.frame(7, 6, 'F2'), { type: 'ask', id: 1, generation: 'nothing', ask: { ask: 'skeleton' } }],
    ];
    vi.useFakeTimers();
    for (const [port, message] of wrong) port.say(message);
    await vi.advanceTimersByTimeAsync(2_000);
    vi.useRealTimers();
    for (const [port] of wrong) {
      expect(port.views()).toEqual([]);
      expect(port.open).toBe(false);
      expect(port.heard.map((each) => each.type)).toEqual(['refused']);
    }
    expect(world.performed).toEqual([]);
  });

  test('a frame that is there before its page was heard is let in once it is, and not for another’s token', async () => {
    const world = start();
    const token = crypto.randomUUID();
    const frame = world.frame();
    const other = world.frame(7, 6, 'F2');
    frame.say({ type: 'join', token });
    other.say({ type: 'join', token: crypto.randomUUID() });
    await settle();
    expect(frame.heard).toEqual([]);
    world.page(8, 'D8').say({ type: 'reading', reading: reading('t8'), frame: token });
    await settle();
    expect(frame.heard).toEqual([]);
    world.page().say({ type: 'reading', reading: reading('t1'), frame: token });
    await settle();
    expect(frame.views().at(-1)?.state).toMatchObject({ is: 'occasion', brief: { occasion: { title: 't1' } } });
    expect(other.heard).toEqual([]);
    frame.leave();
    const late = world.frame(7, 9, 'F9');
    late.say({ type: 'join', token });
    await settle();
    expect(late.last('refused')?.refusal.code).toBe('RM-303');
  });

  test('another token of the same page puts the frame before it out; the same one again does not', async () => {
    const { world, page, frame, token } = await opened();
    page.say({ type: 'reading', reading: reading('t1', ['Ana Wu', 'Bo Li']), frame: token });
    await settle();
    expect(frame.open).toBe(true);
    const next = crypto.randomUUID();
    page.say({ type: 'reading', reading: reading('t1'), frame: next });
    await settle();
    expect(frame.open).toBe(false);
    const newer = world.frame(7, 6, 'F2');
    newer.say({ type: 'join', token: next });
    await settle();
    expect(newer.views().at(-1)?.state.is).toBe('occasion');
  });

  test('the rightful frame stays when an intruder is put out', async () => {
    const { world, page, frame, view, token } = await opened();
    world.frame(7, 6, 'F2').say({ type: 'join', token });
    await settle();
    frame.say(act(view.generation));
    await stillOn(page, 't1');
    expect(frame.last('answer')?.value).toMatchObject({ ok: true });
    expect(world.performed).toHaveLength(1);
  });

  test.each([
    null,
    42,
    'join',
    { type: 'constructor' },
    { type: 'ask', id: 1, generation: 'x', ask: { ask: 'act', act: 'add-my-need' } },
    { type: 'ask', id: 1, generation: 'x', ask: { ask: 'act', act: { act: 7 } } },
  ])('a malformed word of a view ends the conversation: %j', async (message) => {
    const { world, frame } = await opened();
    frame.say(message);
    await settle();
    expect(frame.last('refused')?.refusal.code).toBe('RM-301');
    expect(frame.open).toBe(false);
    expect(world.performed).toEqual([]);
  });

  test('a page that talks nonsense loses its port, and its panel its people', async () => {
    const { page, frame } = await opened();
    page.say({
      type: 'reading',
      reading: { state: 'occasion', occasion: { site: 'Not A Site' } },
      frame: 'a'.repeat(36),
    });
    await settle();
    expect(page.open).toBe(false);
    expect(frame.views().at(-1)?.state.is).toBe('nothing');
  });

  test('strangers get no ear at all', async () => {
    const world = start();
    for (const port of [
      world.any('page', { ...pageSender(7, 'D1'), url: 'https://evil.example/' }),
      world.any('page', { ...pageSender(7, 'D1'), id: 'other' }),
      world.any('panel', pageSender(7, 'D1')),
      world.any('panel', { ...frameSender(7, 0, 'F1') }),
    ])
      expect(port.open).toBe(false);
  });
});

describe('a stopped worker', () => {
  test('the frame comes back with its secret, and its page says again what is on the screen', async () => {
    const world = start();
    const { frame, view, token } = await opened(world);
    const secret = frame.last('joined')?.secret;
    world.stopWorker();
    let again: TestPort | undefined;
    world.deps.callPage = async () => {
      again = world.page();
      again.say({ type: 'reading', reading: reading('t1'), frame: token });
      return true;
    };
    const back = world.frame();
    back.say({ type: 'rejoin', secret });
    await settle();
    expect(back.views().at(-1)).toEqual(view);
    back.say(act(view.generation));
    if (again) await stillOn(again, 't1');
    expect(world.performed).toHaveLength(1);
  });

  test('an act said in the same breath as the coming back waits for it', async () => {
    const world = start();
    const { frame, view, token } = await opened(world);
    const secret = frame.last('joined')?.secret;
    world.stopWorker();
    let again: TestPort | undefined;
    world.deps.callPage = async () => {
      again ??= world.page();
      again.say({ type: 'reading', reading: reading('t1'), frame: token });
      return true;
    };
    const back = world.frame();
    back.say({ type: 'rejoin', secret });
    back.say(act(view.generation));
    await new Promise((resolve) => setTimeout(resolve, 60));
    if (again) await stillOn(again, 't1');
    expect(back.last('refused')).toBeUndefined();
    expect(world.performed).toHaveLength(1);
  });

  test('another frame does not come back in its place', async () => {
    const world = start();
    const { frame } = await opened(world);
    const secret = frame.last('joined')?.secret;
    world.stopWorker();
    const other = world.frame(7, 9, 'F9');
    other.say({ type: 'rejoin', secret });
    await settle();
    expect(other.last('refused')?.refusal.code).toBe('RM-303');
  });

  test('a side panel asks a page that this worker has not heard of', async () => {
    const called: number[] = [];
    const world = start({
      callPage: async (tabId) => {
        called.push(tabId);
        return false;
      },
    });
    const side = world.sidePanel();
    side.say({ type: 'watch', tabId: 9 });
    await settle();
    expect(called).toEqual([9]);
    expect(side.views().at(-1)?.state.is).toBe('nothing');
  });
});

test('a framed panel opens the side panel at a place, and one that is open goes there', async () => {
  const shown: number[] = [];
  const { world, frame, view } = await opened(start({ showSidePanel: async (tabId) => void shown.push(tabId) }));
  const place = { at: 'person', ref: 'ana@example.com' } as const;
  const ask = (id: number, opened = false) =>
    frame.say({ type: 'ask', id, generation: view.generation, ask: { ask: 'side-panel', place, opened } });
  ask(0, true);
  await settle();
  expect(shown).toEqual([]);
  ask(1);
  await settle();
  expect(shown).toEqual([7]);
  const side = world.sidePanel();
  side.say({ type: 'watch', tabId: 7 });
  await settle();
  expect(side.last('place')?.place).toEqual(place);
  ask(2);
  await settle();
  expect(shown).toEqual([7]);
  expect(side.heard.filter((each) => each.type === 'place')).toHaveLength(2);
});

test('the outline of a page that could not be read is the one of the tab that the view belongs to', async () => {
  const { frame, view } = await opened();
  frame.say({ type: 'ask', id: 3, generation: view.generation, ask: { ask: 'skeleton' } });
  await settle();
  expect(frame.last('answer')?.value).toBe('<body 7>');
});

test('a closed tab is forgotten', async () => {
  const { world } = await opened();
  world.tabClosed(7);
  await settle();
  const side = world.sidePanel();
  side.say({ type: 'watch', tabId: 7 });
  await settle();
  expect(side.views().at(-1)?.state.is).toBe('nothing');
});

test('an unexpected failure has a number too', () => {
  expect(refusalOf(new TypeError('x is not a function'))).toMatchObject({ code: 'RM-300', transient: false });
  expect(refusalOf(new Problem('RM-101', 'gone', true))).toEqual({ code: 'RM-101', detail: 'gone', transient: true });
});

test('a page whose words contradict what it shows is shown as one that could not be read', async () => {
  const broken = { state: 'broken', site: 'gmail', part: 'organizer' } as const;
  const { world, frame, view, page } = await opened(start({ understood: async () => broken }));
  expect(view.state).toEqual({ is: 'broken', site: 'gmail', part: 'organizer' });
  frame.say(act(view.generation));
  await stillOn(page, 't1');
  expect(world.performed).toEqual([]);
});

test('what a page says in words is understood before it is shown', async () => {
  const { view } = await opened(
    start({
      understood: async (read) =>
        read.state === 'occasion' ? { ...read, occasion: { ...read.occasion, title: 'understood' } } : read,
    }),
  );
  expect(view.state).toMatchObject({ brief: { occasion: { title: 'understood' } } });
});
