import type { Wording } from '../records/occasion.ts';
import { lineOf } from './text.ts';
import { visible, visibleAll } from './visible.ts';

/** A time as it is written: for people to read, and in parts for `Wording`. */
export type WrittenWhen = { whenText: string | null } & Pick<Wording, 'when' | 'form'>;

export const noWhen: WrittenWhen = { whenText: null, when: [], form: null };

/** The digits of a text: two parts with the same ones hold the same time. */
const digits = (text: string): string => text.replace(/\P{Nd}/gu, '');

/** The time in a bubble. The box may hold the event's title as well, which is no part of the time. */
export function writtenWhen(box: Element | undefined): WrittenWhen {
  if (!box) return noWhen;
  const title = '[role=heading]';
  const when = [box, ...box.querySelectorAll('*')]
    .filter((e) => !e.closest(title) && !e.querySelector(title) && visible(e))
    .map((e) => lineOf(e.textContent))
    .filter((text) => text !== null && text.length <= 200 && /\p{Nd}|\//u.test(text))
    .slice(0, 40) as string[];
  const [whole] = when;
  // The label for screen readers stands in a part of its own, so the innermost part with the same digits is the time.
  const whenText = when.findLast((text) => digits(text) === digits(whole ?? '')) ?? lineOf(box.textContent);
  return { whenText, when, form: null };
}

const isoDay = (value: string | null | undefined): string | null =>
  /^(\d{4})(\d{2})(\d{2})$/
    .exec(value ?? '')
    ?.slice(1)
    .join('-') ?? null;

/** The time on an edit page: days from `data-date` (YYYYMMDD), times of day from the fields, whose text is localised. */
export function formWhen(box: Element | undefined): WrittenWhen {
  if (!box) return noWhen;
  const first = (selectors: string): Element | undefined => visibleAll(box, selectors)[0];
  const dated = visibleAll(box, '[data-date]');
  const startDay = isoDay((first('[id="xStDaIn"],[id="xStDaRo"]') ?? dated[0])?.getAttribute('data-date'));
  const endDay = isoDay((first('[id="xEnDaIn"],[id="xEnDaRo"]') ?? dated.at(-1))?.getAttribute('data-date'));
  const fields = (visibleAll(box, 'input') as HTMLInputElement[]).filter(
    (f) => !/^(?:checkbox|radio|button)$/.test(f.type),
  );
  const textOf = (f: HTMLInputElement) => f.value || (f.getAttribute('data-initial-value') ?? '');
  const whole = first('[id="xAlDaCbx"]');
  const wholeDays =
    whole?.getAttribute('aria-checked') === 'true' || (whole as HTMLInputElement | undefined)?.checked === true;
  const named = fields.filter((f) => f.id === 'xStTiIn' || f.id === 'xEnTiIn');
  const times = named.length > 0 ? named : fields.filter((f) => f.closest('[data-date]') === null);
  const clocks = wholeDays ? [] : times.map(textOf).filter((text) => text !== '');
  const zone = first('[id="xTimezone"]')?.textContent;
  return {
    whenText: lineOf(fields.map(textOf).join(' ')),
    when: zone ? [lineOf(zone) ?? ''] : [],
    form: startDay && endDay ? { startDay, endDay, clocks: clocks.slice(0, 4) } : null,
  };
}

/** The page's language tag, empty where it gives none. */
export function languageOf(document: Document): string {
  const { lang } = document.documentElement;
  return /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) && lang.length <= 35 ? lang : '';
}

/** The day of a grid column's key, as Google packs it: years since 1970, month and day in bits. Null where it is none. */
export function dayOfKey(key: number): string | null {
  const [year, month, day] = [1970 + (key >> 9), (key >> 5) & 15, key & 31];
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day && day > 0 ? at.toISOString().slice(0, 10) : null;
}

/** The day that the calendar shows: the open event's column in the grid, else the day in the address. */
export function shownDay(document: Document, url: string, encoded: string): string | null {
  const parts = /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(new URL(url).pathname)?.slice(1) ?? [];
  const inAddress = parts.length === 3 ? parts.map((n) => n.padStart(2, '0')).join('-') : null;
  const chip = [...document.querySelectorAll('[data-datekey] [data-eventid]')].find(
    (e) => e.getAttribute('data-eventid') === encoded,
  );
  const column = dayOfKey(Number(chip?.closest('[data-datekey]')?.getAttribute('data-datekey') ?? 0));
  if (!column || !inAddress) return inAddress ?? (chip ? column : null);
  // A key that lies far from the address was packed in another way.
  return Math.abs(Date.parse(column) - Date.parse(inAddress)) < 45 * 86_400_000 ? column : inAddress;
}
