import { after, before, camel, type Scaffold } from './edit.ts';

/** What a new site is: its name in the table, its product's name, and where it is read; no hosts: wherever the user adds it. */
export interface NewSite {
  name: string;
  label: string;
  hosts: string[];
  kind: 'thread' | 'meeting';
}

const list = (texts: readonly string[]): string => `[${texts.map((text) => `'${text}'`).join(', ')}]`;

const row = ({ name, label, hosts, kind }: NewSite): string => `  {
    name: '${name}',
    label: '${label}',
    family: '${name}',
    hosts: ${list(hosts)},
    matches: ${list(hosts.map((host) => `https://${host}/*`))},
    kinds: ['${kind}'],
    gives: 'addresses',
    evidence: 'unproven',
  },
`;

const fingerprint = ({ name, hosts }: NewSite) =>
  hosts.length > 0
    ? { code: '', entry: '' }
    : {
        code: `
/** A mark that every page of the product carries, and no other product. */
const product = 'meta[name="application-name"][content="${name}"]';
`,
        entry: `
  fingerprint: (document) => document.querySelector(product) !== null,`,
      };

const thread = (site: NewSite): string => {
  const mark = fingerprint(site);
  return `import type { Reading } from '../records/occasion.ts';
import {
  addRows,
  addSender,
  byRow,
  type MessageRead,
  outermost,
  readConversation,
  type Ways,
} from './mail-thread.ts';
import { accountAt } from './own-account.ts';
import type { Roll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { titleText } from './text.ts';
import { shownText, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = '${site.name}';

// What must be there: anchors of the site's own, in no language. Take them from a page that you looked at.
/** One message; its attribute is what it is known by again. */
const message = '[data-message]';
const heading = '[data-subject]';
const person = '[data-address]';
const sender = '[data-from] [data-address]';
const recipient = '[data-row] [data-address]';
/** A row of recipients: To, Cc, Bcc in that order. */
const row = '[data-row]';
/** Inside these nobody is of the conversation. */
const body = '[data-body],[contenteditable]';
/** Where the page says whose mailbox it is. */
const account = '[data-account]';
${mark.code}
const inMessage = (unit: Element, selector: string): Element[] =>
  visibleAll(unit, selector).filter((e) => !e.closest(body));

const open = (document: Document): Element[] => outermost(visibleAll(document, message));

/** Name and address of one person, from the surest place to the last; where two disagree, nobody is read. */
const ways: Ways = (element) => [[shownText(element)], [element.getAttribute('data-address')]];

function readMessage(unit: Element, roll: Roll): MessageRead {
  const [from, ...more] = inMessage(unit, sender);
  if (more.length > 0) return { broken: 'sender of a message' };
  const read = addSender(roll, from, ways);
  if (!('complete' in read)) return read;
  const recipients = inMessage(unit, recipient);
  // Somebody outside of the places that are read: the page is built otherwise than this reader knows.
  if (inMessage(unit, person).some((e) => e !== from && !recipients.includes(e))) return { broken: 'rows of a header' };
  return addRows(roll, byRow(recipients, row), ways);
}

/** Reads the conversation on the screen. */
export function read(document: Document): Reading {
  const units = open(document);
  const [first] = units;
  if (!first) return { state: 'not-here' };
  const [title] = visibleAll(document, heading).filter((e) => !e.closest(body));
  if (!title) return { state: 'broken', site, part: 'heading of the conversation' };
  const astray = visibleAll(document, person).some((e) => !e.closest(body) && !units.some((unit) => unit.contains(e)));
  if (astray) return { state: 'broken', site, part: 'message of a person' };
  const ref = first.getAttribute('data-message') || 'conversation';
  return readConversation({ site, ref, title: titleText(title), own: accountAt(document, account) }, units, true, readMessage);
}

/** Names the conversation on the screen by its messages. */
export const mark = (document: Document): string | null =>
  open(document)
    .map((unit) => unit.getAttribute('data-message'))
    .join(' ') || null;

/** The headers; never a body. */
export function watched(document: Document): Watched {
  const units = open(document);
  const parts = units.flatMap((unit) => inMessage(unit, '[data-from],[data-row]'));
  return watchedParts(document, outermost(parts), [...document.querySelectorAll(message), ...parts]);
}

/** The reader of ${site.label}. */
export const ${camel(site.name)}: SiteReader = {
  site,
  named: ['data-message', 'data-address'],
  read,
  mark,
  watched,${mark.entry}
};
`;
};

const meeting = (site: NewSite): string => {
  const mark = fingerprint(site);
  return `import type { Reading } from '../records/occasion.ts';
import { accountAt } from './own-account.ts';
import { personFrom } from './person.ts';
import { newRoll } from './roll.ts';
import type { SiteReader, Watched } from './site-reader.ts';
import { titleText } from './text.ts';
import { shownText, visible, visibleAll } from './visible.ts';
import { watchedParts } from './watched-parts.ts';

const site = '${site.name}';

// What must be there: anchors of the site's own, in no language. Take them from a page that you looked at.
/** The event on the screen; its attribute is what it is known by again. */
const event = '[data-event]';
const heading = '[data-title]';
/** A list of guests, with how many there are. */
const guests = '[data-guests]';
const guest = '[data-guests] [data-address]';
const organizer = '[data-organizer]';
const start = 'time[data-start]';
/** Where the page says whose calendar it is. */
const account = '[data-account]';
${mark.code}
/** The event that is open, or null where there is none or more than one. */
function open(document: Document): Element | null {
  const [one, ...more] = visibleAll(document, event);
  return one && more.length === 0 ? one : null;
}

/** Reads the event on the screen. */
export function read(document: Document): Reading {
  if (visibleAll(document, event).length > 1) return { state: 'not-yet' };
  const unit = open(document);
  if (!unit) return { state: 'not-here' };
  const broken = (part: string): Reading => ({ state: 'broken', site, part });
  const [title] = visibleAll(unit, heading);
  if (!title) return broken('title of the event');
  const own = accountAt(document, account);
  const roll = newRoll(own);
  const rows = visibleAll(unit, guest);
  // Somebody outside of the list: the page is built otherwise than this reader knows.
  if (visibleAll(document, '[data-address]').some((e) => !rows.includes(e))) return broken('guest list');
  for (const element of rows) {
    const person = personFrom([shownText(element)], [element.getAttribute('data-address')]);
    if (person === false || person.address === null) return broken('address of a guest');
    roll.add({ ...person, role: element.matches(organizer) ? 'organizer' : 'attendee' });
  }
  const participants = roll.people();
  const said = unit.querySelector(guests)?.getAttribute('data-guests') ?? '';
  const total = /^\\d+$/.test(said) ? Number(said) : null;
  if (total !== null && total < participants.length) return broken('number of guests');
  const time = unit.querySelector(start);
  const local = /^\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d)?/.exec((time && visible(time) && time.getAttribute('datetime')) || '')?.[0];
  return {
    state: 'occasion',
    occasion: {
      site,
      ref: (unit.getAttribute('data-event') || 'event').slice(0, 300),
      kind: 'meeting',
      title: titleText(title),
      start: local ? { local, zone: null } : null,
      end: null,
      whenText: null,
      own,
      participants,
      extent: { complete: total !== null && total === participants.length, shown: participants.length, total },
    },
  };
}

/** Names the event on the screen. */
export const mark = (document: Document): string | null =>
  visibleAll(document, event)
    .map((unit) => unit.getAttribute('data-event'))
    .join(' ') || null;

/** The event's guests and title. */
export function watched(document: Document): Watched {
  const unit = open(document);
  const parts = unit ? visibleAll(unit, \`\${heading},\${guests}\`) : [];
  return watchedParts(document, parts, [...document.querySelectorAll(event), ...parts]);
}

/** The reader of ${site.label}. */
export const ${camel(site.name)}: SiteReader = {
  site,
  named: ['data-event', 'data-address'],
  read,
  mark,
  watched,${mark.entry}
};
`;
};

const head = ({ name, hosts }: NewSite): string =>
  hosts.length > 0 ? '' : `<meta name="application-name" content="${name}">`;

const page = (site: NewSite): string =>
  site.kind === 'thread'
    ? `<!doctype html>
<html lang="en">
  <head><title>Hall</title>${head(site)}</head>
  <body>
    <button data-account>me@example.com</button>
    <main>
      <h2 data-subject>The hall in March</h2>
      <article data-message="m1">
        <div data-from><span data-address="ana@example.org">Ana Wu</span></div>
        <div data-row><span>To</span> <span data-address="me@example.com">Me</span>, <span data-address="bo@example.org">Bo Li</span></div>
        <div data-row><span>Cc</span> <span data-address="cy@example.org">Cy Oduya</span></div>
        <div data-body>Write to <a href="mailto:nobody@example.net">nobody@example.net</a>.</div>
      </article>
    </main>
  </body>
</html>
`
    : `<!doctype html>
<html lang="en">
  <head><title>Calendar</title>${head(site)}</head>
  <body>
    <button data-account>me@example.com</button>
    <div role="dialog" data-event="e1">
      <h2 data-title>Harvest</h2>
      <time data-start datetime="2026-12-01T10:00">1 December, 10:00</time>
      <ul data-guests="3">
        <li data-address="ana@example.org" data-organizer>Ana Wu</li>
        <li data-address="bo@example.org">Bo Li</li>
        <li data-address="me@example.com">Me</li>
      </ul>
    </div>
  </body>
</html>
`;

const expected = ({ name, hosts, kind }: NewSite): string => {
  const person = (who: string, email: string, role: string, more: object = {}) => ({ name: who, email, role, ...more });
  const url = `https://${hosts[0] ?? 'mail.example.org'}/open/1`;
  const of =
    kind === 'thread'
      ? {
          title: 'The hall in March',
          people: [
            person('Ana Wu', 'ana@example.org', 'from'),
            person('Me', 'me@example.com', 'to', { self: true }),
            person('Bo Li', 'bo@example.org', 'to'),
            person('Cy Oduya', 'cy@example.org', 'cc'),
          ],
          notPeople: ['nobody@example.net'],
        }
      : {
          title: 'Harvest',
          startLocal: '2026-12-01T10:00',
          people: [
            person('Ana Wu', 'ana@example.org', 'organizer'),
            person('Bo Li', 'bo@example.org', 'attendee'),
            person('Me', 'me@example.com', 'attendee', { self: true }),
          ],
        };
  const evidence = `made with the reader; put pages of ${name} in its place`;
  return `${JSON.stringify({ kind, url, own: 'me@example.com', complete: true, ...of, evidence }, null, 2)}\n`;
};

const marks = ({ kind }: NewSite): string => `import type { Marks } from '../marks.ts';

export const marks: Marks = {
  nobody: '${kind === 'thread' ? '[data-body]' : '[data-nobody]'}',
  shows: '[data-address]',
  who: (e) => e.getAttribute('data-address'),
  wholes: '${kind === 'thread' ? '[data-message],[data-row]' : '[data-event],[data-guests]'}',
  // Where a number or a count is written, say that it is: then somebody taken out must be noticed.
  tells: () => false,
};
`;

const unitTest = ({ name, kind }: NewSite): string => `import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ${camel(name)} } from '../../../readers/${name}.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const html = readFileSync(join(ownPages, '${name}/open.html'), 'utf8');
const url = 'https://${name}.example/open/1';
const page = () => openPage(html, url).window.document;
const stateOf = (change: (document: Document) => void) => {
  const document = page();
  change(document);
  const reading = ${camel(name)}.read(document, url);
  return reading.state === 'broken' ? reading.part : reading.state;
};

// That the pages of the fixture folder are read right, changed or not, is tested for every site together.
test('a page without what must be there is said so, by the name of the part; a page of another kind is none', () => {
  expect(stateOf(() => {})).toBe('occasion');
${
  kind === 'thread'
    ? `  expect(stateOf((document) => document.querySelector('[data-subject]')?.remove())).toBe('heading of the conversation');
  expect(stateOf((document) => document.querySelector('[data-from]')?.remove())).toBe('sender of a message');
  expect(stateOf((document) => document.querySelector('main')?.remove())).toBe('not-here');`
    : `  expect(stateOf((document) => document.querySelector('[data-title]')?.remove())).toBe('title of the event');
  expect(stateOf((document) => document.querySelector('[data-guests] li')?.setAttribute('data-address', 'nobody'))).toBe(
    'address of a guest',
  );
  expect(stateOf((document) => document.querySelector('[data-event]')?.remove())).toBe('not-here');`
}
});

test('another occasion has another name, and only what can tell so is watched', () => {
  const document = page();
  const before = ${camel(name)}.mark(document, url);
  document.querySelector('[${kind === 'thread' ? 'data-message' : 'data-event'}]')?.setAttribute('${kind === 'thread' ? 'data-message' : 'data-event'}', 'another');
  expect(before).not.toBeNull();
  expect(${camel(name)}.mark(document, url)).not.toBe(before);
  expect(${camel(name)}.watched(document, url).deep.length).toBeGreaterThan(0);
  expect(${camel(name)}.watched(document, url).below).toEqual([]);
});
`;

/** Everything a new site begins with: a reader that reads its one page, the row, the fixture folder and the test. All green. */
export function siteScaffold(site: NewSite): Scaffold {
  const folder = `tests/fixtures/sites/${site.name}`;
  const reader = camel(site.name);
  return {
    files: {
      [`readers/${site.name}.ts`]: site.kind === 'thread' ? thread(site) : meeting(site),
      [`${folder}/open.html`]: page(site),
      [`${folder}/open.html.expected.json`]: expected(site),
      [`${folder}/marks.ts`]: marks(site),
      [`${folder}/SOURCES.md`]: `# ${site.label}\n\nSay of each page where its markup comes from, and when it was seen.\n\n- \`open.html\`: made with the reader, not a page of ${site.label}.\n`,
      [`tests/unit/readers/${site.name}.test.ts`]: unitTest(site),
    },
    edits: {
      'readers/sites.ts': (text) => before(text, '  // Pages of any kind that the user added', row(site)),
      'readers/all.ts': (text) =>
        before(
          after(text, 'export const allReaders: readonly SiteReader[] = [', `${reader}, `),
          '\n/** Every reader',
          `import { ${reader} } from './${site.name}.ts';\n`,
        ),
      'docs/sites.md': (text) =>
        before(
          text,
          '| Feishu, DingTalk, iCloud, Fastmail calendars |',
          `| \`${site.name}\` | say what is read | say what is not | **unproven** | – |\n`,
        ),
    },
  };
}
