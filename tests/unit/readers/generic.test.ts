import { describe, expect, test } from 'vitest';
import { familyFitting } from '../../../readers/detect.ts';
import { generic } from '../../../readers/generic.ts';
import { calendarEvent, calendarText } from '../../../readers/generic-calendar.ts';
import { clockOf } from '../../../readers/generic-clock.ts';
import { addLinkedPeople } from '../../../readers/generic-people.ts';
import { jsonThings, seenThings, textOf } from '../../../readers/generic-thing.ts';
import { newRoll } from '../../../readers/roll.ts';
import type { SiteReader } from '../../../readers/site-reader.ts';
import { addableFamilies, genericFamily, labelOf, sites } from '../../../readers/sites.ts';
import { random } from '../../../scripts/random.ts';
import { findPages, ownPages } from '../../fixtures/sites/find.ts';
import { mutations } from './mutate.ts';
import { openPage } from './page.ts';

const pages = findPages(ownPages).filter(({ site }) => site === 'generic');
const total = Number(process.env.TOTAL ?? 800);
const start = Number(process.env.SEED ?? 0);

/** Every address written anywhere in a page, in lower case. */
const addressesIn = (html: string): Set<string> => {
  const text = html
    .replaceAll('%2B', '+')
    .replace(/base64,([\w+/=]+)/g, (_, data: string) => Buffer.from(data, 'base64').toString());
  return new Set(text.toLowerCase().match(/[\w.+-]+@[\w.-]+/g) ?? []);
};

/** Others, and more of them: `SEED=9000 TOTAL=20000 npx vitest run tests/unit/readers/generic.test.ts`. */
test(`${total} changed pages: nobody who is hidden or nowhere, and always asked about`, { timeout: 600_000 }, () => {
  const faults: string[] = [];
  let read = 0;
  for (let i = 0; i < total / 4; i++) {
    const page = pages[i % pages.length];
    if (page === undefined) break;
    const next = random(start + i);
    const { document } = openPage(page.html, page.expected.url).window;
    const there = addressesIn(page.html);
    const some = (fits: (element: Element) => boolean = () => true) => {
      const all = [...document.body.querySelectorAll('*')].filter(fits);
      return all[Math.floor(next() * all.length)];
    };
    const names = Object.keys(mutations);
    for (let step = 0; step < 4; step++) {
      const name = names[Math.floor(next() * names.length)] ?? 'remove';
      mutations[name]?.({ document, next, some, kept: () => false, replaced: () => {} });
      const reading = generic.read(document, page.expected.url);
      if (reading.state !== 'occasion') continue;
      read += 1;
      if (reading.occasion.unconfirmed !== true) faults.push(`${page.name}, seed ${start + i}: not asked about`);
      for (const { address } of reading.occasion.participants)
        if (address !== null && !there.has(address.toLowerCase()))
          faults.push(`${page.name}, seed ${start + i}, after ${name}: nobody is ${address}`);
    }
  }
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(total / 4);
});

describe('a page of any kind', () => {
  const body = (html: string, url = 'https://any.example/x') => openPage(html, url).window.document;
  const peopleIn = (html: string) => {
    const roll = newRoll(null);
    addLinkedPeople(body(html).body, roll);
    return roll.people().map(({ name, address }) => [name, address]);
  };

  test('a text beside an address is a name only where the address bears it out', () => {
    const link = (text: string, address: string) => peopleIn(`<a href="mailto:${address}">${text}</a>`)[0]?.[0];
    expect(link('Jane Doe', 'jane@x.example')).toBe('Jane Doe');
    expect(link('Jane Doe', 'jdoe@x.example')).toBe('Jane Doe');
    expect(link('Müller', 'muller@x.example')).toBe('Müller');
    expect(link('Contact our office', 'jane@x.example')).toBeNull();
    expect(link('联系我们', 'lin@x.example')).toBeNull();
    expect(link('ceo@y.example', 'jane@x.example')).toBeNull();
    expect(link('Send a mail to jane at once and hope', 'jane@x.example')).toBeNull();
  });

  test('the same page has the same name, another page another; a file’s own name wins', () => {
    const refOf = (html: string, url: string) => {
      const reading = generic.read(body(html, url), url);
      return reading.state === 'occasion' ? reading.occasion.ref : null;
    };
    const html = '<h1>One</h1><a href="mailto:jane@x.example">Jane</a>';
    expect(refOf(html, 'https://any.example/1')).toBe(refOf(html, 'https://any.example/1'));
    expect(refOf(html, 'https://any.example/1')).not.toBe(refOf(html, 'https://any.example/2'));
    expect(refOf(html, 'https://any.example/secret-token')).not.toContain('secret');
    const ics =
      '<pre>BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:u1\nATTENDEE:mailto:a@b.example\nEND:VEVENT\nEND:VCALENDAR</pre>';
    expect(refOf(ics, 'https://any.example/1')).toBe(refOf(ics, 'https://any.example/2'));
  });

  test('a time with an offset is told by the clock of this computer, one without as it is written', () => {
    const startOf = (startDate: string) => {
      const html = `<script type="application/ld+json">${JSON.stringify({
        '@type': 'Event',
        name: 'E',
        startDate,
        organizer: { '@type': 'Person', name: 'Jane', email: 'jane@x.example' },
      })}</script>`;
      const reading = generic.read(body(html), 'https://any.example/x');
      return reading.state === 'occasion' ? (reading.occasion.start?.local ?? null) : 'none';
    };
    expect(startOf('2026-12-03T14:00:00')).toBe('2026-12-03T14:00');
    expect(startOf('2026-12-03')).toBe('2026-12-03');
    const at = startOf('2026-12-03T14:00:00+0200');
    expect(new Date(at ?? '').getTime()).toBe(Date.parse('2026-12-03T12:00:00Z'));
    expect(startOf('tomorrow')).toBeNull();
  });

  test('a time without a date, or that is none, is left open; a zone is kept where there is no offset', () => {
    for (const none of ['10:00', '2026-13', '2026-12-03T14', '2026-12-03T14:00+99', '', null])
      expect(clockOf(none)).toBeNull();
    expect(clockOf('20261203T140000', 'Asia/Tokyo')).toEqual({ local: '2026-12-03T14:00', zone: 'Asia/Tokyo' });
    expect(clockOf('20261203', 'Asia/Tokyo')).toEqual({ local: '2026-12-03', zone: null });
  });

  test('strange data is passed over: huge, deep, not an object', () => {
    const deep = `${'{"a":'.repeat(50)}1${'}'.repeat(50)}`;
    for (const json of ['null', '1', '[]', '"x"', '[null,[1]]', deep, 'x'.repeat(300_000), '{"@graph":5}'])
      expect(() => jsonThings(body(`<script type="application/ld+json">${json}</script>`))).not.toThrow();
    expect(
      seenThings(body('<div itemscope itemtype="https://schema.org/Event"><i itemprop="name">E</i></div>').body),
    ).toMatchObject([{ types: ['Event'] }]);
    expect(textOf({ types: [], says: new Map() }, 'name')).toBeNull();
  });

  test('a calendar file: folded lines, quoted parameters, nothing but a calendar', () => {
    expect(calendarText(body('<p>BEGIN:VCALENDAR is how it begins</p>'))).toBeNull();
    expect(calendarText(body('<a href="data:text/calendar,BEGIN%3AVCALENDAR">x</a>'))).toBe('BEGIN:VCALENDAR');
    expect(calendarText(body('<a href="data:text/calendar,%E0%A4%A">x</a>'))).toBeNull();
    expect(calendarEvent('nothing')).toBeNull();
    const event = calendarEvent(
      'BEGIN:VEVENT\r\nSUMMARY:Lo\r\n ng\r\nDTSTART:20261201T100000Z\r\nATTENDEE;CN="A: B;c":MAILTO:a@b.example\r\nEND:VEVENT',
    );
    const roll = newRoll(null);
    event?.addPeople(roll);
    expect(event).toMatchObject({ title: 'Long', uid: null });
    expect(new Date(event?.start?.local ?? '').getTime()).toBe(Date.parse('2026-12-01T10:00:00Z'));
    expect(roll.people()).toMatchObject([{ name: 'A: B;c', address: 'a@b.example' }]);
  });

  test('is watched in its main part, and has no name where there is nothing to read', () => {
    const document = body('<main><h1>T</h1><a href="mailto:jane@x.example">Jane</a></main>');
    expect(generic.watched(document, 'x').below).toEqual([document.querySelector('main')]);
    expect(generic.mark(document, 'x')).toBe('x T');
    expect(generic.mark(body('<p>Nothing</p>'), 'x')).toBeNull();
  });
});

describe('which family fits a page that the user adds', () => {
  const document = openPage('<body class="task-mail"></body>', 'https://any.example/').window.document;
  const reader = (site: string, fingerprint: () => boolean): SiteReader => ({ ...generic, site, fingerprint });

  test('the one whose marks it has; else the generic one; strange pages never throw', () => {
    const throwing = reader('gmail', () => {
      throw new Error('strange');
    });
    expect(familyFitting(document, [throwing, reader('google-calendar', () => true)])).toBe('google-calendar');
    expect(familyFitting(document, [throwing, generic])).toBe(genericFamily);
    expect(familyFitting(document, [reader('unknown', () => true)])).toBe(genericFamily);
  });

  test('may be chosen among those that have no hosts of their own', () => {
    expect(addableFamilies).toContain(genericFamily);
    for (const family of addableFamilies)
      expect(sites.filter((site) => site.family === family).flatMap(({ hosts }) => hosts)).toEqual([]);
    expect(labelOf(genericFamily)).toBeNull();
    expect(labelOf('gmail')).toBe('Gmail');
    expect(labelOf('none')).toBeNull();
  });
});
