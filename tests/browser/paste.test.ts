import { expect, test } from 'vitest';
import { browserForFile } from './browser.ts';
import { eventually, type Tab } from './driver.ts';
import { openPlanner } from './screens/planner.ts';

const browser = browserForFile();

/** The id of the one kept occasion, once there is one. */
async function occasionId(): Promise<string> {
  const planner = await openPlanner(browser(), '#/people');
  const id = await eventually('an occasion', () =>
    planner.evaluate(async () => {
      const answered = <T>(request: IDBRequest<T>) =>
        new Promise<T>((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const name = (await indexedDB.databases()).find((one) => /^renmai-[0-9a-f]{8}-/.test(one.name ?? ''))?.name;
      const database = await answered(indexedDB.open(name ?? ''));
      const [key] = await answered(database.transaction('occasions').objectStore('occasions').getAllKeys());
      database.close();
      return typeof key === 'string' ? key : null;
    }, null),
  );
  await planner.close();
  return id;
}

async function opened(): Promise<Tab> {
  const popup = await browser().newTab();
  await popup.goto(`${browser().origin}/popup.html?tab=0`);
  await popup.waitFor('.popup details summary');
  await popup.click('.popup details summary');
  await popup.waitFor('.paste-form textarea');
  return popup;
}

test('pasted into the popup, people become an occasion that the planner shows; what names nobody is said so', async () => {
  const popup = await opened();
  await popup.fill('.paste-form textarea', 'We meet on Monday.');
  await popup.click('.paste-form button[type=submit]');
  await popup.waitUntil(() => document.querySelector('.paste-form')?.textContent?.includes('RM-211') === true, null);
  await popup.close();
  // A field that was filled before, and longer texts, Firefox's driver does not type: the page would hear nothing of them.
  const again = await opened();
  await again.fill(
    '.paste-form textarea',
    'Subject: Hall\nWhen: 2036-12-01 10:00\nTo: Ana Wu <ana@x.example>; 李娜; bo@x.example',
  );
  await again.click('.paste-form button[type=submit]');
  const id = await occasionId();
  const planner = await openPlanner(browser(), `#/today/${id}`);
  await planner.waitFor('[data-occasion-title="Hall"] [data-match]');
  const shown = await planner.evaluate(
    () =>
      [...document.querySelectorAll('[data-occasion-title="Hall"]')]
        .slice(0, 1)
        .flatMap((one) => [...one.querySelectorAll('[data-match]')].map((item) => item.getAttribute('data-address'))),
    null,
  );
  expect([...shown].sort()).toEqual(['', 'ana@x.example', 'bo@x.example']);
  await planner.close();
  await again.close();
});
