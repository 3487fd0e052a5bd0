import { expect, test } from 'vitest';
import { escaped, folded, utcStamp } from '../../../interchange/content-line.ts';
import { personsOfCsv, readCsv } from '../../../interchange/csv.ts';
import { csvText } from '../../../interchange/csv-export.ts';
import { calendarText } from '../../../interchange/icalendar-export.ts';
import { newNote, newPerson } from '../../../records/person.ts';

const now = Date.UTC(2026, 10, 24, 9, 30);

test('a table that spreadsheets open as text: quoted, marked as UTF-8, no formula in it', () => {
  const people = [
    newPerson(
      { name: 'Ana "Nan" Lima', phones: ['+1 555'], notes: [newNote('=1+1', false, now), newNote('x', true, now)] },
      now,
    ),
    newPerson({ name: '=cmd()', organisation: 'a,b' }, now),
  ];
  const text = [...csvText(people)].join('');
  expect(text).toBe(
    '\ufeffName,Other Name,E-mail Address,Phone,Organization,Job Title,Tags,Topics,Notes\r\n' +
      '"Ana ""Nan"" Lima",,,+1 555,,,,,\'=1+1\r\n' +
      '\'=cmd(),,,,"a,b",,,,\r\n',
  );
  expect(personsOfCsv(readCsv(text)).records.map(({ name }) => name)).toEqual(['Ana "Nan" Lima', "'=cmd()"]);
});

test('lines of vCard and iCalendar: escaped, folded at 75 octets, times in UTC', () => {
  expect(escaped('a;b,c\\d\r\ne')).toBe('a\\;b\\,c\\\\d\\ne');
  expect(folded('x'.repeat(80))).toBe(`${'x'.repeat(75)}\r\n ${'x'.repeat(5)}`);
  expect(utcStamp(now)).toBe('20261124T093000Z');
  const text = [...calendarText([{ id: '1', summary: 's', description: '', at: now, updatedAt: now }], now)].join('');
  expect(text).toContain('DTSTART:20261124T093000Z\r\nDTEND:20261124T094500Z\r\n');
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
});
