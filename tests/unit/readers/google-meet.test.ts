import { expect, test } from 'vitest';
import { googleMeet, mark, read } from '../../../readers/google-meet.ts';
import { openPage } from './page.ts';

const url = 'https://meet.google.com/abc-defg-hij';
const tile = (name: string) =>
  `<div data-participant-id="spaces/A/devices/${name.length}"><span class="notranslate">${name}</span></div>`;
const dom = (rows: string[], names = ['Ana', 'Bo']) =>
  openPage(
    `<main>${names.map(tile).join('')}</main><div role="list">${rows.map((row) => `<div role="listitem" aria-label="${row}"></div>`).join('')}</div>`,
    url,
  ).window.document;
const people = (document: Document) => {
  const reading = read(document, url);
  if (reading.state !== 'occasion') return reading.state;
  const { participants, extent } = reading.occasion;
  return [extent.complete, ...participants.map(({ name }) => name)];
};

test('a bracket behind a name is the site’s word where a tile shows the name without it, else nobody is guessed', () => {
  expect(people(dom(['Ana (You)', 'Bo']))).toEqual([true, 'Ana', 'Bo']);
  expect(people(dom(['Ana (Harbour)', 'Bo'], ['Ana (Harbour)', 'Bo']))).toEqual([true, 'Ana (Harbour)', 'Bo']);
  expect(people(dom(['Ana', 'Bo', 'Cai (Guest)']))).toEqual([false, 'Ana', 'Bo']);
  expect(people(dom(['Ana', 'Bo', 'Cai']))).toEqual([true, 'Ana', 'Bo', 'Cai']);
});

test('tiles alone, or one who is missing in the panel: not everybody was read', () => {
  expect(people(dom([]))).toEqual([false, 'Ana', 'Bo']);
  expect(people(dom(['Ana']))).toEqual([false, 'Ana', 'Bo']);
});

test('before anybody is drawn, nothing is open', () => {
  expect(people(dom([], []))).toBe('not-here');
  expect(mark(dom([], []), url)).toBeNull();
  expect(mark(dom([]), url)).toBe('abc-defg-hij');
  expect(googleMeet.watched(dom([], []), url).below).toHaveLength(1);
});
