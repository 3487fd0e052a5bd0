import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, knownZone, localDay, momentOf, systemZone } from '../../../actions/wall-clock.ts';

const iso = (local: string, zone: string | null = null, fallback = 'UTC') => {
  const at = momentOf({ local, zone }, fallback);
  return at === null ? null : new Date(at).toISOString();
};

describe('a clock on the wall', () => {
  // Transitions from the IANA database (tzdata 2025b, files europe, northamerica, australasia, asia, southamerica).
  test.each([
    ['2026-11-24T09:30', 'Europe/Berlin', '2026-11-24T08:30:00.000Z'],
    ['2026-07-24T09:30', 'Europe/Berlin', '2026-07-24T07:30:00.000Z'],
    ['2026-11-24T09:30', 'Asia/Shanghai', '2026-11-24T01:30:00.000Z'],
    ['2026-11-24T09:30', 'Asia/Kathmandu', '2026-11-24T03:45:00.000Z'],
    ['2026-11-24T09:30', 'America/St_Johns', '2026-11-24T13:00:00.000Z'],
    ['2026-11-24T09:30', 'Pacific/Kiritimati', '2026-11-23T19:30:00.000Z'],
    // Skipped: 02:00 to 03:00 on the last Sunday of March; as much later.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
    // Twice: the first.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
    // Half an hour of summer time.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    // Midnight skipped: a date alone is when that day begins.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
    // A whole day skipped.
    ['2011-12-31T00:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2024-02-29', 'Asia/Tokyo', '2024-02-28T15:00:00.000Z'],
  ])('%s in %s', (local, zone, expected) => expect(iso(local, zone)).toBe(expected));

  test('without a zone, or with one that nobody knows, it is read in the zone that is handed in', () => {
    expect(iso('2026-11-24T09:30', null, 'Asia/Tokyo')).toBe('2026-11-24T00:30:00.000Z');
    expect(iso('2026-11-24T09:30', 'Mars/Base', 'Asia/Tokyo')).toBe('2026-11-24T00:30:00.000Z');
    expect([knownZone(null), knownZone('Mars/Base'), knownZone('Asia/Tokyo')]).toEqual([null, null, 'Asia/Tokyo']);
    expect(knownZone(systemZone())).toBe(systemZone());
  });

  test.each(['2026-13-01', '2026-02-30', '2026-02-30T10:00', '2026-01-01T25:00'])('%s is no time', (local) =>
    expect(iso(local)).toBeNull(),
  );

  test('an all-day meeting ends with its last day, also when the clock changes on it', () => {
    expect(endOf({ local: '2026-10-25', zone: 'Europe/Berlin' }, 'UTC')).toBe(Date.UTC(2026, 9, 25, 23));
    expect(endOf({ local: '2026-11-24T10:00', zone: null }, 'UTC')).toBe(Date.UTC(2026, 10, 24, 10));
    expect(endOf({ local: '2026-02-30', zone: null }, 'UTC')).toBeNull();
    expect(endOf({ local: '2026-12-31', zone: null }, 'UTC')).toBe(Date.UTC(2027, 0, 1));
  });

  test('what a clock shows at a moment gives that moment back, but for the hour that comes twice', () => {
    const zones = ['Europe/London', 'America/New_York', 'Asia/Shanghai', 'Australia/Lord_Howe', 'Africa/Casablanca'];
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 33_000_000 }), (zone, minute) => {
        const at = minute * 60_000;
        const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
        const again = momentOf({ local: shown.format(at).replace(' ', 'T'), zone }, 'UTC');
        return again === at || (again !== null && at - again <= 3_600_000 && shown.format(again) === shown.format(at));
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a day is that of the zone', () => {
  expect(localDay(Date.UTC(2026, 10, 24, 23), 'Asia/Tokyo')).toBe('2026-11-25');
  expect(localDay(Date.UTC(2026, 10, 24, 23), 'UTC')).toBe('2026-11-24');
});
