import { expect, test } from 'vitest';
import { ianaZone, zoneOf } from '../../../interchange/zone.ts';

const hour = 3_600_000;

test('a zone by its name, through both changes of its clocks', () => {
  const berlin = ianaZone('Europe/Berlin');
  expect(berlin?.offsetAtUtc(Date.UTC(2026, 6, 1))).toBe(2 * hour);
  expect(berlin?.offsetAtUtc(Date.UTC(2026, 2, 29, 0, 59))).toBe(hour);
  expect(berlin?.offsetAtUtc(Date.UTC(2026, 2, 29, 1))).toBe(2 * hour);
  // 02:30 comes twice in October and not at all in March.
  expect(berlin?.offsetAtWall(Date.UTC(2026, 9, 25, 2, 30))).toBe(2 * hour);
  expect(berlin?.offsetAtWall(Date.UTC(2026, 2, 29, 2, 30))).toBe(hour);
  expect(ianaZone('Mars/Olympus')).toBeNull();
});

test('a zone by any rule', () => {
  const change = Date.UTC(2026, 0, 1, 12);
  const zone = zoneOf(null, (utc) => (utc < change ? 0 : hour));
  expect([change - 1, change, change + 48 * hour].map(zone.offsetAtUtc)).toEqual([0, hour, hour]);
});
