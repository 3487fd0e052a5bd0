// @vitest-environment jsdom
import { act as settled } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Panel } from '../../../../components/panel/panel.tsx';
import type { PanelView } from '../../../../records/brief.ts';
import { now, rich, views } from '../../../looks/briefs.ts';
import { clientShowing, type ShownClient } from '../../../looks/client.ts';

// Whole screens are drawn here, on machines that may be busy with browsers.
vi.setConfig({ testTimeout: 30_000 });

let root: Root;

beforeAll(() => import('../../../../components/panel/forms/open-form.tsx'));

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(async () => {
  await settled(async () => root.unmount());
});

const named = (name: string): PanelView => {
  const view = views[name];
  if (!view) throw new Error(`No fixture ${name}.`);
  return { ...view, language: 'en' };
};

async function panel(view: PanelView | null): Promise<ShownClient> {
  const shown = clientShowing(view);
  root = createRoot(document.getElementById('root') as HTMLElement);
  await settled(async () =>
    root.render(<Panel client={shown.client} where="frame" preferred={['en']} now={() => now} />),
  );
  return shown;
}

const all = (selector: string, within: ParentNode = document) => [...within.querySelectorAll<HTMLElement>(selector)];

function one(selector: string, within: ParentNode = document): HTMLElement {
  const found = within.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`No ${selector} in: ${document.body.textContent}`);
  return found;
}

const wordsOf = (element: Element) => (element.textContent ?? '').replace(/[\u2066-\u2069]/g, '').trim();

function button(words: RegExp, within: ParentNode = document): HTMLElement {
  const found = all('button, [role=radio], [role=switch]', within).find((each) => words.test(wordsOf(each)));
  if (found === undefined)
    throw new Error(`No button ${words}; there are: ${all('button', within).map(wordsOf).join(' | ')}`);
  return found;
}

/** Clicks, and waits for what is loaded then. */
const click = (element: HTMLElement) =>
  settled(async () => {
    element.click();
    await new Promise((done) => setTimeout(done, 0));
  });

async function type(element: HTMLElement, text: string): Promise<void> {
  const field = element as HTMLInputElement;
  const prototype = element instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  await settled(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

const person = (address: string) => one(`[data-match][data-address="${address}"]`);
const prompt = (kind: string) => one(`[data-kind="${kind}"]`);
const said = () => wordsOf(one('.toast'));

async function opened(address: string): Promise<HTMLElement> {
  const item = person(address);
  await click(one('button.person-head', item));
  return item;
}

const lin = 'lin.yue@beihai.example';
const ngozi = 'n.okafor@freemail.example';

test('a site whose reading is new says so, calmly, and no other does', async () => {
  const view = named('rich');
  if (view.state.is !== 'occasion') throw new Error('rich is no occasion');
  const { show } = await panel(view);
  expect(all('.occasion-new')).toEqual([]);
  const { state } = view;
  await settled(async () => show({ ...view, state: { ...state, unproven: true } }));
  expect(wordsOf(one('.occasion-new'))).toBe('Reading on this site is new: check the names.');
});

describe('the face that others hold on to', () => {
  test('names the occasion, its people and its prompts', async () => {
    await panel(named('rich'));
    const main = one('main');
    expect(main.dataset.occasionKind).toBe('meeting');
    expect(main.dataset.occasionTitle).toBe(rich.occasion.title);
    expect(all('main ul > li[data-match]').map((li) => [li.dataset.address, li.dataset.match])).toEqual(
      expect.arrayContaining(rich.people.map((each) => [each.address ?? '', each.match])),
    );
    expect(all('[data-match]')).toHaveLength(rich.people.length);
    expect(all('main ul > li[data-kind]').map((li) => [li.dataset.kind, li.dataset.address])).toEqual([
      ['introduce', lin],
      ['share', 'zhaomin@haike.example'],
      ['record', ngozi],
    ]);
  });

  test('holds every prompt behind "more", each with its reasons in details', async () => {
    await panel(named('rich'));
    await click(button(/^4 more prompts/));
    expect(
      all('li[data-kind]')
        .map((li) => li.dataset.kind)
        .sort(),
    ).toEqual(['advance', 'follow-up', 'introduce', 'reconnect', 'record', 'review', 'share']);
    for (const item of all('li[data-kind]')) expect(one('details', item).textContent).toMatch(/\w{3}/);
    const reasons = wordsOf(one('details', prompt('introduce')));
    expect(reasons).toContain('packaging tests in five days');
    expect(reasons).toContain('a room for the June workshop');
  });

  test('shows the words of pages and records as text, without marks that reorder it', async () => {
    await panel(named('rich'));
    expect(document.querySelector('main b')).toBeNull();
    expect(wordsOf(one('main'))).toContain('evil <b>Mallory</b> x');
    expect(one('main').textContent).not.toMatch(/[\u202a-\u202e\u2066\u2067\u200b]/);
    for (const name of all('.person-name')) expect(name.querySelector('bdi')).not.toBeNull();
  });

  test('shows a known person with standing, tie, last meeting and note', async () => {
    await panel(named('rich'));
    const words = wordsOf(person(lin));
    for (const part of ['Connection', 'Friend', 'Head of quality, Beihai Cold Chain', 'Weak tie', 'Dec 19, 2025'])
      expect(words).toContain(part);
    expect(words).toContain('Rather hears things by telephone first');
  });

  test('shows nowhere a score', async () => {
    await panel(named('rich'));
    await opened(lin);
    expect(wordsOf(one('main'))).not.toMatch(/score|\d+\s*%|★|rating/i);
  });
});

describe('in place', () => {
  test('a sender is tagged a potential connection with one click, and the tag can be taken back', async () => {
    const shown = await panel(named('strangers'));
    await click(button(/^Potential/, person('mara@quay.example')));
    expect(shown.acts).toEqual([{ act: 'tag-potential', whom: { ref: 'mara@quay.example' }, on: true }]);
    expect(said()).toContain('Tagged a potential connection.');
    await click(button(/^Undo/, one('.toast')));
    expect(shown.acts[1]).toEqual({ act: 'undo', changeId: 'change' });
    expect(shown.generations).toEqual(['g1', 'g1']);
  });

  test('a new face is kept from its prompt', async () => {
    const shown = await panel(named('rich'));
    await click(button(/^Keep/, prompt('record')));
    expect(shown.acts).toEqual([{ act: 'keep-person', ref: ngozi }]);
  });

  test('a prompt is put off to four times, done with, or never shown again', async () => {
    const shown = await panel(named('rich'));
    const item = prompt('share');
    await click(button(/^Later/, item));
    expect(all('.later button', item).map((each) => wordsOf(each).replace(/(Tue|Wed|Mon|Fri).*/, ''))).toEqual([
      'After this meeting',
      'Tomorrow morning',
      'Next week',
      'In a month',
    ]);
    await click(button(/^After this meeting/, item));
    await click(button(/^Done/, item));
    await click(button(/^Never/, item));
    expect(shown.acts).toEqual([
      { act: 'decide', promptKey: 'share:zhao:t1', decision: 'later', until: rich.occasion.endAt },
      { act: 'decide', promptKey: 'share:zhao:t1', decision: 'done', until: null },
      { act: 'decide', promptKey: 'share:zhao:t1', decision: 'never', until: null },
    ]);
  });

  test('a share is planned from its prompt, with the tip and the setting that it proposes', async () => {
    const shown = await panel(named('rich'));
    const item = prompt('share');
    await click(button(/^Plan it/, item));
    await type(one('input[type=text]', one('form', item)), 'You look for an interpreter who can be there');
    await click(button(/^Plan it/, one('form', item)));
    expect(shown.acts).toEqual([
      {
        act: 'plan-share',
        whom: { personId: 'zhao' },
        tipId: 't1',
        setting: 'walk',
        plannedFor: null,
        whyYou: 'You look for an interpreter who can be there',
      },
    ]);
    expect(document.querySelector('form')).toBeNull();
  });

  test('the guard speaks up before a tip becomes common, and again when it did', async () => {
    const view = named('rich');
    const prompts = rich.prompts.map((each) =>
      each.kind === 'share'
        ? {
            ...each,
            subject: { table: 'tips', id: 't2', text: 'The laboratory' },
            because: [{ code: 'tip-exclusive' as const, params: {}, from: null }],
          }
        : each,
    );
    const shown = await panel({ ...view, state: { is: 'occasion', brief: { ...rich, prompts } } });
    shown.answers = [{ ok: true, changeId: 'c', warning: { code: 'tip-becomes-common', people: ['Tobias'] } }];
    const item = prompt('share');
    await click(button(/^Plan it/, item));
    expect(wordsOf(one('.notice-care', item))).toContain('Tobias Achterberg-Winkelhausen already has this');
    await click(button(/^Plan it all the same/, item));
    expect(said()).toContain('Tobias already has this');
  });

  test('a need and an offer are added in one line, a note may be confidential', async () => {
    const shown = await panel(named('rich'));
    const item = await opened(ngozi);
    await click(button(/^A need/, item));
    await type(one('form input[type=text]', item), 'a quiet room to write in');
    await click(button(/^Save/, item));
    await click(button(/^A note/, item));
    await type(one('form textarea', item), 'between two jobs');
    await click(one('[role=switch]', item));
    await click(button(/^Save/, item));
    expect(shown.acts).toEqual([
      { act: 'add-need', whom: { ref: ngozi }, text: 'a quiet room to write in' },
      { act: 'add-note', whom: { ref: ngozi }, text: 'between two jobs', confidential: true },
    ]);
  });

  test('a request and its answer are recorded, and an open one answered', async () => {
    const shown = await panel(named('rich'));
    const item = await opened(lin);
    await click(button(/^A request/, item));
    await type(one('form input[type=text]', item), 'a letter to the port');
    await click(button(/^They asked me/, item));
    await click(button(/^Agreed/, item));
    await click(button(/^Save/, item));
    await click(button(/^Answer$/, item));
    await click(button(/^Declined/, one('form', item)));
    await click(button(/^Save/, item));
    expect(shown.acts).toEqual([
      {
        act: 'record-cooperation',
        whom: { personId: 'lin' },
        direction: 'they-asked',
        about: 'a letter to the port',
        answer: 'agreed',
      },
      { act: 'answer-cooperation', cooperationId: 'c2', answer: 'declined' },
    ]);
  });

  test('an introduction begins by asking one side, with a note that can be copied', async () => {
    const shown = await panel(named('rich'));
    const item = prompt('introduce');
    await click(button(/^Ask both first/, item));
    expect(wordsOf(one('.draft', item))).toContain('Shall I introduce you?');
    await click(button(/^I have asked/, item));
    expect(shown.acts).toMatchObject([
      { act: 'begin-introduction', whom: { personId: 'lin' }, other: { personId: 'tobias' } },
    ]);
  });

  test('a friend is marked, and what a person could do for me stands beside', async () => {
    const shown = await panel(named('rich'));
    const item = await opened('yousef@darb.example');
    await click(button(/^Friend/, item));
    expect(shown.acts).toEqual([{ act: 'mark-friend', whom: { personId: 'yousef' }, on: true }]);
    expect(wordsOf(await opened(lin))).toContain('You look for “somebody who knows port inspection”');
  });

  test('a possible match is confirmed or refused', async () => {
    const shown = await panel(named('rich'));
    const item = person('wang.wei@portauthority.example');
    await click(button(/^Yes, the same.*王伟/, item));
    await click(button(/^No, somebody else.*Wang Wei/, item));
    const ref = 'wang.wei@portauthority.example';
    expect(shown.acts).toEqual([
      { act: 'confirm-match', ref, personId: 'ww1' },
      { act: 'refuse-match', ref, personId: 'ww2' },
    ]);
  });

  test('an address greyed as a list is said to be a person', async () => {
    const shown = await panel(named('rich'));
    await click(button(/^Is a person/, person('team-quality@beihai.example')));
    expect(shown.acts).toEqual([{ act: 'say-person', ref: 'team-quality@beihai.example' }]);
  });

  test('the review is written when the meeting is over', async () => {
    const shown = await panel(named('over'));
    await click(button(/^Write the review/));
    expect(button(/^Save/).getAttribute('aria-disabled') ?? button(/^Save/).getAttribute('disabled')).not.toBeNull();
    await type(one('form textarea'), 'the list of laboratories');
    await click(button(/^Save/));
    expect(shown.acts).toEqual([
      { act: 'write-review', occasionId: 'o1', given: 'the list of laboratories', asked: '', agreed: '', next: '' },
    ]);
  });

  test('a review that is written is not asked for again', async () => {
    const view = named('over');
    if (view.state.is !== 'occasion') throw new Error('The fixture has changed.');
    const { brief } = view.state;
    await panel({
      ...view,
      state: { is: 'occasion', brief: { ...brief, occasion: { ...brief.occasion, reviewed: true } } },
    });
    expect(wordsOf(one('main'))).not.toContain('Write the review');
  });

  test('what fails is said with its number, and what was typed stays', async () => {
    const shown = await panel(named('rich'));
    shown.answers = [{ ok: false, code: 'RM-302', detail: 'x', transient: false }];
    const item = await opened(ngozi);
    await click(button(/^An offer/, item));
    await type(one('form input[type=text]', item), 'a van on Fridays');
    await click(button(/^Save/, item));
    expect(said()).toContain('RM-302');
    expect(said()).toContain('Another meeting or thread is on the screen now');
    expect((one('form input[type=text]', item) as HTMLInputElement).value).toBe('a van on Fridays');
  });
});

describe('the view follows the screen', () => {
  test('what is typed outlives a refresh of the same occasion, and never reaches the next', async () => {
    const shown = await panel(named('rich'));
    await click(button(/^A note/, await opened(ngozi)));
    await type(one('form textarea'), 'half a thought');
    await settled(async () => shown.show({ ...named('rich') }));
    expect((one('form textarea') as HTMLTextAreaElement).value).toBe('half a thought');
    await settled(async () => shown.show({ ...named('rich'), generation: 'g2' }));
    expect(document.querySelector('form')).toBeNull();
  });

  test('a place asked for is opened', async () => {
    const shown = await panel(named('rich'));
    Element.prototype.scrollIntoView = () => {};
    await settled(async () => shown.goTo({ at: 'person', ref: ngozi }));
    expect(one('button.person-head', person(ngozi)).getAttribute('aria-expanded')).toBe('true');
    expect(person(ngozi).contains(document.activeElement)).toBe(true);
    await settled(async () => shown.goTo({ at: 'prompt', key: 'review:zhao:o1' }));
    expect(prompt('review').contains(document.activeElement)).toBe(true);
  });

  test.each([
    ['nothing', 'No meeting or thread is open here.'],
    ['broken', 'This page could not be read.'],
    ['store-problem', 'Your records were written by a newer Renmai.'],
  ])('%s says what is so and what to do, and shows nobody', async (name, words) => {
    await panel(named(name));
    expect(wordsOf(one('main'))).toContain(words);
    expect(all('main button').length).toBeGreaterThan(0);
    expect(all('[data-match], [data-occasion-kind]')).toEqual([]);
  });

  test('people stand there before the prompts do, and nothing says that there are none', async () => {
    const view = named('rich');
    const waiting = { ...rich, prompts: [], pending: true };
    const shown = await panel({ ...view, state: { is: 'occasion', brief: waiting } });
    expect(all('[data-match]')).toHaveLength(12);
    expect(document.querySelector('.no-prompts')).toBeNull();
    await settled(async () => shown.show(view));
    expect(all('[data-kind]')).toHaveLength(3);
    expect(all('[data-match]')[2]?.dataset.address).toBe(ngozi);
  });

  test('a refusal for good takes everybody off the screen', async () => {
    const shown = await panel(named('rich'));
    await settled(async () => shown.refuse({ code: 'RM-303', detail: '', transient: false }));
    expect(all('[data-match]')).toEqual([]);
    expect(wordsOf(one('main'))).toContain('RM-303');
    await settled(async () => shown.refuse(null));
    expect(all('[data-match]')).toHaveLength(12);
  });

  test('2,000 guests open folded, and each can be found', async () => {
    await panel(named('crowd'));
    expect(all('[data-match]').length).toBeLessThan(100);
    await click(button(/^Show 200 more/));
    expect(all('[data-match]').length).toBeGreaterThan(200);
    await type(one('input[type=search]'), 'guest number 1987');
    expect(all('[data-match]').map((item) => item.dataset.address)).toEqual(['guest1987@company.example']);
  });

  test('the empty store says how to begin', async () => {
    await panel(named('strangers'));
    expect(wordsOf(one('.no-prompts'))).toContain('Nobody here is in your records yet.');
  });

  test('in Chinese the same is said in Chinese', async () => {
    await panel({ ...named('rich'), language: 'zh-CN' });
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(wordsOf(person(lin))).toContain('人脉');
    expect(wordsOf(prompt('share'))).toContain('正好回应赵敏在找的');
  });
});
