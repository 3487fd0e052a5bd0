import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { axeViolations } from './axe.ts';
import { browserForFile } from './browser.ts';
import { eventually, type Tab } from './driver.ts';
import { importCounts, importFiles, openPlanner, type Route } from './screens/planner.ts';

const browser = browserForFile();
const folder = mkdtempSync(join(tmpdir(), 'renmai-planner-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const routes: Route[] = [
  '#/today',
  '#/people',
  '#/tips',
  '#/introductions',
  '#/matters',
  '#/reviews',
  '#/practice',
  '#/import',
  '#/settings',
];

const go = (planner: Tab, route: string) =>
  planner.evaluate((hash) => {
    location.hash = hash;
  }, route);

/** Loads the page again, by itself: Firefox's driver does not hear of a reload of the extension's pages. */
async function loadAgain(planner: Tab): Promise<void> {
  await planner.evaluate(() => {
    document.documentElement.dataset.before = '';
    location.reload();
  }, null);
  await eventually('the page loaded again', () =>
    planner
      .evaluate(
        () => document.documentElement.dataset.before === undefined && document.querySelector('main') !== null,
        null,
      )
      .then((done) => done || null)
      .catch(() => null),
  );
}

/** Waits until the words stand somewhere in the page. */
const see = (planner: Tab, words: string) =>
  planner.waitUntil((wanted) => document.body.textContent?.includes(wanted) ?? false, words);

/** Waits until the words stand nowhere in the page's main part. */
const seeNot = (planner: Tab, words: string) =>
  planner.waitUntil((wanted) => !(document.querySelector('main')?.textContent?.includes(wanted) ?? true), words);

const texts = (planner: Tab, selector: string) =>
  planner.evaluate((css) => [...document.querySelectorAll(css)].map((one) => one.textContent?.trim() ?? ''), selector);

/** Chooses the option that shows these words: beside each stands a hidden input of the same name. */
async function choose(planner: Tab, words: string): Promise<void> {
  const shown = (name: string) =>
    [...document.querySelectorAll('[role=radio]')].some((one) => one.textContent === name);
  await planner.waitUntil(shown, words);
  await planner.evaluate((name) => {
    const options = [...document.querySelectorAll<HTMLElement>('[role=radio]')];
    options.find((one) => one.textContent === name)?.click();
  }, words);
}

/** Types into the list's search box at one go; the drivers differ in how they empty a box. */
async function search(planner: Tab, words: string): Promise<void> {
  await planner.waitFor('main input[type=search]');
  await planner.evaluate((text) => {
    const box = document.querySelector<HTMLInputElement>('main input[type=search]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(box, text);
    box?.dispatchEvent(new Event('input', { bubbles: true }));
  }, words);
}

/** The id of the kept person of that name, from the list. */
async function idOf(planner: Tab, name: string): Promise<string> {
  await go(planner, '#/people');
  await search(planner, name);
  return eventually(`${name} in the list`, () =>
    planner.evaluate(
      (wanted) =>
        [...document.querySelectorAll<HTMLElement>('[data-person]')].find((row) => row.textContent?.includes(wanted))
          ?.dataset.person ?? null,
      name,
    ),
  );
}

describe('the first run', () => {
  test('ends in prompts on the sample', async () => {
    const planner = await openPlanner(browser(), '#/today');
    for (let step = 1; step < 4; step++) await planner.clickRole('button', 'Next');
    await planner.clickRole('button', 'Try with sample people');
    await planner.waitFor('[data-occasion-kind=meeting]', 30_000);
    await planner.waitFor('[data-occasion-kind=meeting] [data-kind][data-address]');
    const kinds = await planner.evaluate(
      () => [...document.querySelectorAll<HTMLElement>('[data-kind][data-address]')].map((one) => one.dataset.kind),
      null,
    );
    expect(kinds.length).toBeGreaterThan(0);
    await loadAgain(planner);
    await planner.waitFor('[data-occasion-kind=meeting]', 30_000);
    await planner.close();
  });
});

describe('routes', () => {
  let planner: Tab;
  beforeAll(async () => {
    planner = await openPlanner(browser(), '#/people');
  });
  afterAll(() => planner.close());

  test('each has its title and heading, and a move puts the focus on the heading', async () => {
    for (const route of [...routes, '#/nowhere']) {
      await go(planner, route);
      await planner.waitUntil(
        (hash) => document.activeElement?.tagName === 'H1' || hash === location.hash.slice(1),
        route,
      );
      const [title, heading, focused] = await planner.evaluate(
        () => [
          document.title,
          document.querySelector('h1')?.textContent ?? '',
          document.activeElement === document.querySelector('h1'),
        ],
        null,
      );
      expect(title).toContain(heading);
      expect(focused, route).toBe(true);
    }
    expect(
      await planner.evaluate(
        () => [...document.querySelectorAll('h1')].filter((one) => one.getClientRects().length > 0).length,
        null,
      ),
    ).toBe(1);
  });

  test('the skip button is the first stop of the keyboard and leads past the navigation', async () => {
    await loadAgain(planner);
    await planner.press('Tab');
    expect(await planner.evaluate(() => document.activeElement?.textContent, null)).toBe('Skip to the content');
    await planner.press('Enter');
    expect(await planner.evaluate(() => document.activeElement?.tagName, null)).toBe('MAIN');
  });

  test('back returns to the list as it was left', async () => {
    await go(planner, '#/people');
    await planner.waitFor('[data-person]');
    await search(planner, 'customs');
    await planner.waitUntil(() => document.querySelectorAll('[data-person]').length < 10, null);
    const before = await texts(planner, '[data-person]');
    await planner.click('[data-person] a');
    await planner.waitFor('main [data-person] h2');
    await planner.back();
    await planner.waitFor('.contact-list [data-person]');
    expect(await texts(planner, '[data-person]')).toEqual(before);
    await search(planner, '');
  });
});

describe('people', () => {
  let planner: Tab;
  beforeAll(async () => {
    planner = await openPlanner(browser(), '#/people');
  });
  afterAll(() => planner.close());

  test.each([
    ['zm', '周敏'],
    ['zhoumin', '周敏'],
    ['rivera', 'Tomás Rivera'],
    ['TOMAS', 'Tomás Rivera'],
    ['marta.nowak@', 'Marta Nowak'],
    ['second warehouse', 'Marta Nowak'],
  ])('“%s” finds %s', async (typed, name) => {
    await search(planner, typed);
    await planner.waitUntil((wanted) => {
      const rows = [...document.querySelectorAll('[data-person]')];
      return rows.length < 15 && rows.some((row) => row.textContent?.includes(wanted));
    }, name);
    await search(planner, '');
  });

  test('a person is added, changed, deleted, and brought back', async () => {
    await planner.clickRole('button', 'Add a person');
    await planner.waitFor('[role=dialog] input');
    await planner.fill('[role=dialog] input', 'Ada Quill');
    await planner.clickRole('button', 'Save');
    await planner.waitUntil(() => document.querySelector('h1')?.textContent === 'Ada Quill', null);
    await planner.fill('input[placeholder="e.g. a tenant for the east hall"]', 'a printer for large maps');
    await planner.press('Enter');
    await planner.waitUntil(
      () => document.querySelector('[data-wants=needs]')?.textContent?.includes('large maps') ?? false,
      null,
    );
    await planner.clickRole('button', 'Delete');
    await see(planner, 'Ada Quill is deleted.'.replace('Ada Quill', '\u2068Ada Quill\u2069'));
    await planner.clickRole('button', 'Undo');
    await see(planner, 'Taken back.');
    expect(await idOf(planner, 'Ada Quill')).not.toBe('');
  });

  test('two records of one person become one, and two again', async () => {
    const marta = await idOf(planner, 'Marta Nowak');
    await go(planner, `#/people/${marta}`);
    await planner.waitUntil(() => document.querySelector('h1')?.textContent === 'Marta Nowak', null);
    await planner.clickRole('button', 'Merge…');
    await planner.waitFor('[role=dialog] [role=combobox]');
    await planner.fill('[role=dialog] [role=combobox]', 'Ada');
    await planner.waitFor('[role=option]');
    await planner.press('Enter');
    await planner.clickRole('button', 'Merge');
    await see(planner, 'Merged into one person.');
    await see(planner, 'a printer for large maps');
    await planner.clickRole('button', 'Undo');
    await seeNot(planner, 'a printer for large maps');
    expect(await idOf(planner, 'Ada Quill')).not.toBe(marta);
  });

  test('a request that was agreed to makes a connection, with its evidence in words', async () => {
    await go(planner, `#/people/${await idOf(planner, 'Ada Quill')}`);
    await planner.waitUntil(() => document.querySelector('h1')?.textContent === 'Ada Quill', null);
    await see(planner, 'You know each other; no cooperation is written down.');
    await planner.click('main details summary');
    await planner.fill('input[placeholder="e.g. a word with the harbour office"]', 'a loan of maps');
    await choose(planner, 'Agreed');
    await planner.clickRole('button', 'Write it down');
    await see(planner, 'You have worked together: asked, and agreed.');
    await planner.waitUntil(
      () => document.querySelector('[data-moment=cooperation]')?.textContent?.includes('a loan of maps') ?? false,
      null,
    );
    const shown = await texts(planner, 'main');
    expect(shown[0]).not.toMatch(/score|\d+ ?%|\d+\/\d+/);
  });
});

describe('tips', () => {
  let planner: Tab;
  beforeAll(async () => {
    planner = await openPlanner(browser(), '#/tips');
  });
  afterAll(() => planner.close());

  test('one line is understood, saved, planned for one person, and the guard speaks at the second', async () => {
    await planner.fill(
      '.capture input',
      'The map room closes in spring #maps #archives until 2031-12-05 source: a porter',
    );
    await planner.waitUntil(
      () => document.querySelector('.understood [role=status]')?.getAttribute('data-topics') === 'maps,archives',
      null,
    );
    const understood = await planner.evaluate(
      () => ({ ...(document.querySelector<HTMLElement>('.understood [role=status]')?.dataset ?? {}) }),
      null,
    );
    expect(understood).toMatchObject({ text: 'The map room closes in spring', reach: 'one', confidential: 'false' });
    await planner.press('Enter');
    await see(planner, 'Tip saved.');
    const tip = '[data-tip]:has(.tip-text)';
    await planner.waitUntil(
      (css) => document.querySelector(css)?.textContent?.includes('The map room closes in spring') ?? false,
      tip,
    );
    const plan = async (who: string) => {
      await planner.click(`${tip} .tip-acts button`);
      await planner.waitFor('[role=dialog] [role=combobox]');
      await planner.fill('[role=dialog] [role=combobox]', who);
      await planner.waitFor('[role=option]');
      await planner.press('Enter');
    };
    await plan('Marta');
    await planner.clickRole('button', 'Plan it');
    await planner.waitUntil((css) => document.querySelector(css)?.querySelector('[data-share=planned]') !== null, tip);
    await plan('Ben');
    await see(planner, 'It is about to become common');
    await planner.press('Escape');
  });

  test('a confidential tip is given to nobody', async () => {
    await planner.fill('.capture input', 'A secret of the archive !confidential');
    await planner.press('Enter');
    await planner.waitUntil(
      () =>
        [...document.querySelectorAll('[data-tip][data-confidential=true]')].some((tip) =>
          tip.textContent?.includes('A secret of the archive'),
        ),
      null,
    );
    const disabled = await planner.evaluate(
      () =>
        [...document.querySelectorAll('[data-tip][data-confidential=true]')]
          .find((tip) => tip.textContent?.includes('A secret of the archive'))
          ?.querySelector('.tip-acts button')
          ?.matches(':disabled, [aria-disabled=true], [data-disabled]') ?? null,
      null,
    );
    expect(disabled).toBe(true);
  });
});

describe('import', () => {
  const cards = (...names: string[]) =>
    names
      .map(
        (name) =>
          `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nEMAIL:${name.toLowerCase().replace(' ', '.')}@cards.example\r\nEND:VCARD\r\n`,
      )
      .join('');

  test('one input takes several files; what is broken is told and the rest goes in; all of it can be taken back', async () => {
    const planner = await openPlanner(browser(), '#/import');
    expect(await planner.evaluate(() => document.querySelectorAll('input[type=file]').length, null)).toBe(1);
    const counts = await importFiles(planner, [
      file('cards.txt', `${cards('Card One', 'Card Two')}BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n`),
      file(
        'calendar.bin',
        'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:e1\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:20310105T090000Z\r\nDTEND:20310105T100000Z\r\nSUMMARY:Card meeting\r\nORGANIZER:mailto:card.one@cards.example\r\nATTENDEE:mailto:card.two@cards.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
      ),
    ]);
    expect(counts).toEqual({ added: 3, updated: 0, skipped: 0, failed: 1 });
    await see(planner, 'Done: 3 added, 1 failed.');
    await planner.waitFor('[data-import]');
    await go(planner, '#/people');
    await see(planner, 'Card One');
    await go(planner, '#/import');
    await planner.clickRole('button', 'Take this import back');
    await see(planner, 'Import taken back.');
    await go(planner, '#/people');
    await seeNot(planner, 'Card One');
    await planner.close();
  });

  test('taken back, it says how many entries stay because they were changed since', async () => {
    const planner = await openPlanner(browser(), '#/import');
    await importFiles(planner, [file('changed.vcf', cards('Card Changed', 'Card Untouched'))]);
    await go(planner, `#/people/${await idOf(planner, 'Card Changed')}`);
    await planner.waitFor('input[placeholder="e.g. a tenant for the east hall"]');
    await planner.fill('input[placeholder="e.g. a tenant for the east hall"]', 'a card index');
    await planner.press('Enter');
    await see(planner, 'a card index');
    await go(planner, '#/import');
    await planner.waitFor('[data-import]');
    await planner.clickRole('button', 'Take this import back');
    await see(planner, 'Import taken back, but for 1 entry changed or used since.');
    expect(await idOf(planner, 'Card Changed')).not.toBe('');
    await search(planner, '');
    await planner.close();
  });

  test('the same file again adds nothing', async () => {
    const planner = await openPlanner(browser(), '#/import');
    const path = file('again.vcf', cards('Card Three'));
    expect(await importFiles(planner, [path])).toMatchObject({ added: 1 });
    expect(await importFiles(planner, [path])).toEqual({ added: 0, updated: 0, skipped: 1, failed: 0 });
    await planner.close();
  });

  test('a table whose columns are not known asks; five rows are shown; a changed column counts anew', async () => {
    const planner = await openPlanner(browser(), '#/import');
    const rows = Array.from({ length: 7 }, (_, i) => `Row${i} Person,zzz${i},row${i}@table.example`);
    await planner.upload('input[type=file]', [file('table.csv', `Name,Wünscht,E-mail\n${rows.join('\n')}\n`)]);
    await planner.waitFor('[role=status][data-state=planned]');
    expect(await texts(planner, '.mapping tbody tr')).toHaveLength(5);
    // It waits for the user, however long.
    await new Promise((resolve) => setTimeout(resolve, 6_500));
    await planner.waitFor('[role=status][data-state=planned]');
    await planner.click('.mapping th:nth-child(2) button');
    await planner.clickRole('option', 'Needs');
    await planner.waitUntil(
      () => document.querySelector('.mapping th:nth-child(2) button')?.textContent?.includes('Needs') ?? false,
      null,
    );
    await planner.clickRole('button', 'Import');
    expect(await importCounts(planner)).toMatchObject({ added: 7, failed: 0 });
    await go(planner, '#/people');
    await planner.waitFor('main input[type=search]');
    await search(planner, 'zzz3');
    await see(planner, 'Row3 Person');
    await search(planner, '');
    await planner.close();
  });

  test('what is no file of ours is said, and nothing is changed', async () => {
    const planner = await openPlanner(browser(), '#/import');
    const counts = await importFiles(planner, [file('photo.vcf', '\u0000\u0001\u0002 not a card at all')]);
    expect(counts).toMatchObject({ added: 0, updated: 0, failed: 1 });
    await planner.close();
  });
});

describe('settings', () => {
  test('language and theme take hold at once, in every open page', async () => {
    const planner = await openPlanner(browser(), '#/settings');
    const other = await openPlanner(browser(), '#/people');
    await choose(planner, '简体中文');
    await see(planner, '全部清除');
    await see(other, '联系人');
    await choose(planner, '深色');
    await other.waitUntil(() => document.documentElement.dataset.theme === 'dark', null);
    await choose(planner, 'English');
    await choose(planner, 'As the system');
    await see(other, 'People');
    await other.close();
    await planner.close();
  });

  test('a site is switched off, and on again by undo', async () => {
    const planner = await openPlanner(browser(), '#/settings');
    await planner.click('[data-site=gmail] [role=switch]');
    await planner.waitFor('[data-site=gmail] [role=switch][aria-checked=false]');
    await planner.clickRole('button', 'Undo');
    await planner.waitFor('[data-site=gmail] [role=switch][aria-checked=true]');
    await planner.close();
  });
});

const themes = { light: { 简体中文: '浅色', English: 'Light' }, dark: { 简体中文: '深色', English: 'Dark' } };

describe.each(['light', 'dark'] as const)('axe, %s', (theme) => {
  test('finds nothing on any screen, in both languages', async () => {
    const planner = await openPlanner(browser(), '#/settings');
    const person = await idOf(planner, 'Marta Nowak');
    for (const language of ['简体中文', 'English'] as const) {
      await go(planner, '#/settings');
      await choose(planner, language);
      await choose(planner, themes[theme][language]);
      await planner.waitUntil((name) => document.documentElement.dataset.theme === name, theme);
      for (const route of [...routes, `#/people/${person}`]) {
        await go(planner, route);
        await planner.waitUntil(() => document.querySelector('main .loading') === null, null);
        expect(await axeViolations(planner), `${language} ${route}`).toEqual([]);
        const wider = await planner.evaluate(() => document.documentElement.scrollWidth - innerWidth, null);
        expect(wider, route).toBeLessThanOrEqual(0);
      }
    }
    await planner.close();
  });
});

test('everything is erased only after the word is typed', async () => {
  const planner = await openPlanner(browser(), '#/settings');
  await planner.clickRole('button', 'Erase everything…');
  await planner.waitFor('[role=dialog] input');
  await planner.fill('[role=dialog] input', 'eras');
  await planner.press('Enter');
  expect(await planner.evaluate(() => document.querySelector('[role=dialog]') !== null, null)).toBe(true);
  await planner.fill('[role=dialog] input', 'erase');
  await planner.press('Enter');
  await planner.waitFor('.welcome', 30_000);
  await go(planner, '#/people');
  await see(planner, 'Nobody is kept yet.');
  await planner.close();
});

test('when the data are gone it says so, restores a backup, and begins nothing anew in silence', async () => {
  const lost = await openPlanner(browser(), '#/today');
  await lost.evaluate(async () => {
    const all = await indexedDB.databases();
    for (const { name } of all)
      if (name !== undefined && name !== 'renmai-pointer')
        await new Promise((resolve) => {
          indexedDB.deleteDatabase(name).onsuccess = resolve;
        });
  }, null);
  await loadAgain(lost);
  await see(lost, 'RM-104');
  await see(lost, 'Start empty');
  const person = {
    id: 'p1',
    createdAt: 1,
    updatedAt: 1,
    name: 'Bea Saved',
    otherNames: [],
    addresses: [],
    keys: [],
    nameKeys: [],
    phones: [],
    organisation: null,
    title: null,
    tags: [],
    needs: [],
    offers: [],
    topics: [],
    notes: [],
    friend: false,
    potentialSince: null,
    notSameAs: [],
    importId: null,
  };
  const backup = {
    format: 'renmai-backup',
    version: 1,
    exportedAt: '2026-01-01T00:00:00Z',
    tables: { people: [person] },
  };
  await lost.upload('input[type=file]', [file('backup.json', JSON.stringify(backup))]);
  await lost.waitFor('nav, .welcome', 30_000);
  await go(lost, '#/people');
  await see(lost, 'Bea Saved');
  await lost.close();
});

test('no page of ours complained', () => {
  expect(browser().errors()).toEqual([]);
});
