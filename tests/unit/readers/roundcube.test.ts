import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, ResourceLoader } from 'jsdom';
import { describe, expect, test, vi } from 'vitest';
import { frameDocument } from '../../../readers/frame.ts';
import { fingerprint, mark, read, roundcube, watched } from '../../../readers/roundcube.ts';
import { hasMessage, headerRoot, headerTable, subjectOf } from '../../../readers/roundcube-header.ts';
import { watch } from '../../../readers/watch.ts';
import type { Reading } from '../../../records/occasion.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const file = (name: string): string => readFileSync(join(ownPages, 'roundcube', name), 'utf8');
const listUrl = 'https://webmail.example.org/?_task=mail&_mbox=INBOX';
const messageUrl = (uid: number) => `${listUrl}&_uid=${uid}&_action=preview&_framed=1`;
const until = (what: () => boolean) => vi.waitFor(() => expect(what()).toBe(true), { timeout: 5_000, interval: 10 });

/** The list, with a message in its preview frame, which is loaded as a browser would. */
async function listWithPreview(pages: Record<string, string>, uid: number) {
  class Pages extends ResourceLoader {
    override fetch(url: string) {
      const html = pages[new URL(url).searchParams.get('_uid') ?? ''];
      return Object.assign(Promise.resolve(Buffer.from(html ?? '')), { abort: () => {} }) as never;
    }
  }
  const html = file('list-with-nothing-in-the-preview.html').replace(
    '<iframe id="messagecontframe"',
    `<iframe id="messagecontframe" src="${messageUrl(uid).replaceAll('&', '&amp;')}"`,
  );
  const { window } = new JSDOM(html, { url: listUrl, resources: new Pages(), pretendToBeVisual: true });
  const { document } = window;
  const frame = document.querySelector('iframe');
  if (!frame) throw new Error('The list has no preview frame.');
  await until(() => frame.contentDocument?.querySelector('#messagebody') != null);
  return { document, frame };
}

const namesIn = (reading: Reading): (string | null)[] | string =>
  reading.state === 'occasion' ? reading.occasion.participants.map(({ name }) => name) : reading.state;

describe("Roundcube's preview frame", () => {
  test('is read from the page around it, with the account of that page', async () => {
    const { document, frame } = await listWithPreview({ 4711: file('folded-header.html') }, 4711);
    const reading = read(document, listUrl);
    expect(namesIn(reading)).toEqual(['Petra Holm', 'Mira Lund', 'Olu Adeyemi', 'Sana Iqbal']);
    expect(reading).toMatchObject({ occasion: { ref: 'webmail.example.org/INBOX/4711', own: 'mira@example.com' } });
    expect(mark(document, listUrl)).toBe('INBOX/4711');
    expect(watched(document, listUrl).frames).toEqual([frame]);
    expect(frameDocument(frame)).toBe(frame.contentDocument);
    frame.style.display = 'none';
    expect(read(document, listUrl).state).toBe('not-here');
  });

  test('that loads another message withdraws the first, and reads the second', async () => {
    const pages = { 4711: file('folded-header.html'), 12: file('zh-names-and-voice.html') };
    const { document, frame } = await listWithPreview(pages, 4711);
    const view = document.defaultView;
    for (const name of ['MutationObserver', 'AbortController'] as const) vi.stubGlobal(name, view?.[name]);
    const told: Reading[] = [];
    const life = new AbortController();
    watch({
      document,
      readerAt: () => roundcube,
      onReading: (reading) => told.push(reading),
      signal: life.signal,
      now: () => performance.now(),
    });
    await until(() => told.length > 0);
    frame.src = messageUrl(12);
    await until(() => told.at(-1)?.state === 'occasion' && told.length > 1);
    life.abort();
    expect(told.map(namesIn).filter((names) => typeof names !== 'string')).toEqual([
      ['Petra Holm', 'Mira Lund', 'Olu Adeyemi', 'Sana Iqbal'],
      ['王小明', '陳大文', null],
    ]);
  });
});

test('the header, its table and its subject are found by the marks of both skins', () => {
  for (const name of ['folded-header.html', 'larry-message.html']) {
    const { document } = openPage(file(name), messageUrl(1)).window;
    const root = headerRoot(document);
    expect(hasMessage(document)).toBe(true);
    expect(root && headerTable(root)).toMatchObject({ localName: 'table' });
    expect(root && subjectOf(root)).toBe(name.startsWith('larry') ? 'Bell tower keys' : 'Boat lift dates');
  }
});

test('Roundcube is known by its own script or login form, and by nothing that a message holds', () => {
  const at = (html: string) => fingerprint(openPage(html, 'https://any.example.org/').window.document);
  expect(at(file('larry-message.html'))).toBe(true);
  expect(at('<form><input id="rcmloginuser"></form>')).toBe(true);
  expect(at('<body class="task-mail"><p>var rcmail = new rcube_webmail();</p></body>')).toBe(false);
  expect(at('<body class="task-mail"></body>')).toBe(false);
});
