import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allReaders } from '../../../readers/all.ts';
import { sites } from '../../../readers/sites.ts';
import { censoredSkeleton } from '../../../readers/skeleton.ts';
import { anchorAttributes, anchorNames } from '../../../readers/skeleton-anchors.ts';
import { shownAnchor, skeletonWords } from '../../../readers/skeleton-words.ts';
import { random } from '../../../scripts/random.ts';
import { anchorsIn, readerSources } from '../../../scripts/skeleton-anchors.ts';
import { findPages, ownPages, sharedPages } from '../../fixtures/sites/find.ts';
import { pageFrom } from '../../fixtures/sites/from-skeleton.ts';
import { mutations } from './mutate.ts';
import { openPage } from './page.ts';

const root = resolve(import.meta.dirname, '../../..');
const total = 500;

/** The stated list: all words that an outline may hold. */
const stated = new Set<string>([
  'renmai',
  'generic',
  'mailto',
  'none',
  ...sites.map(({ name }) => name),
  ...skeletonWords.tags,
  ...skeletonWords.attributes,
  ...skeletonWords.roles,
  ...skeletonWords.states,
  ...skeletonWords.kinds,
  ...skeletonWords.paths,
  ...[...skeletonWords.anchors].flatMap((anchor) => [
    anchor.replace(/[_:-]$/, ''),
    ...shownAnchor(anchor).split(/[~:.]/),
  ]),
]);

/** What is left of an outline when the words of the stated list are taken out: it must be numbers and marks alone. */
function leftOf(outline: string): string[] {
  const [head = '', shape = '', ...lines] = outline.split('\n');
  const words = [head, ...lines].join('\n').match(/[^\s="<>*:：~.,;，；、()]+/g) ?? [];
  const odd = words.filter((word) => !stated.has(word) && !/^h?\d+$|^mailto#\d+$|^[#?]\d+$|^…$/.test(word));
  return [
    ...odd,
    ...(shape.replace(/[AN]\d+/g, '').match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !skeletonWords.paths.has(word)),
  ];
}

/** Words, names, addresses and tokens of a page, in lower case, but for those of the stated list. */
function tokensOf(document: Document): Set<string> {
  const all = [document.title, document.body.textContent ?? '', document.URL];
  for (const element of document.querySelectorAll('*')) {
    if (!skeletonWords.tags.has(element.localName)) all.push(element.localName);
    for (const { name, value } of element.attributes) all.push(name, value);
  }
  const tokens = all.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}._@+-]*/gu) ?? []);
  const known = new Set([...stated].map((word) => word.toLowerCase()));
  const isKnown = (token: string) => known.has(token) || token.split(/[._+-]/).every((part) => known.has(part));
  return new Set(tokens.filter((token) => token.length > 2 && /\p{L}/u.test(token) && !isKnown(token)));
}

test(`${total} pages, real and made up: no word, name, address or token of any stands in its outline`, {
  timeout: 600_000,
}, () => {
  const pages = [...findPages(ownPages), ...(existsSync(sharedPages) ? findPages(sharedPages) : [])].filter(
    ({ html }) => html.length < 20_000,
  );
  const opened = pages.map((page) => ({ page, document: openPage(page.html, page.expected.url).window.document }));
  const faults: string[] = [];
  const names = Object.keys(mutations);
  for (let i = 0; i < total; i++) {
    const one = opened[i % opened.length];
    if (one === undefined) break;
    const { page, document } = one;
    if (i >= opened.length) {
      const next = random(i);
      const all = [...document.body.querySelectorAll('*')];
      const some = (fits: (element: Element) => boolean = () => true) => {
        const fitting = all.filter((element) => element.isConnected && fits(element));
        return fitting[Math.floor(next() * fitting.length)];
      };
      mutations[names[i % names.length] ?? 'wrap']?.({ document, next, some, kept: () => false, replaced: () => {} });
      const secret = document.createElement(`x-secret${i}`);
      for (const [name, value] of [
        ['class', `wang${i} zhaomin`],
        ['id', `tok${i}`],
        ['data-token', `s3cr3t${i}`],
        ['aria-label', `Zhao Min ${i} zhao.min${i}@bureau.example`],
        [`data-private${i}`, 'true'],
      ] as const)
        secret.setAttribute(name, value);
      secret.textContent = `Ping me at ping${i}@bureau.example, room Ümlaut${i}`;
      (some() ?? document.body).append(secret);
    }
    const outline = censoredSkeleton(document, document.URL);
    const odd = leftOf(outline);
    if (odd.length > 0) faults.push(`${page.name} (${i}): ${odd.slice(0, 5).join(' | ')}`);
    const shown = new Set(outline.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}._@+-]*/gu) ?? []);
    const leaked = [...tokensOf(document)].filter((token) => shown.has(token));
    if (leaked.length > 0) faults.push(`${page.name} (${i}) gives away: ${leaked.slice(0, 5).join(' | ')}`);
    if (/@/.test(outline)) faults.push(`${page.name} (${i}) holds an @`);
  }
  expect(faults).toEqual([]);
});

describe('the censored outline', () => {
  const outlineOf = (body: string, url = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQab12') =>
    censoredSkeleton(openPage(`<body>${body}</body>`, url).window.document, url);

  test('holds structure, what readers look for, and numbers for all else', () => {
    const outline = outlineOf(
      `<div role="main" class="gD aHU VeryLongGeneratedName" id="thread-f:1797142663154154427" data-secret="Ann Lee" style="color: red; display: none">
       Secret text<span email="ann@example.com" title="Ann Lee">Ann Lee</span> <a href="mailto:Ann@example.com">12</a>
       <div class="a3s"><b title="body">inner</b></div><x-ann-lee></x-ann-lee></div>`,
    );
    expect(outline.split('\n').slice(0, 2)).toEqual(['renmai gmail', '/mail/u/N1/#inbox/A9N2']);
    expect(outline).toContain('role=main');
    expect(outline).toContain('style=none');
    expect(outline).toContain('email=#1');
    expect(outline).toContain('href=mailto#1 > 0:2');
    expect(outline).not.toMatch(/ann|lee|secret|1797142663|inner|verylong/i);
  });

  test('a word that readers look for is hidden where the page says it too', () => {
    expect(outlineOf('<i class="sender"></i><i class="gE"></i>')).toContain('gE');
    expect(outlineOf('<i class="gE">gE</i>')).not.toContain('gE');
  });

  test('goes into frames of the page’s own origin, ends where it is told to, and takes an empty page', () => {
    const { document } = openPage('<iframe></iframe>', 'https://any.example/').window;
    const frame = document.querySelector('iframe');
    if (frame?.contentDocument) frame.contentDocument.body.innerHTML = '<table></table>';
    expect(censoredSkeleton(document, document.URL)).toContain('   table');
    expect(censoredSkeleton(document, document.URL, 1)).toMatch(/…$/);
    document.body.remove();
    expect(censoredSkeleton(document, document.URL)).toBe('renmai generic\n/');
  });

  test('its list of anchors names nothing that no reader looks for, and says how to write it anew', () => {
    const { names, attributes } = anchorsIn(readerSources(root));
    const stray = [
      ...anchorNames.filter((name) => !names.includes(name)),
      ...anchorAttributes.filter((name) => !attributes.includes(name)),
    ];
    expect(stray, 'npx tsx scripts/build-skeleton-anchors.ts').toEqual([]);
    expect(shownAnchor('rcmContactAddress')).toBe('rcmConta~ctAddres~s');
  });
});

describe('a page made after an outline', () => {
  test('is a page of its site: many are read like the page itself', { timeout: 120_000 }, () => {
    let same = 0;
    let all = 0;
    const some = findPages(ownPages).filter(({ html }, at) => html.length < 20_000 && at % 3 === 0);
    for (const { site, html, expected } of some) {
      const reader = allReaders.find((one) => one.site === site);
      if (reader === undefined || expected.kind === 'compose') continue;
      const { document } = openPage(html, expected.url).window;
      const before = reader.read(document, expected.url);
      const made = pageFrom(censoredSkeleton(document, expected.url));
      const after = reader.read(openPage(made.html, made.url).window.document, made.url);
      const people = (reading: typeof before) =>
        reading.state === 'occasion'
          ? reading.occasion.participants.filter(({ address }) => address !== null).length
          : 0;
      all += 1;
      if (before.state === after.state && people(before) === people(after)) same += 1;
    }
    expect(all).toBeGreaterThan(30);
    console.log(`${same} of ${all} pages are read alike after their outlines.`);
    // What a reader compares with the address, and numbers that it counts by, are not in an outline.
    expect(same / all).toBeGreaterThan(0.4);
  });

  test('what is no outline is said so, with the line', () => {
    expect(() => pageFrom('hello')).toThrow('first line');
    expect(() => pageFrom('renmai gmail\n/\nbody\n <script>')).toThrow('Line 4');
  });
});

/** Outlines that users sent lie beside the fixture pages: `<name>.skeleton`, and what is to come of it as `<name>.skeleton.expected.json`. */
const sent = sites.flatMap(({ name: site }) => {
  const folder = join(ownPages, site);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith('.skeleton'))
    .map((file) => [`${site}/${file}`, site, join(folder, file)] as const);
});

describe.runIf(sent.length > 0)('outlines that were sent', () => {
  test.each(sent)('%s', (_, site, path) => {
    const made = pageFrom(readFileSync(path, 'utf8'));
    const reader = allReaders.find((one) => one.site === site);
    if (reader === undefined) throw new Error(`No reader for ${site}.`);
    const { document } = openPage(made.html, made.url).window;
    reader.mark(document, made.url);
    reader.watched(document, made.url);
    const reading = reader.read(document, made.url);
    const people = reading.state === 'occasion' ? reading.occasion.participants : [];
    for (const { address } of people) if (address !== null) expect(made.html).toContain(address);
    const wanted = `${path}.expected.json`;
    if (existsSync(wanted)) {
      const part = reading.state === 'broken' ? { part: reading.part } : {};
      expect({ state: reading.state, people: people.length, ...part }).toEqual(
        JSON.parse(readFileSync(wanted, 'utf8')),
      );
    }
  });
});
