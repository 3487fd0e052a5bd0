import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keepSeen } from '../../../actions/keep-seen.ts';
import { isQuiet, type Notice, type NoticedMeeting, planNotices } from '../../../actions/notice-plan.ts';
import { perform } from '../../../actions/perform.ts';
import { saveSettings } from '../../../actions/save-settings.ts';
import { tellNotices } from '../../../actions/tell-notices.ts';
import { noticeText } from '../../../entrypoints/shared/notice-text.ts';
import { newPerson } from '../../../records/person.ts';
import { type Notices, newNotices } from '../../../records/settings.ts';
import { random as seeded } from '../../../scripts/random.ts';
import { freshDeps, now } from '../storage/fresh-store.ts';
import { meeting } from './readings.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const on: Notices = { ...newNotices, on: true };
const none = new Set<string>();
const at = (time: string) => Date.parse(`2026-11-24T${time}:00Z`);
const lunch: NoticedMeeting = { id: 'lunch', startAt: at('12:00'), endAt: at('13:00'), reviewed: false };
const keys = (plan: { show: readonly Notice[] }) => plan.show.map(({ key }) => key);

describe('what to say now', () => {
  test('before a meeting, after it, and in the morning; each once', () => {
    const told = new Set([`morning/2026-11-24`]);
    expect(planNotices(at('11:44'), 'UTC', on, [lunch], told)).toEqual({ show: [], next: at('11:45') });
    const before = planNotices(at('11:45'), 'UTC', on, [lunch], told);
    expect(keys(before)).toEqual([`before/lunch/${lunch.startAt}`]);
    expect(before.next).toBe(at('13:00'));
    const said = new Set([...told, ...keys(before)]);
    expect(planNotices(at('11:46'), 'UTC', on, [lunch], said).show).toEqual([]);
    expect(keys(planNotices(at('13:00'), 'UTC', on, [lunch], said))).toEqual(['after/lunch']);
  });

  test('nothing while it is off; no review that is written; nothing in quiet hours, and afterwards what is not too late', () => {
    expect(planNotices(at('11:50'), 'UTC', newNotices, [lunch], none)).toEqual({ show: [], next: null });
    expect(planNotices(at('14:00'), 'UTC', on, [{ ...lunch, reviewed: true }], none).show).toEqual([]);
    const late = { ...lunch, startAt: at('20:00'), endAt: at('22:00') };
    const told = new Set([`morning/2026-11-24`, `before/lunch/${late.startAt}`]);
    const night = planNotices(at('22:00'), 'UTC', on, [late], told);
    expect(night.show).toEqual([]);
    expect(night.next).toBe(at('07:30') + day);
    expect(keys(planNotices(at('07:30') + day, 'UTC', on, [late], told))).toEqual(['after/lunch']);
  });

  test('a meeting that was moved is told of again, at its new time', () => {
    const told = new Set(['morning/2026-11-24', `before/lunch/${lunch.startAt}`]);
    const moved = { ...lunch, startAt: at('15:00'), endAt: at('16:00') };
    expect(planNotices(at('12:00'), 'UTC', on, [moved], told).next).toBe(at('14:45'));
  });

  test('quiet hours over midnight and within a day', () => {
    const quiet = (from: number, to: number) =>
      [0, 6, 8, 12, 22].filter((h) => isQuiet({ ...on, quietFrom: from * 60, quietTo: to * 60 }, h * 60));
    expect(quiet(21, 7)).toEqual([0, 6, 22]);
    expect(quiet(12, 13)).toEqual([12]);
    expect(quiet(9, 9)).toEqual([]);
  });
});

const formats = new Map<string, Intl.DateTimeFormat>();
/** `YYYY-MM-DD HH:MM` in a zone, by the platform and not by the code that is tested. */
function localTime(zone: string): Intl.DateTimeFormat {
  const format =
    formats.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(zone, format);
  return format;
}

/**
 * Sixty days of a laptop: it sleeps, wakes, travels through zones (two of them change their clocks in that time), and its clock
 * is set wrong and right again. The worker remembers nothing but what was told and the alarm. Minute by minute.
 */
function sixtyDays(seed: number) {
  const random = seeded(seed);
  const begin = Date.UTC(2026, 9, 5);
  const minutes = 60 * 24 * 60;
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'UTC'];
  const meetings: NoticedMeeting[] = Array.from({ length: 160 }, (_, n) => {
    const startAt =
      begin + Math.floor(random() * 60) * day + (7 + Math.floor(random() * 13)) * hour + 15 * minute * (n % 4);
    return { id: `m${n}`, startAt, endAt: startAt + (1 + Math.floor(random() * 6)) * 15 * minute, reviewed: false };
  });
  const told = new Set<string>();
  const shown = new Map<string, number>();
  /** Key → minutes awake at which it might have been shown, as an outsider reckons. */
  const chances = new Map<string, number>();
  let wrong = 0;
  let zone = zones[0] ?? 'UTC';
  let skew = 0;
  let awake = true;
  let change = 0;
  let alarm: number | null = null;
  let lastLook = -Infinity;
  for (let m = 0; m < minutes; m++) {
    if (m >= change) {
      const woke = !awake;
      awake = !awake;
      change = m + 20 + Math.floor(random() * (awake ? 700 : 500));
      if (random() < 0.06) zone = zones[Math.floor(random() * zones.length)] ?? 'UTC';
      // A clock set wrong by up to two hours, and right again later.
      if (random() < 0.04) skew = skew === 0 ? Math.floor((random() - 0.5) * 240) * minute : 0;
      if (awake && woke) lastLook = -Infinity;
    }
    if (!awake) continue;
    const clock = begin + m * minute + skew;
    const around = meetings.filter((one) => Math.abs(one.startAt - clock) < 2 * day);
    const local = localTime(zone).format(clock);
    const localMinutes = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
    const isLoud = !(localMinutes >= on.quietFrom || localMinutes < on.quietTo);
    const possible = new Set<string>();
    if (isLoud) {
      for (const one of around) {
        if (clock >= one.startAt - 15 * minute && clock <= one.startAt + 5 * minute)
          possible.add(`before/${one.id}/${one.startAt}`);
        if (clock >= one.endAt && clock <= one.endAt + day) possible.add(`after/${one.id}`);
      }
      if (localMinutes >= 8 * 60 && localMinutes <= 12 * 60) possible.add(`morning/${local.slice(0, 10)}`);
    }
    for (const key of possible) if (!told.has(key)) chances.set(key, (chances.get(key) ?? 0) + 1);
    if ((alarm === null || clock < alarm) && m - lastLook < 15) continue;
    lastLook = m;
    const plan = planNotices(clock, zone, on, around, told);
    for (const { key } of plan.show) {
      shown.set(key, (shown.get(key) ?? 0) + 1);
      told.add(key);
      if (!possible.has(key)) wrong++;
    }
    alarm = plan.next;
  }
  const lost = [...chances].filter(([key, n]) => n > 15 && !shown.has(key)).map(([key]) => key);
  const doubled = [...shown].filter(([, n]) => n > 1).map(([key]) => key);
  return { lost, doubled, wrong, shown: shown.size, meetings: meetings.length };
}

test.each([1, 2])(
  'sixty days of sleep, travel and wrong clocks: none lost, none doubled (%i)',
  { timeout: 60_000 },
  (seed) => {
    const { lost, doubled, wrong, shown } = sixtyDays(seed);
    expect({ lost, doubled, wrong }).toEqual({ lost: [], doubled: [], wrong: 0 });
    expect(shown).toBeGreaterThan(120);
  },
);

test('the next look is always ahead, and never after the last moment at which something could be shown', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at('00:00'), max: at('00:00') + 3 * day }),
      fc.constantFrom('UTC', 'Asia/Kathmandu'),
      (moment, zone) => {
        const plan = planNotices(moment, zone, on, [lunch], none);
        if (plan.next !== null) expect(plan.next).toBeGreaterThan(moment);
        for (const one of plan.show) expect(one.until).toBeGreaterThanOrEqual(moment);
      },
    ),
  );
});

describe('what is said', () => {
  test('titles and numbers, never a name or a note; and nothing without leave', async () => {
    const deps = await freshDeps();
    const { store } = deps;
    await store.people.add(
      newPerson(
        {
          id: 'ana',
          name: 'Ana Secret',
          addresses: [{ key: 'ana@x.org', written: 'Ana@x.org' }],
          notes: [{ id: 'n', text: 'private words', confidential: true, createdAt: now }],
        },
        now,
      ),
    );
    const local = (moment: number) => ({ local: new Date(moment).toISOString().slice(0, 16), zone: 'UTC' });
    await keepSeen(
      store,
      meeting({ ref: 'm', title: 'Budget', start: local(now + 10 * minute), end: local(now + hour) }),
      'm',
      { now, zone: 'UTC' },
    );
    expect((await tellNotices(store, none, now, 'UTC')).show).toEqual([]);
    await saveSettings({ notices: on }, deps);
    const { show, next } = await tellNotices(store, none, now, 'UTC');
    expect(show).toMatchObject([
      { is: 'morning', meetings: 1, due: 0, reviews: 0 },
      { is: 'before', title: 'Budget', known: 1 },
    ]);
    expect(next).toBe(now + hour);
    for (const language of ['en', 'zh-CN'] as const)
      for (const notice of show) {
        const words = JSON.stringify(noticeText(notice, language, []));
        expect(words).not.toMatch(/Secret|private/);
        expect(words).toMatch(notice.is === 'before' ? /Budget/ : /#\/today/);
      }
    const occasionId = show[1]?.occasionId ?? '';
    const after = (await tellNotices(store, none, now + hour, 'UTC')).show.find(({ is }) => is === 'after');
    expect(noticeText(after ?? show[0] ?? fail(), 'en', []).route).toBe(`#/reviews/${occasionId}`);
    await perform({ act: 'write-review', occasionId, given: 'x', asked: '', agreed: '', next: '' }, deps);
    expect((await tellNotices(store, none, now + hour, 'UTC')).show.map(({ is }) => is)).toEqual(['morning']);
  });
});

function fail(): never {
  throw new Error('nothing was said');
}
