import { browser } from 'wxt/browser';
import { ownFile } from '../shared/own-file.ts';
import { captureKey, type WaitingCapture } from '../shared/waiting-capture.ts';

const menuId = 'capture-tip';

/** Opens the planner's line for a tip in a small window; what was selected waits there, to be looked at before it is saved. */
async function openCapture(waiting: WaitingCapture | null): Promise<void> {
  if (waiting !== null) await browser.storage.session.set({ [captureKey]: waiting });
  await browser.windows.create({
    url: `${ownFile('/planner.html')}#/tips?new`,
    type: 'popup',
    width: 720,
    height: 640,
  });
}

const hostOf = (url: string | undefined): string | null => {
  try {
    return url === undefined ? null : new URL(url).host || null;
  } catch {
    return null;
  }
};

/** Lets a tip be written down from anywhere: by a key, or from selected text. Call it in the background's first turn. */
export function captureAnywhere(): void {
  browser.runtime.onInstalled.addListener(() => {
    // Made again after each update, under the same name.
    void browser.contextMenus.removeAll().then(() =>
      browser.contextMenus.create({
        id: menuId,
        title: browser.i18n.getMessage('keepAsTip'),
        contexts: ['selection'],
      }),
    );
  });
  browser.contextMenus.onClicked.addListener((info) => {
    if (info.menuItemId !== menuId || !info.selectionText) return;
    void openCapture({ text: info.selectionText, source: hostOf(info.pageUrl) });
  });
  browser.commands?.onCommand.addListener((command) => {
    if (command === menuId) void openCapture(null);
  });
}
