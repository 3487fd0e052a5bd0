import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the empty extension leaves the time (epoch ms) at which its worker's answer was in the page. */
export const answeredAt = 'data-answered-at';

const content = `
new MutationObserver((changes) => {
  if (!changes.some((change) => [...change.addedNodes].some((node) => node.nodeType === 1 && node.matches('[role=dialog]')))) return;
  chrome.runtime.sendMessage('who', () => {
    document.documentElement.setAttribute('${answeredAt}', String(performance.timeOrigin + performance.now()));
  });
}).observe(document.body, { childList: true });
`;

const worker = `chrome.runtime.onMessage.addListener((message, sender, answer) => { answer('nobody'); });`;

/** An extension that does nothing but answer when a dialog appears in the calendar: the floor for any worker's cold answer. */
export function emptyExtension(): string {
  const dir = mkdtempSync(join(tmpdir(), 'renmai-empty-'));
  const manifest = {
    manifest_version: 3,
    name: 'empty',
    version: '1',
    background: { service_worker: 'worker.js' },
    content_scripts: [{ matches: ['https://calendar.google.com/*'], js: ['content.js'] }],
  };
  writeFileSync(join(dir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(dir, 'content.js'), content);
  writeFileSync(join(dir, 'worker.js'), worker);
  return dir;
}
