import { describe, expect, test } from 'vitest';
import { browserForFile, browserName } from '../browser.ts';
import type { Chromium } from '../chromium.ts';
import { eventually, type Tab, type View } from '../driver.ts';
import { openSidePanel, panelIn, shownIn } from '../screens/panel.ts';
import { meetingPage, meetingUrl } from './meeting-page.ts';

const browser = browserForFile();

let count = 0;

/** A fresh meeting, so that nobody of it is known yet, and its panel. */
async function scene(): Promise<{ tab: Tab; panel: View; address: string }> {
  count += 1;
  const url = `${meetingUrl}?scene=${count}`;
  const address = `guest${count}@example.com`;
  browser().serve(url, meetingPage(`Scene ${count}`, [{ name: `Guest ${count}`, email: address }], `scene${count}`));
  const tab = await browser().newTab();
  await tab.goto(url);
  return { tab, panel: await panelIn(tab), address };
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const matchOf = async (panel: View) => (await shownIn(panel))?.people[0]?.match;

describe.skipIf(browserName === 'firefox')('clicks in a frame that is not wholly visible (Chromium)', () => {
  /** The middle of the button that keeps the person, in the window's pixels, from where the frame is drawn. */
  async function target(tab: Tab, panel: View): Promise<{ x: number; y: number }> {
    const host = await tab.evaluate(() => {
      const ours = [...document.documentElement.children].find((each) => !['HEAD', 'BODY'].includes(each.tagName));
      const { x, y } = (ours as Element).getBoundingClientRect();
      return { x, y };
    }, null);
    const button = await panel.evaluate(() => {
      const found = [...document.querySelectorAll('[data-kind="record"] button')].find((each) =>
        each.textContent?.startsWith('Keep'),
      );
      const { x, y, width, height } = (found as Element).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }, null);
    // One pixel of border and the bar of 36 stand before the frame.
    return { x: host.x + 1 + button.x, y: host.y + 1 + 36 + button.y };
  }

  const mouseOf = (tab: Tab) => {
    const context = (browser() as Chromium).context;
    return eventually('the page', async () => {
      const address = await tab.address();
      return context.pages().find((page) => page.url() === address)?.mouse ?? null;
    });
  };

  const attacks: [string, (at: { x: number; y: number }) => void][] = [
    ['the page made see-through', () => document.documentElement.style.setProperty('opacity', '0.02')],
    [
      'everything but the button clipped away',
      ({ x, y }) => {
        document.documentElement.style.setProperty('height', '100vh');
        document.documentElement.style.setProperty(
          'clip-path',
          `polygon(${x - 40}px ${y - 20}px, ${x + 40}px ${y - 20}px, ${x + 40}px ${y + 20}px, ${x - 40}px ${y + 20}px)`,
        );
      },
    ],
    [
      'the page turned by a hair',
      ({ x, y }) => {
        document.documentElement.style.setProperty('transform-origin', `${x}px ${y}px`);
        document.documentElement.style.setProperty('transform', 'rotate(0.5deg)');
      },
    ],
    [
      'shrunk around the button',
      ({ x, y }) => {
        document.documentElement.style.setProperty('transform-origin', `${x}px ${y}px`);
        document.documentElement.style.setProperty('transform', 'scale(0.3)');
      },
    ],
    [
      'covered by a picture that lets clicks through',
      () => {
        const cover = document.createElement('div');
        cover.textContent = 'Win a prize';
        cover.style.cssText =
          'position:fixed;inset:0;background:white;z-index:2147483647;pointer-events:none;font-size:90px';
        document.documentElement.append(cover);
      },
    ],
    [
      'covered by a popover in the top layer',
      () => {
        const cover = document.createElement('div');
        cover.popover = 'manual';
        cover.style.cssText = 'width:100vw;height:100vh;background:gold;pointer-events:none;border:0';
        document.body.append(cover);
        cover.showPopover();
      },
    ],
    ['painted over by a filter', () => document.documentElement.style.setProperty('filter', 'contrast(0)')],
    [
      'blended away',
      () => {
        const cover = document.createElement('div');
        cover.style.cssText =
          'position:fixed;inset:0;background:white;z-index:2147483647;pointer-events:none;mix-blend-mode:lighten';
        document.documentElement.append(cover);
      },
    ],
    [
      'a corner of it covered, with the words that tell what the button does',
      () => {
        const cover = document.createElement('div');
        cover.style.cssText =
          'position:fixed;right:60px;top:70px;width:380px;height:160px;background:white;z-index:2147483647;pointer-events:none';
        document.documentElement.append(cover);
      },
    ],
    [
      'pushed half out of the window',
      () => document.documentElement.style.setProperty('transform', 'translateX(150px)'),
    ],
  ];

  test.each(attacks)('%s', async (_, attack) => {
    const { tab, panel, address } = await scene();
    await pause(900);
    const at = await target(tab, panel);
    const mouse = await mouseOf(tab);
    await tab.evaluate(attack, at);
    await pause(900);
    await mouse.click(at.x, at.y);
    await pause(400);
    expect(await matchOf(panel), `${address} was kept by a stolen click`).toBe('new');
    await tab.close();
  });

  test('moved under the pointer just before the click', async () => {
    const { tab, panel } = await scene();
    await pause(900);
    const at = await target(tab, panel);
    const mouse = await mouseOf(tab);
    await tab.evaluate(() => document.documentElement.style.setProperty('transform', 'translateX(-600px)'), null);
    await pause(1_500);
    // The pointer rests where the page's own button seems to be; the page then moves the panel under it.
    await mouse.move(at.x, at.y);
    await tab.evaluate(() => document.documentElement.style.removeProperty('transform'), null);
    await pause(120);
    await mouse.down();
    await mouse.up();
    await pause(400);
    expect(await matchOf(panel)).toBe('new');
    await tab.close();
  });

  test('swapped in between the two clicks of a double click', async () => {
    const { tab, panel } = await scene();
    await pause(900);
    const at = await target(tab, panel);
    const mouse = await mouseOf(tab);
    await tab.evaluate(() => {
      const cover = document.createElement('button');
      cover.textContent = 'Click twice';
      cover.style.cssText = 'position:fixed;inset:0;z-index:2147483647';
      cover.addEventListener('click', () => cover.remove());
      document.documentElement.append(cover);
    }, null);
    await pause(900);
    await mouse.click(at.x, at.y);
    await pause(150);
    await mouse.click(at.x, at.y);
    await pause(400);
    expect(await matchOf(panel)).toBe('new');
    await tab.close();
  });

  test('taken off the screen and put back by the page between two clicks', async () => {
    const { tab, panel } = await scene();
    await pause(900);
    const at = await target(tab, panel);
    const mouse = await mouseOf(tab);
    await tab.evaluate(() => document.body.append(document.createElement('dialog')), null);
    await tab.evaluate(() => {
      document.querySelector('dialog')?.showModal();
      document.querySelector('dialog')?.style.setProperty('inset', '0');
    }, null);
    await mouse.click(at.x, at.y);
    await pause(300);
    await tab.evaluate(() => document.querySelector('dialog')?.close(), null);
    await mouse.click(at.x, at.y);
    await tab.resize(1278, 800);
    await mouse.click(at.x, at.y);
    await pause(400);
    expect(await matchOf(await panelIn(tab))).toBe('new');
    await tab.close();
  });

  test('a key pressed into a covered panel does not count either', async () => {
    const { tab, panel } = await scene();
    await pause(900);
    await panel.evaluate(() => {
      const button = [...document.querySelectorAll('[data-kind="record"] button')].find((each) =>
        each.textContent?.startsWith('Keep'),
      );
      (button as HTMLElement).focus();
    }, null);
    await tab.evaluate(() => {
      const cover = document.createElement('div');
      cover.style.cssText = 'position:fixed;inset:0;background:white;z-index:2147483647;pointer-events:none';
      document.documentElement.append(cover);
    }, null);
    await pause(900);
    await tab.press('Enter');
    await pause(400);
    expect(await matchOf(panel)).toBe('new');
    await tab.close();
  });

  test('and a click on a panel that is wholly visible counts', async () => {
    const { tab, panel } = await scene();
    await pause(900);
    const at = await target(tab, panel);
    await (await mouseOf(tab)).click(at.x, at.y);
    await eventually('the guest to be kept', async () => ((await matchOf(panel)) === 'known' ? true : null));
    await tab.close();
  });

  test('a host that the page changes is put right; one that it keeps changing closes for that page', async () => {
    const { tab } = await scene();
    const style = () =>
      tab.evaluate(() => {
        const ours = [...document.documentElement.children].find((each) => !['HEAD', 'BODY'].includes(each.tagName));
        return ours?.getAttribute('style') ?? null;
      }, null);
    const right = await style();
    const change = () =>
      tab.evaluate(() => {
        const ours = [...document.documentElement.children].find((each) => !['HEAD', 'BODY'].includes(each.tagName));
        (ours as HTMLElement | undefined)?.style.setProperty('opacity', '0', 'important');
      }, null);
    await change();
    expect(await style()).toBe(right);
    for (let i = 0; i < 5; i++) await change();
    await eventually('the host to close', async () => ((await style()) === null ? true : null));
    await pause(800);
    expect(await style()).toBeNull();
    await tab.close();
  });
});

describe.skipIf(browserName === 'chromium')('where the browser cannot tell that a frame is visible (Firefox)', () => {
  test('a click in the frame does nothing there, and opens the side panel at that place', async () => {
    const { tab, panel, address } = await scene();
    await pause(900);
    expect(await panel.evaluate(() => 'isVisible' in IntersectionObserverEntry.prototype, null)).toBe(false);
    await panel.click('[data-kind="record"] button');
    await pause(1_500);
    expect(await matchOf(panel)).toBe('new');
    // The same button in a top-level page of ours counts.
    const tabId = await openTabId();
    const side = await openSidePanel(browser(), tabId);
    await side.waitFor('[data-kind="record"] button');
    expect((await shownIn(side))?.people[0]?.address).toBe(address);
    await side.click('[data-kind="record"] button');
    await eventually('the guest to be kept', async () => ((await matchOf(side)) === 'known' ? true : null));
    await side.close();
    await tab.close();
  });

  /** The id of the tab with the scene, asked of the browser by a page of ours. */
  async function openTabId(): Promise<number> {
    const own = await browser().newTab();
    await own.goto(`${browser().origin}/sidepanel.html?tab=0`);
    const url = `${meetingUrl}?scene=${count}`;
    const id = await own.evaluate(async (wanted: string) => {
      type Tabs = { query(info: object): Promise<{ id: number; url?: string }[]> };
      const { tabs } = (globalThis as unknown as { chrome: { tabs: Tabs } }).chrome;
      return (await tabs.query({})).find((each) => each.url === wanted)?.id ?? -1;
    }, url);
    await own.close();
    return id;
  }
});
