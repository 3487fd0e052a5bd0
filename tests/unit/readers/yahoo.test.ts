import { expect, test } from 'vitest';
import { mark, read, yahoo } from '../../../readers/yahoo.ts';
import { openPage } from './page.ts';

const url = 'https://mail.yahoo.com/d/folders/1/messages/AB1';
const pill = (address: string) =>
  `<span data-test-id="email-pill" data-email="${address}"><span><span title="${address}">${address[0]}</span></span></span>`;
const dom = (inRow: string, extra = '') =>
  openPage(
    `<div data-test-id="message-group-view"><span data-test-id="message-group-subject-text">T</span><div data-test-id="message-view">
     <div data-test-id="message-from">${pill('a@x.example')}</div><div data-test-id="message-to">To: ${inRow}</div>
     <div data-test-id="message-view-body">Hi</div></div>${extra}</div>`,
    url,
  ).window.document;
const whole = (document: Document) => {
  const reading = read(document, url);
  return reading.state === 'occasion' && reading.occasion.extent.complete;
};

test('a row that says more, holds a hole or a button, or somebody outside of every row: not everybody was read', () => {
  const two = `${pill('b@x.example')}, ${pill('c@x.example')}`;
  expect(whole(dom(two))).toBe(true);
  expect(whole(dom(`${two}, `))).toBe(false);
  expect(whole(dom(`${two} +2`))).toBe(false);
  expect(whole(dom(`${two}<button>more</button>`))).toBe(false);
  expect(whole(dom('me'))).toBe(false);
  expect(whole(dom(two, pill('d@x.example')))).toBe(false);
});

test('a body without a sender, and a recipient named in two ways, are broken', () => {
  const document = dom(pill('b@x.example'));
  document.querySelector('[data-test-id=message-from]')?.remove();
  expect(read(document, url)).toMatchObject({ state: 'broken', part: 'sender of a message' });
  const other = dom(pill('b@x.example').replace('title="b@', 'title="z@'));
  expect(read(other, url)).toMatchObject({ state: 'broken', part: 'a recipient' });
});

test('is named by address and subject, not while something is written, and watches no body', () => {
  expect(mark(dom(pill('b@x.example')), url)).toBe('AB1 T');
  expect(mark(dom(pill('b@x.example')), 'https://mail.yahoo.com/d/compose/1')).toBeNull();
  const { deep } = yahoo.watched(dom(pill('b@x.example')), url);
  expect(deep.map((e) => e.getAttribute('data-test-id'))).toEqual([
    'message-group-subject-text',
    'message-from',
    'message-to',
  ]);
});
