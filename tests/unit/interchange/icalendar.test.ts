import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { detectFile } from '../../../interchange/detect.ts';
import { keptAhead, keptBack, parseCalendar } from '../../../interchange/icalendar.ts';
import { calendarTime, durationMs, mostSteps, placed, repeats } from '../../../interchange/recurrence.ts';
import { decodeText } from '../../../interchange/text-encoding.ts';
import { describedZone, zoneByName } from '../../../interchange/time-zone.ts';
import { ianaZone } from '../../../interchange/zone.ts';
import { anyText } from '../any-text.ts';
import { asExpected, corpus, fixtures } from './fixtures.ts';

const now = Date.UTC(2026, 10, 24, 12);
const context = { now, zone: 'Europe/Berlin' };
const parse = (bytes: Uint8Array) => parseCalendar(decodeText(bytes).text, context);

describe('one quirk a file', () => {
  test.each(fixtures('ics'))('$name', ({ bytes, expected }) => {
    expect(asExpected(parse(bytes), expected)).toEqual({
      records: expected.records,
      rejected: expected.rejected,
      passedOver: expected.passedOver,
    });
  });
});

const real = ['icalendar', 'icalendar-events'].map((folder) => corpus(`ics/${folder}`));
describe.skipIf(real[0] === null)('real files (../shared/corpora/ics; skipped where it is not there)', () => {
  const files = real.flatMap((folder) => folder ?? []);
  test.each(files)('$name: every event goes in, is passed over or is rejected with its line', ({ bytes }) => {
    const { text } = decodeText(bytes);
    const { records, rejected, passedOver } = parse(bytes);
    const events = text.match(/^BEGIN:VEVENT\s*$/gim)?.length ?? 0;
    const told = records.length + rejected.length + Object.values(passedOver).reduce((sum, n) => sum + n, 0);
    expect(told).toBeGreaterThanOrEqual(events);
    for (const one of rejected) expect(one.line).toBeGreaterThan(0);
    if (events > 0) expect(detectFile(bytes).kind).toBe('icalendar');
  });
  const of = (name: string) => parse(files.find((file) => file.name === name)?.bytes ?? new Uint8Array());
  test('facts of known files', () => {
    expect(of('broken_dtstart.ics').rejected).toMatchObject([{ line: 6, code: 'bad-start', detail: 'INVALID-DATE' }]);
    expect(of('issue_1081_invalid_rrule_freq.ics').rejected).toMatchObject([{ line: 4, code: 'bad-repeat' }]);
    expect(of('issue_104_mark_events_broken.ics').rejected).toMatchObject([{ line: 9, code: 'bad-line', detail: 'X' }]);
    expect(of('issue_722_missing_VTIMEZONE_custom.ics').rejected).toMatchObject([
      { line: 3, code: 'unknown-zone', detail: 'CUSTOM_tzid' },
    ]);
    expect(of('issue_101_icalendar_chokes_on_umlauts_in_organizer.ics').records).toMatchObject([
      { participants: [{ role: 'organizer', name: 'acme, ädmin' }] },
    ]);
  });
});

test('a date that is none is none', () => {
  expect(calendarTime('20261124T093000Z')).toEqual({ wall: Date.UTC(2026, 10, 24, 9, 30), date: false, utc: true });
  expect(calendarTime('2026-11-24')).toEqual({ wall: Date.UTC(2026, 10, 24), date: true, utc: false });
  for (const text of ['', '20261301', '20260230', '20261124T2561', 'soon']) expect(calendarTime(text)).toBeNull();
  expect(durationMs('P1DT2H')).toBe(26 * 3_600_000);
  expect(durationMs('-PT15M')).toBe(-900_000);
  expect(durationMs('P')).toBeNull();
  expect(durationMs('an hour')).toBeNull();
});

describe('zones', () => {
  const berlin = ianaZone('Europe/Berlin');
  test('the hour that is left out, and the one that comes twice', () => {
    if (!berlin) throw new Error('the platform knows no Europe/Berlin');
    const at = (text: string) => placed(calendarTime(text) ?? { wall: 0, date: false, utc: false }, berlin);
    expect(at('20260329T013000')).toBe(Date.UTC(2026, 2, 29, 0, 30));
    expect(at('20260329T023000')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(at('20260329T033000')).toBe(Date.UTC(2026, 2, 29, 1, 30));
    expect(at('20261025T023000')).toBe(Date.UTC(2026, 9, 25, 0, 30));
    expect(at('20261025T033000')).toBe(Date.UTC(2026, 9, 25, 2, 30));
  });
  test('names with a maker before them, Windows’ names, and none', () => {
    expect(zoneByName('/freeassociation.sourceforge.net/America/Argentina/Buenos_Aires')?.name).toBe(
      'America/Argentina/Buenos_Aires',
    );
    expect(zoneByName('posix/Europe/Vaduz')?.name).toBe('Europe/Vaduz');
    expect(zoneByName('China Standard Time')?.name).toBe('Asia/Shanghai');
    for (const name of ['', 'Middle Earth', '+0100', 'GMT +0100 (Standard) / GMT +0200 (Daylight)'])
      expect(zoneByName(name)).toBeNull();
  });
  test('a zone that is not one is not taken', () => {
    expect(describedZone('BEGIN:VTIMEZONE\r\nTZID:x\r\nEND:VTIMEZONE')).toBeNull();
    expect(describedZone('nonsense')).toBeNull();
  });
  test('any moment: the offset at its wall clock leads back to it, unless the clock was there twice', () => {
    if (!berlin) throw new Error('the platform knows no Europe/Berlin');
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2037, 0) }), (utc) => {
        const wall = utc + berlin.offsetAtUtc(utc);
        const back = wall - berlin.offsetAtWall(wall);
        expect([utc, utc - 3_600_000]).toContain(back);
      }),
    );
  });
});

test('a zone whose clocks change by the second is none', () => {
  const zone = (rule: string) =>
    describedZone(
      `BEGIN:VTIMEZONE\r\nTZID:Here\r\nBEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nRRULE:${rule}\r\nEND:STANDARD\r\nEND:VTIMEZONE`,
    );
  expect(zone('FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU')?.id).toBe('Here');
  expect(zone('FREQ=SECONDLY')).toBeNull();
  expect(zone('FREQ=YEARLY;BYMONTH=10;BYSECOND=1,2,3')).toBeNull();
});

test('repeats are bounded', () => {
  const zone = ianaZone('UTC');
  const start = calendarTime('20200101T000000Z');
  if (!zone || !start) throw new Error('no zone or start');
  expect(repeats('FREQ=SECONDLY', start, zone, 0, now).cut).toBe(true);
  expect(repeats('FREQ=SECONDLY', start, zone, 0, now).walls.length).toBeLessThanOrEqual(mostSteps);
  expect(repeats('FREQ=DAILY;COUNT=3', start, zone, 0, now)).toEqual({
    walls: [start.wall + 86_400_000, start.wall + 2 * 86_400_000],
    cut: false,
  });
  expect(() => repeats('FREQ=NEVER', start, zone, 0, now)).toThrow();
  expect(keptBack / 86_400_000).toBe(730);
  expect(keptAhead / 86_400_000).toBe(60);
});

test('any text at all: never throws, and a good event before it goes in', () => {
  const good = 'BEGIN:VEVENT\r\nUID:g\r\nDTSTART:20261120T090000Z\r\nATTENDEE:mailto:ana@example.com\r\nEND:VEVENT\r\n';
  const line = fc.oneof(
    anyText(60),
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'DTSTART:20261120',
      'RRULE:FREQ=DAILY;BYDAY=XX',
      'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'BEGIN:VTIMEZONE',
      'TZID:x',
      'EXDATE:x',
    ),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (junk) => {
      parseCalendar(junk.join('\r\n'), context);
      const { records } = parseCalendar(`${good}${junk.join('\r\n')}`, context);
      expect(records.some((one) => one.ref === 'g')).toBe(true);
    }),
  );
});

test('5,000 events, 500 of them repeating, in well under ten seconds', () => {
  const event = (i: number) =>
    `BEGIN:VEVENT\r\nUID:${i}\r\nDTSTART;TZID=Europe/Berlin:20260105T090000\r\nDTEND;TZID=Europe/Berlin:20260105T093000\r\n${i % 10 === 0 ? 'RRULE:FREQ=WEEKLY\r\n' : ''}ORGANIZER:mailto:ana@example.com\r\nATTENDEE;CN=P:mailto:p${i}@example.com\r\nEND:VEVENT\r\n`;
  const text = Array.from({ length: 5_000 }, (_, i) => event(i)).join('');
  const start = performance.now();
  expect(parseCalendar(text, context).records.length).toBeGreaterThan(4_500 + 500 * 40);
  expect(performance.now() - start).toBeLessThan(10_000);
}, 30_000);
