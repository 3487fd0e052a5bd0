import type { WallClock } from '../records/occasion.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';
import { type Days, parseClock, parseWhen, type Span } from './when-text.ts';

/** When a meeting is, as far as the page tells with certainty, and the time as it is written there. */
export type When = { start: WallClock | null; end: WallClock | null; whenText: string | null };

export const noWhen: When = { start: null, end: null, whenText: null };

const language = (document: Document): string => {
  const { lang } = document.documentElement;
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) ? lang : '';
};

/** The day that the calendar's address shows, and today in the reader's own zone. */
export function daysOf(url: string, now: number): Days {
  const shown = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:[/?#]|$)/.exec(new URL(url).pathname);
  const [y, m, d] = (shown ?? []).slice(1).map(Number);
  const today = new Date(now);
  const text = (a: number, b: number, c: number): string =>
    `${String(a).padStart(4, '0')}-${String(b).padStart(2, '0')}-${String(c).padStart(2, '0')}`;
  return {
    shown: y && m && d ? text(y, m, d) : null,
    today: text(today.getFullYear(), today.getMonth() + 1, today.getDate()),
  };
}

/** An IANA zone written in a text, where the browser knows it. */
function zoneIn(text: string): string | null {
  const zone = /\b[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z_+-]+){1,2}\b/.exec(text)?.[0];
  if (!zone) return null;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return zone;
  } catch {
    return null;
  }
}

const clocks = (span: Span | null, zone: string | null): Pick<When, 'start' | 'end'> => ({
  start: span && { local: span.start, zone },
  end: span?.end ? { local: span.end, zone } : null,
});

/** Reads the time in a bubble: the first part of it, from the outside in, that is one from its first word to its last. */
export function readWhen(box: Element | undefined, url: string, now: number): When {
  if (!box) return noWhen;
  const days = daysOf(url, now);
  const lang = language(box.ownerDocument);
  const parts = [box, ...box.querySelectorAll('*')].filter((e) => visible(e) && /\p{Nd}/u.test(e.textContent ?? ''));
  for (const part of parts) {
    const span = parseWhen(part.textContent ?? '', lang, days);
    if (!span) continue;
    // The label that is there for screen readers stands in an element of its own before the time.
    const holdsAll = (e: Element) => digits(e) === digits(part);
    const whenText = lineOf((parts.findLast((e) => part.contains(e) && holdsAll(e)) ?? part).textContent);
    return { ...clocks(span, zoneIn([...box.querySelectorAll('*')].map((e) => e.textContent).join(' '))), whenText };
  }
  const first = parts.findLast((e) => e.contains(parts[1] ?? e) && e !== box) ?? box;
  return { ...noWhen, whenText: lineOf(first.textContent) };
}

const digits = (e: Element): string => (e.textContent ?? '').replace(/\P{Nd}/gu, '');

const isoDate = (value: string | null | undefined): string | null =>
  /^(\d{4})(\d{2})(\d{2})$/
    .exec(value ?? '')
    ?.slice(1)
    .join('-') ?? null;

/** Reads the time on an edit page: dates from `data-date` (YYYYMMDD), times of day from the fields beside them. */
export function readEditedWhen(box: Element | undefined): When {
  if (!box) return noWhen;
  const lang = language(box.ownerDocument);
  const dates = visibleAll(box, '[data-date]');
  const startDay = isoDate(dates[0]?.getAttribute('data-date'));
  const endDay = isoDate(dates.at(-1)?.getAttribute('data-date'));
  const fields = (visibleAll(box, 'input') as HTMLInputElement[]).filter(
    (f) => f.type !== 'checkbox' && f.value !== '',
  );
  const whenText = lineOf(fields.map((f) => f.value).join(' '));
  const times = fields.filter((f) => f.closest('[data-date]') === null).map((f) => parseClock(f.value, lang));
  const zone = zoneIn(box.querySelector('[id="xTimezone"],[id="xTzBu"]')?.textContent ?? '');
  if (!startDay || !endDay || endDay < startDay) return { ...noWhen, whenText };
  if (times.length === 0) return { ...clocks({ start: startDay, end: endDay }, zone), whenText };
  const [from, to] = [times[0], times.at(-1)];
  if (times.length !== 2 || !from || !to) return { ...noWhen, whenText };
  const span = { start: `${startDay}T${from}`, end: `${endDay}T${to}` };
  return { ...clocks(span.end < span.start ? null : span, zone), whenText };
}
