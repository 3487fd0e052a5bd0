import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { mark, outlookCalendar, read } from '../../../readers/outlook-calendar.ts';
import { cardButtons, readCards } from '../../../readers/outlook-cards.ts';
import { ownPages } from '../../fixtures/sites/find.ts';
import { openPage } from './page.ts';

const url = 'https://outlook.office.com/calendar/view/week';
const dom = (html: string): Document => openPage(html, url).window.document;
const page = (file: string): Document => dom(readFileSync(join(ownPages, 'outlook-calendar', file), 'utf8'));
const pair = (label: string, name: string, face = '') =>
  `<span role="button" aria-label="${label}">${face}</span><span role="button" aria-label="${label}">${name}</span>`;
const names = (html: string) => [...new Set(cardButtons(dom(html)).map(({ name }) => name))];

describe('buttons that open cards', () => {
  test('are told by a label that stands twice and shows its name, in any language', () => {
    expect(names(pair('Opens card for Jane Doe', 'Jane Doe') + pair('Opens card for Al', 'Al', 'A'))).toEqual([
      'Jane Doe',
      'Al',
    ]);
    expect(names(pair('打开 林悦 的名片', '林悦'))).toEqual(['林悦']);
    expect(names(pair('佐藤 花子のカードを開く', '佐藤 花子'))).toEqual(['佐藤 花子']);
  });

  test('one that has lost its pair is told by the words of the others', () => {
    expect(
      names(`${pair('Opens card for Jane', 'Jane')}<span role="button" aria-label="Opens card for Bo"></span>`),
    ).toEqual(['Jane', 'Bo']);
  });

  test('none where labels stand alone, say no more than the text, or were written by somebody', () => {
    expect(names('<span role="button" aria-label="Opens card for Jane">Jane</span>')).toEqual([]);
    expect(names(pair('Accept', 'Accept'))).toEqual([]);
    expect(names(`<div role="document">${pair('Opens card for Jane', 'Jane')}</div>`)).toEqual([]);
    expect(names(pair('Rejoin', 'join'))).toEqual([]);
  });

  test('words beside a person are those up to the next one, short ones only', () => {
    const document = dom(
      `<div id="r">${pair('Card of A', 'A')}<i>Accepted</i>${pair('Card of B', 'B')}<i>You are the organizer and somebody did not respond</i></div>`,
    );
    const root = document.querySelector('#r') as Element;
    expect(readCards(root, cardButtons(root)).cards.map(({ name, words }) => [name, words])).toEqual([
      ['A', 'Accepted'],
      ['B', ''],
    ]);
  });

  test('a number above those drawn, or a button among them, says that more are there', () => {
    const said = (between: string) => {
      const root = dom(`<div id="r">${pair('Card of A', 'A')}${between}${pair('Card of B', 'B')}</div>`).body;
      return readCards(root, cardButtons(root)).more;
    };
    expect(said('')).toBe(false);
    expect(said('<i>7 invited</i>')).toBe(true);
    expect(said('<button>more</button>')).toBe(true);
  });
});

describe('the calendar', () => {
  test('a pop-up is named by what it says, a page by its address', () => {
    expect(mark(page('peek-more-people.html'), url)).toBe('All hands Mon 7/27/2026 7:00 PM - 9:00 PM');
    expect(mark(dom(''), 'https://outlook.office.com/calendar/item/AAMk%3D')).toBe('AAMk=');
    expect(mark(dom(''), url)).toBeNull();
  });

  test('the pop-up is watched, and where one may come', () => {
    expect(outlookCalendar.watched(page('peek-more-people.html'), url).deep.map((e) => e.className)).toEqual([
      'fui-PopoverSurface r1',
    ]);
    expect(outlookCalendar.watched(dom(''), url).below.map((e) => e.localName)).toEqual(['body']);
  });

  test('a form is read only where the address names the event', () => {
    const document = page('form-of-existing-event.html');
    expect(read(document, url).state).toBe('not-here');
    expect(read(document, 'https://outlook.office.com/calendar/item/x').state).toBe('occasion');
    document.querySelector('input')?.remove();
    expect(read(document, 'https://outlook.office.com/calendar/item/x').state).toBe('not-yet');
  });
});
