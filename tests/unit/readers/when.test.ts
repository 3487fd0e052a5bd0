import { describe, expect, test } from 'vitest';
import { dayOfKey, formWhen, languageOf, noWhen, shownDay, writtenWhen } from '../../../readers/calendar-when.ts';
import { timeWords } from '../../../readers/words/time-words.ts';
import { understood } from '../../../readers/words/understood.ts';
import { parseClock, parseWhen } from '../../../readers/words/when-text.ts';
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

/** What the background makes of a time written in a bubble or a form. */
function understand(html: string, write: (box: Element | undefined) => ReturnType<typeof writtenWhen>, lang = 'en') {
  const { document } = openPage(`<html lang="${lang}"><div id="w">${html}</div>`, url).window;
  const { whenText, when, form } = write(document.querySelector('#w') ?? undefined);
  const reading = understood(
    {
      state: 'occasion',
      occasion: {
        site: 'google-calendar',
        ref: 'x',
        kind: 'meeting',
        title: null,
        start: null,
        end: null,
        whenText,
        own: null,
        participants: [],
        extent: { complete: true, shown: 0, total: 0 },
        wording: { language: languageOf(document), shownDay: '2026-09-16', when, form, participants: [] },
      },
    },
    Date.parse('2026-11-24T09:00:00Z'),
  );
  if (reading.state !== 'occasion') throw new Error(reading.state);
  expect(reading.occasion).not.toHaveProperty('wording');
  const { start, end, whenText: text } = reading.occasion;
  return { start: start?.local ?? null, end: end?.local ?? null, zone: start?.zone ?? null, text };
}

describe('the time box of a bubble', () => {
  const time = '<span>Wednesday, September 16<i>⋅</i>3:00 – 3:45pm</span>';
  const right = {
    start: '2026-09-16T15:00',
    end: '2026-09-16T15:45',
    zone: null,
    text: 'Wednesday, September 16⋅3:00 – 3:45pm',
  };
  test('is read without the label for screen readers and the line of recurrence', () => {
    expect(understand(`<span class="x">When:</span><div>${time}</div>`, writtenWhen)).toEqual(right);
    expect(
      understand(
        `<span class="x">When:</span><div><div>${time}</div><div>Every 2 weeks on Wednesday</div></div>`,
        writtenWhen,
      ),
    ).toEqual(right);
  });
  test('is read without the title of the event, whatever that says', () => {
    const title = '<div><span role="heading">Lunch 1pm, 3 May</span></div>';
    expect(understand(`${title}<div>${time}</div>`, writtenWhen)).toEqual(right);
    expect(understand(`${title}<div>Wednesday, September 16</div>`, writtenWhen).start).toBe('2026-09-16');
  });
  test('gives the zone where it is written as a name', () => {
    const zone = (name: string) =>
      understand(`<div>September 16⋅3:00 – 3:45pm</div><div>${name}</div>`, writtenWhen).zone;
    expect(zone('Europe/Berlin')).toBe('Europe/Berlin');
    expect(zone('Nowhere/Land')).toBeNull();
  });
  test('keeps the words where they cannot be read', () => {
    expect(understand('<span>When:</span><div>16 blorp⋅99:99</div>', writtenWhen)).toEqual({
      start: null,
      end: null,
      zone: null,
      text: '16 blorp⋅99:99',
    });
    expect(writtenWhen(undefined)).toEqual(noWhen);
  });
});

describe('the time fields of an edit page', () => {
  const dates = (a: string, b: string, x = '', y = '') =>
    understand(
      `<span data-date="${a}"><input value="d"></span>${x}<span data-date="${b}"><input value="d"></span>${y}`,
      formWhen,
    );
  test('give days from attributes and times from the fields', () => {
    expect(dates('20261009', '20261010', '<input value="11:30pm">', '<input value="0:15am">').end).toBe(
      '2026-10-10T00:15',
    );
    expect(dates('20261009', '20261011').start).toBe('2026-10-09');
    expect(dates('20261009', '20261009', '<input value="whenever">', '<input value="10:15am">').start).toBeNull();
    expect(dates('20261011', '20261009').start).toBeNull();
  });
  test("are found by the site's own ids, and a ticked box means whole days", () => {
    const form = (ticked: boolean) =>
      `<input id="xStDaIn" data-date="20261009" value="9 Oct"><input id="xStTiIn" data-initial-value="9:30am">` +
      `<input id="xEnTiIn" data-initial-value="10:15am"><input id="xEnDaIn" data-date="20261009" value="9 Oct">` +
      `<div id="xAlDaCbx" role="checkbox" aria-checked="${ticked}"></div><div id="xTimezone">Europe/Paris</div>` +
      `<input data-date="20270101" value="ends">`;
    expect(understand(form(false), formWhen)).toMatchObject({
      start: '2026-10-09T09:30',
      end: '2026-10-09T10:15',
      zone: 'Europe/Paris',
    });
    expect(understand(form(true), formWhen)).toMatchObject({ start: '2026-10-09', end: '2026-10-09' });
  });
});

describe('the day shown', () => {
  const grid = (key: number) =>
    openPage(`<div data-datekey="${key}"><div data-eventid="abc"></div></div>`, url).window.document;
  const packed = ((2026 - 1970) << 9) + (9 << 5) + 18;
  test('is the column of the open event, checked against the address', () => {
    expect(dayOfKey(packed)).toBe('2026-09-18');
    expect(shownDay(grid(packed), url, 'abc')).toBe('2026-09-18');
    expect(shownDay(grid(packed), url, 'other')).toBe('2026-09-16');
    expect(shownDay(grid(29232), url, 'abc')).toBe('2026-09-16');
    expect(shownDay(grid(packed), 'https://calendar.google.com/calendar/u/0/r', 'abc')).toBe('2026-09-18');
    expect(shownDay(grid(0), 'https://calendar.google.com/calendar/u/0/r', 'x')).toBeNull();
    expect(dayOfKey(packed | 31)).toBeNull();
  });
});
