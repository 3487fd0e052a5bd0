import { resolve } from 'node:path';
import { build } from 'vite';
import type { Chromium } from '../browser/chromium.ts';
import { findPages, ownPages, type SitePage, sharedPages } from '../fixtures/sites/find.ts';
import { type Row, row } from './row.ts';

/** The readers as one script for a page of a site. */
async function readersScript(): Promise<string> {
  const entry = resolve(import.meta.dirname, '../browser/readers-in-page.ts');
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'readersInPage' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (output === undefined || !('output' in output)) throw new Error('The readers were not built.');
  return output.output[0].code;
}

/** The largest page on which something is read: of captured ones where they are there, else of all. */
function largest(): SitePage {
  const read = [...findPages(ownPages), ...findPages(sharedPages)].filter(({ expected }) =>
    /^(?:thread|meeting)$/.test(expected.kind),
  );
  const captured = read.filter(({ name }) => name.endsWith('-real.html'));
  const [page] = (captured.length > 0 ? captured : read).sort((a, b) => b.html.length - a.html.length);
  if (!page) throw new Error('no page to read');
  return page;
}

/** Rows of a list of other mails, as a mailbox keeps them beside the open one: real mailboxes have thousands of elements. */
const list = (rows: number): string =>
  `<table role="grid"><tbody>${'<tr role="row"><td><span></span></td><td><div><span><b>Somebody</b></span></div></td><td><span>Subject</span></td><td><span>9:12</span></td></tr>'.repeat(rows)}</tbody></table>`;

/** What one reading costs beside one `querySelectorAll('*')` of the same page: as captured, and within a whole mailbox. */
export async function readerRows(browser: Chromium, rounds: number): Promise<Row[]> {
  const script = await readersScript();
  const { site, html, expected } = largest();
  const rows: Row[] = [];
  for (const [name, before] of [
    ['one reading of the largest captured page', ''],
    ['one reading of it within a mailbox of 1,000 rows', list(1_000)],
  ] as const) {
    browser.serve(
      expected.url,
      html.replace(/<body[^>]*>/, (body) => body + before),
    );
    const page = await browser.context.newPage();
    await page.goto(expected.url);
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: script });
    const { result } = await session.send('Runtime.evaluate', {
      returnByValue: true,
      expression: `(() => {
        const each = 50, figures = { ours: [], theirs: [] };
        const state = renmaiRead(${JSON.stringify(site)}).state;
        const run = { ours: () => renmaiRead(${JSON.stringify(site)}), theirs: () => document.querySelectorAll('*').length };
        for (let round = -5; round < ${rounds}; round++)
          for (const side of round % 2 ? ['ours', 'theirs'] : ['theirs', 'ours']) {
            const start = performance.now();
            for (let i = 0; i < each; i++) run[side]();
            if (round >= 0) figures[side].push((performance.now() - start) / each);
          }
        return { state, figures, elements: document.querySelectorAll('*').length };
      })()`,
    });
    const { state, figures, elements } = result.value as {
      state: string;
      figures: { ours: number[]; theirs: number[] };
      elements: number;
    };
    if (state !== 'occasion') throw new Error(`The page was not read: ${state}.`);
    rows.push(
      row({ name, n: elements, unit: 'ms', peer: "querySelectorAll('*') of the same page", budget: 3 }, figures),
    );
    await page.close();
  }
  return rows;
}
