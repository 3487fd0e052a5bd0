import { expect, test } from 'vitest';
import { fingerprint, mark, owa, read } from '../../../readers/owa.ts';
import { openPage } from './page.ts';

const url = 'https://mail.corp.example/owa/#path=/mail/inbox';
const persona = (text: string) =>
  `<span class="PersonaPaneLauncher"><span autoid="_pe_b">${text.replace('<', '&lt;')}</span></span>`;
const dom = (inRow: string, extra = '', body = '<div role="document">Hi</div>') =>
  openPage(
    `<div role="region"><span class="rpHighlightSubjectClass">T</span><div><div>${persona('Rosa Lim')}<div id="ItemHeader.ToContainer">${inRow}</div></div>${body}</div>${extra}</div>`,
    url,
  ).window.document;
const whole = (document: Document) => {
  const reading = read(document, url);
  return reading.state === 'occasion' && reading.occasion.extent.complete;
};

test('a row with a button behind it, without anybody, or somebody outside of every header: not everybody was read', () => {
  const two = `${persona('Felix <felix@x.example>;')}${persona('Ana')}`;
  expect(whole(dom(two))).toBe(true);
  expect(whole(dom(`${two}<button></button>`))).toBe(false);
  expect(whole(dom(''))).toBe(false);
  expect(whole(dom(two, persona('Carla')))).toBe(false);
});

test('a recipient that is neither a name nor an address is broken', () => {
  expect(read(dom(persona('Felix <no address>')), url)).toMatchObject({ state: 'broken', part: 'a recipient' });
  expect(read(dom(persona('felix@x.example and more')), url)).toMatchObject({ state: 'broken', part: 'a recipient' });
});

test('is named by its subject, and its body is not watched', () => {
  const document = dom(persona('Ana'));
  expect(mark(document, url)).toBe('T');
  expect(mark(document, 'https://mail.corp.example/owa/?ItemID=AAMk1')).toBe('AAMk1 T');
  expect(owa.watched(document, url).deep.some((e) => e.querySelector('[role=document]'))).toBe(false);
});

test('is recognised by its own marks, whatever the host, and nothing else is', () => {
  const is = (html: string) => fingerprint(openPage(html, 'https://any.example/').window.document);
  expect(is('<script src="/owa/prem/15.1.2507/scripts/boot.js"></script>')).toBe(true);
  expect(is(`<div class="conductorContent"><div autoid="_rp_0"></div></div>`)).toBe(true);
  expect(is('<div id="ItemHeader.ToContainer"></div>')).toBe(false);
  expect(is('<div id="ReadingPaneContainerId"></div>')).toBe(false);
});
