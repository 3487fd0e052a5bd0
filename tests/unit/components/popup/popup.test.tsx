// @vitest-environment jsdom
import { act as settled } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Access } from '../../../../components/parts/access-notice.tsx';
import type { AddableSite } from '../../../../components/popup/add-site.tsx';
import { Popup } from '../../../../components/popup/popup.tsx';
import type { PanelView } from '../../../../records/brief.ts';
import type { PasteResult } from '../../../../records/planner.ts';
import { Problem } from '../../../../records/problem.ts';
import { now, views } from '../../../looks/briefs.ts';
import { clientShowing } from '../../../looks/client.ts';

// Whole screens are drawn here, on machines that may be busy with browsers.
vi.setConfig({ testTimeout: 30_000 });

let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
  window.close = () => {};
});
afterEach(async () => {
  await settled(async () => root.unmount());
});

const allowed: Access = { lacking: [], ask: async () => true };
const nobody = async (): Promise<PasteResult> => ({ ok: false, code: 'RM-211', detail: '', transient: false });
const noSite = { addable: null, onAdd: async () => 'generic', paste: nobody };

async function popup(
  look: string,
  onSite: (on: boolean) => Promise<void> = async () => {},
  on = true,
  access = allowed,
) {
  const view = views[look] ?? null;
  const shown = clientShowing(view === null ? null : { ...view, language: 'en' });
  root = createRoot(document.getElementById('root') as HTMLElement);
  await settled(async () =>
    root.render(
      <Popup
        client={shown.client}
        site={{ label: 'Gmail', on }}
        access={access}
        onSite={onSite}
        {...noSite}
        preferred={['en']}
        now={() => now}
      />,
    ),
  );
  return shown;
}

const words = () => (document.body.textContent ?? '').replace(/[\u2066-\u2069]/g, '');

const click = (text: RegExp) =>
  settled(async () => {
    const all = [...document.querySelectorAll<HTMLElement>('button, [role=switch]')];
    const found = all.find((each) => text.test((each.textContent ?? '').replace(/[\u2066-\u2069]/g, '').trim()));
    if (found === undefined) throw new Error(`No button ${text}.`);
    found.click();
  });

const type = (text: string) =>
  settled(async () => {
    const field = document.querySelector('form input[type=text]') as HTMLInputElement;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

test('says what is on this tab, and opens the side panel at a prompt', async () => {
  const shown = await popup('rich');
  expect(words()).toContain('12 people, 7 prompts');
  await click(/^Tell 赵敏, and nobody else/);
  expect(shown.places).toEqual([{ at: 'prompt', key: 'share:zhao:t1' }]);
});

test('says what the browser keeps from it, and asks with one click', async () => {
  let asked = 0;
  await popup('rich', async () => {}, true, {
    lacking: ['Gmail', 'Google Calendar'],
    ask: async () => {
      asked += 1;
      return asked > 1;
    },
  });
  expect(words()).toContain('does not let Renmai read Gmail, Google Calendar');
  await click(/^Allow it$/);
  expect(words()).toContain('does not let Renmai read');
  await click(/^Allow it$/);
  expect(asked).toBe(2);
  expect(words()).not.toContain('does not let Renmai read');
});

test('a tip is written in one line, with what was understood of it, and can be taken back', async () => {
  const shown = await popup('nothing');
  expect(words()).toContain('No meeting or thread is open on this tab.');
  await type('The quay opens a second gate #ports !confidential');
  expect(document.querySelector('.popup-understood')?.textContent).toContain('Confidential');
  await click(/^Save/);
  await click(/^Undo/);
  expect(shown.acts).toEqual([
    {
      act: 'capture-tip',
      text: 'The quay opens a second gate',
      topics: ['ports'],
      reach: 'one',
      few: [],
      expiresAt: null,
      source: null,
      confidential: true,
    },
    { act: 'undo', changeId: 'change' },
  ]);
});

test('my own need and offer are written down', async () => {
  const shown = await popup('nothing');
  await click(/^I need/);
  await type('a translator for Japanese');
  await click(/^Save/);
  await click(/^I can offer/);
  await type('a desk by the window');
  await click(/^Save/);
  expect(shown.acts).toEqual([
    { act: 'add-my-need', text: 'a translator for Japanese' },
    { act: 'add-my-offer', text: 'a desk by the window' },
  ]);
});

test('reading of the site is switched off, and the refusal to do so is said with its number', async () => {
  const asked: boolean[] = [];
  await popup('rich', async (on) => {
    asked.push(on);
    if (asked.length > 1) throw new Problem('RM-102', 'An older page holds it.', true);
  });
  const toggle = () => settled(async () => (document.querySelector('[role=switch]') as HTMLElement).click());
  await toggle();
  expect(words()).toContain('Gmail is switched off, so nothing is read here.');
  await toggle();
  expect(asked).toEqual([false, true]);
  expect(words()).toContain('RM-102');
});

test.each(['broken', 'store-problem', 'loading'])('%s is said plainly', async (look) => {
  await popup(look);
  expect(document.querySelector('.popup-tab')?.textContent).toMatch(/\w{3}/);
  expect(document.querySelectorAll('.popup-prompt')).toHaveLength(0);
});

async function added(given: Partial<AddableSite>, onAdd: () => Promise<string> = async () => 'roundcube') {
  const { client } = clientShowing({ ...(views.nothing ?? null), language: 'en' } as PanelView);
  const label = (family: string) => (family === 'roundcube' ? 'Roundcube' : null);
  const addable = { host: 'mail.example.org', family: null, label, may: true, ...given };
  root = createRoot(document.getElementById('root') as HTMLElement);
  await settled(async () =>
    root.render(
      <Popup
        client={client}
        site={null}
        access={allowed}
        onSite={async () => {}}
        addable={addable}
        onAdd={onAdd}
        paste={nobody}
        preferred={['en']}
        now={() => now}
      />,
    ),
  );
}

test('a site that is not read can be added, once the browser and the background agree', async () => {
  await added({});
  expect(words()).toContain('Renmai does not read this site.');
  await click(/^Read mail\.example\.org/);
  expect(words()).toContain('mail.example.org is read from now on, as Roundcube.');
});

test('a refusal is said with its number, and the site can be asked for again', async () => {
  await added({}, async () => {
    throw new Problem('RM-404', '');
  });
  await click(/^Read mail\.example\.org/);
  expect(document.querySelector('[role=alert]')?.textContent).toContain('RM-404');
  await click(/^Read mail\.example\.org/);
});

test('of an added site it says as what it is read; one without encryption is not offered', async () => {
  await added({ family: 'generic' });
  expect(words()).toContain('You added mail.example.org; it is read as a page of any kind.');
  expect(words()).toContain('No meeting or thread is open on this tab.');
  await settled(async () => root.unmount());
  document.body.innerHTML = '<div id="root"></div>';
  await added({ may: false });
  expect(words()).toContain('the page is not encrypted');
  expect(document.querySelector('.popup-add')).toBeNull();
});

test('people are pasted: what names nobody is said so, and the text stays', async () => {
  await added({});
  const summary = document.querySelector<HTMLElement>('summary');
  await settled(async () => {
    const details = summary?.closest('details');
    if (details) details.open = true;
    details?.dispatchEvent(new Event('toggle'));
  });
  const area = document.querySelector('textarea') as HTMLTextAreaElement;
  await settled(async () => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set?.call(area, 'nobody here');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await click(/^Show who is here/);
  expect(words()).toContain('There is nobody in this text');
  expect(words()).toContain('RM-211');
  expect((document.querySelector('textarea') as HTMLTextAreaElement).value).toBe('nobody here');
});
