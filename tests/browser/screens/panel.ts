import { eventually, patience, type Tab, type TestBrowser, type View } from '../driver.ts';

/** One person as the panel shows them. */
export interface ShownPerson {
  address: string | null;
  match: string | null;
  text: string;
}

/** One prompt as the panel shows it. */
export interface ShownPrompt {
  kind: string | null;
  address: string | null;
  text: string;
}

/** What stands in a panel: null where it has no occasion. */
export interface ShownOccasion {
  kind: string;
  title: string;
  people: ShownPerson[];
  prompts: ShownPrompt[];
}

const isPanel = (address: string) => new URL(address).pathname.endsWith('/panel.html');

/** The framed panel that a tab shows now, or null. */
export async function panelNow(tab: Tab): Promise<View | null> {
  for (const frame of await tab.frames()) {
    const address = await frame.address().catch(() => '');
    if (/^(chrome|moz)-extension:/.test(address) && isPanel(address)) return frame;
  }
  return null;
}

/** The framed panel of a tab, once it shows an occasion. @throws after `timeout` ms. */
export async function panelIn(tab: Tab, timeout = patience): Promise<View> {
  return eventually(
    `a panel in ${await tab.address()}`,
    async () => {
      const frame = await panelNow(tab);
      return frame !== null && (await shownIn(frame).catch(() => null)) !== null ? frame : null;
    },
    timeout,
  );
}

/** What a panel (frame, side panel, or the planner's brief) shows now, by the attributes that outside tests hold on to. */
export const shownIn = (view: View): Promise<ShownOccasion | null> =>
  view.evaluate(() => {
    const main = document.querySelector('main[data-occasion-kind]');
    if (main === null) return null;
    const text = (element: Element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
    return {
      kind: main.getAttribute('data-occasion-kind') ?? '',
      title: main.getAttribute('data-occasion-title') ?? '',
      people: [...main.querySelectorAll('[data-match]')].map((item) => ({
        address: item.getAttribute('data-address'),
        match: item.getAttribute('data-match'),
        text: text(item),
      })),
      prompts: [...main.querySelectorAll('[data-kind]')].map((item) => ({
        kind: item.getAttribute('data-kind'),
        address: item.getAttribute('data-address'),
        text: text(item),
      })),
    };
  }, null);

/** Waits until the tab's framed panel shows an occasion of this title. @throws after `timeout` ms, with what is shown. */
export async function panelShowing(tab: Tab, title: string, timeout = patience): Promise<View> {
  let last = 'no panel';
  return eventually(
    `the panel to show “${title}”`,
    async () => {
      const frame = await panelNow(tab);
      const shown = frame === null ? null : await shownIn(frame).catch(() => null);
      last = shown === null ? 'nothing' : `“${shown.title}”`;
      return shown?.title === title ? frame : null;
    },
    timeout,
  ).catch((cause) => {
    throw new Error(`${cause.message} It showed ${last}.`, { cause });
  });
}

/** Waits until no framed panel of the tab shows an occasion. @throws after `timeout` ms. */
export async function panelGone(tab: Tab, timeout = patience): Promise<void> {
  await eventually(
    'the panel to go',
    async () => {
      const frame = await panelNow(tab);
      return frame === null || (await shownIn(frame).catch(() => null)) === null ? true : null;
    },
    timeout,
  );
}

/** The side panel's page for the occasion open in a tab, as a tab of its own (browsers draw the real one outside any tab). */
export async function openSidePanel(browser: TestBrowser, tabId: number): Promise<Tab> {
  const tab = await browser.newTab();
  await tab.goto(`${browser.origin}/sidepanel.html?tab=${tabId}`);
  return tab;
}
