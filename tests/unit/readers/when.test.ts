import { describe, expect, test } from 'vitest';
import { daysOf, readEditedWhen, readWhen } from '../../../readers/calendar-when.ts';
import { timeWords } from '../../../readers/time-words.ts';
import { parseClock, parseWhen } from '../../../readers/when-text.ts';
import { openPage } from './page.ts';

const days = { shown: '2026-09-16', today: '2026-11-24' };
const url = 'https://calendar.google.com/calendar/u/0/r/week/2026/9/16';

describe('a time as the calendar writes it', () => {
  test.each([
    ['en', 'Wednesday, September 16⋅3:00 – 3:45pm', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['en', 'Wednesday, September 16⋅11:30am – 12:30pm', '2026-09-16T11:30', '2026-09-16T12:30'],
    ['en', 'Friday, October 2⋅12:00 – 1:00pm', '2026-10-02T12:00', '2026-10-02T13:00'],
    ['en', 'Wednesday, September 16⋅3 – 4pm', '2026-09-16T15:00', '2026-09-16T16:00'],
    ['en-GB', 'Wednesday, 16 September⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['en', 'September 16, 2027, 11:00pm – September 17, 2027, 1:00am', '2027-09-16T23:00', '2027-09-17T01:00'],
    ['en', 'Wednesday, September 16', '2026-09-16', '2026-09-16'],
    ['en', 'September 16 – 18', '2026-09-16', '2026-09-18'],
    ['en', 'December 30, 2026 – January 2, 2027', '2026-12-30', '2027-01-02'],
    ['en', 'December 30 – January 2, 2027', '2026-12-30', '2027-01-02'],
    ['en-US', '9/10/2026, 3:00pm – 4:00pm', '2026-09-10T15:00', '2026-09-10T16:00'],
    ['en-GB', '9/10/2026, 15:00 – 16:00', '2026-10-09T15:00', '2026-10-09T16:00'],
    ['zh-CN', '9月16日 (星期三)⋅下午3:00 – 3:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['zh-CN', '2026年9月16日星期三⋅上午11:00 – 下午12:30', '2026-09-16T11:00', '2026-09-16T12:30'],
    ['zh-TW', '9月16日 (週三)⋅下午3:00 - 3:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['zh-CN', '9月16日 – 18日', '2026-09-16', '2026-09-18'],
    ['ja', '9月 16日 (水曜日)⋅09:00～09:45', '2026-09-16T09:00', '2026-09-16T09:45'],
    ['ja', '9月16日(水)⋅午後3:00～3:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['ko', '9월 16일 (수요일)⋅오후 3:00~3:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['de', 'Mittwoch, 16. September⋅15:00–15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['de', '16.–18. September 2026', '2026-09-16', '2026-09-18'],
    ['de', '16.09.2026, 15:00 – 16:00 Uhr', '2026-09-16T15:00', '2026-09-16T16:00'],
    ['fr', 'Mercredi 16 septembre⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['fr', 'mar. 15 sept.⋅15h30 – 16h', '2026-09-15T15:30', '2026-09-15T16:00'],
    ['es', 'Miércoles, 16 de septiembre⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['pt-BR', 'Quarta-feira, 16 de setembro⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['it', 'Mercoledì 16 settembre⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['nl', 'Woensdag 16 september⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['ru', 'Среда, 16 сентября⋅15:00–15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['pl', 'Środa, 16 września⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['ar', 'الأربعاء، ١٦ سبتمبر⋅٣:٠٠ – ٣:٤٥ م', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['fi', 'keskiviikko 16. syyskuuta⋅15.00–15.45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['', 'Środa, 16 września⋅15:00 – 15:45', '2026-09-16T15:00', '2026-09-16T15:45'],
    ['en', '9月16日 (星期三)⋅下午3:00 – 3:45', '2026-09-16T15:00', '2026-09-16T15:45'],
  ])('%s %s', (language, text, start, end) => expect(parseWhen(text, language, days)).toEqual({ start, end }));

  test.each([
    ['en', 'Wednesday, September 17⋅3:00 – 3:45pm'],
    ['en', '9/10/2026, 3:00pm – 4:00pm'],
    ['en', 'September 31⋅3:00 – 3:45pm'],
    ['en', 'Weekly on Wednesday'],
    ['en', 'September 16 17 18⋅3:00pm'],
    ['en', '3:00 – 3:45pm'],
    ['en', 'September 16⋅1:00 – 2:00 – 3:00pm'],
    ['en', 'September 16⋅25:00 – 26:00'],
    ['en', ''],
  ])('%s %j is not certain, so it is left open', (language, text) =>
    expect(parseWhen(text, language, days)).toBeNull(),
  );

  test('takes a missing year from the day shown, and lets the weekday decide', () => {
    const on = (shown: string | null, today: string, text = 'Friday, January 1') =>
      parseWhen(text, 'en', { shown, today })?.start ?? null;
    expect(on('2026-12-31', '2026-12-30')).toBe('2027-01-01');
    expect(on(null, '2027-03-01')).toBe('2027-01-01');
    expect(on(null, '2026-03-01')).toBeNull();
    expect(on('2027-01-04', '2026-12-30', 'Wednesday, December 30')).toBe('2026-12-30');
  });

  test('leaves an end open that does not follow from its start', () => {
    expect(parseWhen('9月16日⋅上午11:00 – 10:30', 'zh-CN', days)).toEqual({ start: '2026-09-16T11:00', end: null });
  });
});

describe('a time of day alone', () => {
  test.each([
    ['9:30am', 'en', '09:30'],
    ['12:00am', 'en', '00:00'],
    ['12:15 p.m.', 'en', '12:15'],
    ['15:30', 'de', '15:30'],
    ['下午3:00', 'zh-CN', '15:00'],
    ['오전 9:00', 'ko', '09:00'],
    ['9.30', 'fi', '09:30'],
    ['Oct 9, 2026', 'en', null],
    ['soon', 'en', null],
  ])('%s', (text, language, clock) => expect(parseClock(text, language)).toBe(clock));
});

test("the browser's tables give each language its words", () => {
  expect(timeWords('ru').months.get('сентября')).toBe(9);
  expect(timeWords('zh-CN').periods.get('下午')?.has(15)).toBe(true);
  expect(timeWords('en').dayFirst).toBeNull();
  expect(timeWords('en-GB').dayFirst).toBe(true);
  expect(timeWords('no such tag').months.get('may')).toBe(5);
});

describe('the time box of a bubble', () => {
  const read = (inner: string, lang = 'en') => {
    const { document } = openPage(`<html lang="${lang}"><div id="w">${inner}</div>`, url).window;
    return readWhen(document.querySelector('#w') ?? undefined, url, Date.parse('2026-11-24T09:00:00Z'));
  };
  test('is read without the label for screen readers and the line of recurrence', () => {
    const when = read(
      '<span class="x">When:</span><div><div><span>Wednesday, September 16<i>⋅</i>3:00 – 3:45pm</span></div><div>Every 2 weeks on Wednesday</div></div>',
    );
    expect(when).toEqual({
      start: { local: '2026-09-16T15:00', zone: null },
      end: { local: '2026-09-16T15:45', zone: null },
      whenText: 'Wednesday, September 16⋅3:00 – 3:45pm',
    });
  });
  test('gives the zone where it is written as a name', () => {
    expect(read('<div>September 16⋅3:00 – 3:45pm</div><div>Europe/Berlin</div>').start?.zone).toBe('Europe/Berlin');
    expect(read('<div>September 16⋅3:00 – 3:45pm</div><div>Nowhere/Land</div>').start?.zone).toBeNull();
  });
  test('keeps the words where they cannot be read', () => {
    expect(read('<span>When:</span><div>16 blorp⋅99:99</div>')).toEqual({
      start: null,
      end: null,
      whenText: '16 blorp⋅99:99',
    });
  });
});

describe('the time fields of an edit page', () => {
  const read = (inner: string) =>
    readEditedWhen(
      openPage(`<html lang="en"><div id="w">${inner}</div>`, url).window.document.querySelector('#w') ?? undefined,
    );
  const dates = (a: string, b: string, x = '', y = '') =>
    read(`<span data-date="${a}"><input value="d"></span>${x}<span data-date="${b}"><input value="d"></span>${y}`);
  test('give dates from attributes and times from the fields', () => {
    expect(dates('20261009', '20261010', '<input value="11:30pm">', '<input value="0:15am">').end?.local).toBe(
      '2026-10-10T00:15',
    );
    expect(dates('20261009', '20261011').start?.local).toBe('2026-10-09');
    expect(dates('20261009', '20261009', '<input value="whenever">', '<input value="10:15am">').start).toBeNull();
    expect(dates('20261011', '20261009').start).toBeNull();
  });
});

test('the day shown is in the address, today in the clock', () => {
  const now = new Date(2026, 10, 24, 12).getTime();
  expect(daysOf(url, now)).toEqual({ shown: '2026-09-16', today: '2026-11-24' });
  expect(daysOf('https://calendar.google.com/calendar/u/0/r', now).shown).toBeNull();
});
