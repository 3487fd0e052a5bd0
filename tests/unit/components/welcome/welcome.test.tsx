// @vitest-environment jsdom
import { act as settled } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Page } from '../../../../components/parts/page.tsx';
import { Welcome } from '../../../../components/welcome/welcome.tsx';
import { Problem } from '../../../../records/problem.ts';

// Whole screens are drawn here, on machines that may be busy with browsers.
vi.setConfig({ testTimeout: 30_000 });

let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(async () => {
  await settled(async () => root.unmount());
});

async function welcome(loadSample: () => Promise<void>) {
  const done: string[] = [];
  root = createRoot(document.getElementById('root') as HTMLElement);
  await settled(async () =>
    root.render(
      <Page language="en" preferred={['en']} theme="auto" now={() => 0}>
        <Welcome
          calendarUrl="https://calendar.google.com/"
          mailUrl="https://mail.google.com/"
          access={null}
          loadSample={loadSample}
          onDone={() => done.push('done')}
        />
      </Page>,
    ),
  );
  return done;
}

const click = (text: string) =>
  settled(async () => {
    const found = [...document.querySelectorAll('button')].find((each) => each.textContent === text);
    if (found === undefined) throw new Error(`No button “${text}”.`);
    found.click();
  });

const title = () => document.querySelector('h1')?.textContent;

test('three screens say what is read, where it stays, how it leaves, and end at the first prompt', async () => {
  const loaded: string[] = [];
  const done = await welcome(async () => {
    loaded.push('sample');
  });
  const titles = [title()];
  for (let step = 0; step < 3; step++) {
    await click('Next');
    titles.push(title());
    expect(document.activeElement).toBe(document.querySelector('h1'));
  }
  expect(titles).toEqual(['What is read', 'Where it stays', 'How it leaves', 'Your first prompt']);
  await click('Back');
  expect(document.body.textContent).toContain('Uninstalling the extension deletes everything');
  await click('Next');
  expect([...document.querySelectorAll('a')].map((link) => link.href)).toEqual([
    'https://calendar.google.com/',
    'https://mail.google.com/',
  ]);
  await click('Try with sample people');
  expect([loaded, done]).toEqual([['sample'], ['done']]);
});

test('a sample that cannot be put in is said with its number, and the way on stays open', async () => {
  const done = await welcome(async () => {
    throw new Problem('RM-105', 'No room.');
  });
  for (let step = 0; step < 3; step++) await click('Next');
  await click('Try with sample people');
  expect(document.body.textContent).toContain('RM-105');
  expect(done).toEqual([]);
  await click('Go on without');
  expect(done).toEqual(['done']);
});
