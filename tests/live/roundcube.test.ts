import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Reading } from '../../records/occasion.ts';
import { type AskedBrowser, startAsked } from '../browser/allowed-sites.ts';
import { eventually, type Tab } from '../browser/driver.ts';
import { readersScript, readIn } from '../browser/readers-script.ts';
import { panelNow, shownIn } from '../browser/screens/panel.ts';
import { account } from './account.ts';
import { addSite, permittedOrigin } from './added-site.ts';
import { type MailPeople, peopleOfFiles } from './independent.ts';
import { missingCorpora, realMails, rewrittenMails, threadMails } from './mails.ts';
import { type Roundcube, startRoundcube } from './roundcube.ts';

/** Another start fills other mails: `SEED=2 npm run test:live`. */
const seed = Number(process.env.SEED ?? 1);
const real = realMails();
const mails = [...real, ...rewrittenMails(Math.max(0, 300 - real.length), seed), ...threadMails(40, seed)];

let server: Roundcube;
let asked: AskedBrowser;
let page: Tab;
let readers: string;

/** A mail as Roundcube numbers it, with the people whom Python's parser finds in its source. */
type Numbered = { folder: string; uid: string; people: MailPeople };

beforeAll(async () => {
  server = await startRoundcube(mails);
  asked = await startAsked([permittedOrigin(server.origin)]);
  asked.browser.letThrough(server.origin);
  readers = await readersScript();
  page = await asked.browser.newTab();
  await page.goto(`${server.origin}/`);
  await page.fill('#rcmloginuser', account.user);
  await page.fill('#rcmloginpwd', account.password);
  await page.click('#rcmloginsubmit');
  await page.waitFor('#messagelist');
});
afterAll(async () => {
  await asked?.close();
  await server?.stop();
});

/** The numbers of a folder's mails, by its list on the page. */
async function uidsIn(folder: string): Promise<string[]> {
  await page.goto(`${server.origin}/?_task=mail&_mbox=${folder}`);
  await page.waitFor('#messagelist tbody tr.message');
  return page.evaluate(async () => {
    const { rcmail } = globalThis as unknown as { rcmail: { env: { messages: object } } };
    return Object.keys(rcmail.env.messages);
  }, null);
}

/** The id of a mail's row in the list. */
const rowOf = (uid: string): Promise<string> =>
  page.evaluate((number) => {
    const { rcmail } = globalThis as unknown as { rcmail: { message_list: { rows: Record<string, { id: string }> } } };
    return rcmail.message_list.rows[number]?.id ?? '';
  }, uid);

/** A mail's source as Roundcube hands it out for download, in bytes. */
const sourceOf = async (folder: string, uid: string): Promise<Buffer> =>
  Buffer.from(
    await page.evaluate(async (address) => {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCharCode(byte);
      return btoa(text);
    }, `/?_task=mail&_action=viewsource&_mbox=${folder}&_uid=${uid}`),
    'base64',
  );

async function numbered(): Promise<Numbered[]> {
  const dir = mkdtempSync(join(tmpdir(), 'renmai-sources-'));
  const found: { folder: string; uid: string }[] = [];
  for (const folder of ['INBOX', 'Sent'])
    for (const uid of await uidsIn(folder)) {
      writeFileSync(join(dir, `${found.length}.eml`), await sourceOf(folder, uid));
      found.push({ folder, uid });
    }
  const people = peopleOfFiles(found.map((_, index) => join(dir, `${index}.eml`)));
  rmSync(dir, { recursive: true });
  return found.map((mail, index) => ({ ...mail, people: people[index] ?? [] }));
}

const whoIn = (reading: Reading): string[] =>
  reading.state === 'occasion'
    ? reading.occasion.participants.map(({ role, address }) => `${role} ${address?.toLowerCase()}`).sort()
    : [reading.state === 'broken' ? `broken: ${reading.part}` : reading.state];
const whoOf = (people: MailPeople): string[] => people.map(({ role, address }) => `${role} ${address}`).sort();

describe(`Roundcube, ${real.length} real mails of ${mails.length}${missingCorpora() ? ` (${missingCorpora()})` : ''}`, () => {
  test('is added from the popup, by its own marks', async () => {
    expect(await addSite(asked, page, server.origin)).toBe('roundcube.js');
  });

  test('every mail opened in the preview gives the people of its source', async () => {
    const all = await numbered();
    expect(all).toHaveLength(mails.length);
    const wrong: string[] = [];
    let folder = '';
    for (const mail of all) {
      if (mail.folder !== folder) {
        folder = mail.folder;
        await page.goto(`${server.origin}/?_task=mail&_mbox=${folder}`);
        await page.waitFor('#messagelist tbody tr.message');
      }
      await page.click(`#${await rowOf(mail.uid)} td.subject`);
      const reading = await eventually(`mail ${folder} ${mail.uid} to be read`, async () => {
        const now = await readIn(page, readers, 'roundcube');
        if (now.state === 'broken') return now;
        return now.state === 'occasion' && now.occasion.ref.endsWith(`/${folder}/${mail.uid}`) ? now : null;
      });
      const read = whoIn(reading).join('\n');
      const wanted = whoOf(mail.people).join('\n');
      if (read !== wanted) wrong.push(`${folder} ${mail.uid}:\n read\n${read}\n source\n${wanted}`);
      const others =
        reading.state === 'occasion'
          ? reading.occasion.participants.flatMap((p) =>
              p.self || p.address === null ? [] : [p.address.toLowerCase()],
            )
          : [];
      const shown = await eventually(`the panel for ${folder} ${mail.uid}`, async () => {
        const panel = await panelNow(page);
        const now = panel === null ? null : await shownIn(panel).catch(() => null);
        const addresses = now?.people.flatMap(({ address }) => (address === null ? [] : [address.toLowerCase()])) ?? [];
        const right =
          others.length > 40
            ? addresses.every((one) => others.includes(one))
            : others.every((one) => addresses.includes(one));
        return right && addresses.length > 0 ? addresses : others.length === 0 ? [] : null;
      }).catch(() => null);
      if (shown === null) wrong.push(`${folder} ${mail.uid}: the panel does not show ${others.join(', ')}`);
    }
    writeFileSync('/tmp/live/wrong.txt', wrong.join('\n\n'));
    expect(wrong).toEqual([]);
  });
});
