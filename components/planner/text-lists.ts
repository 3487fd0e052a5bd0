/** The lines of a text box as a list: trimmed, empty ones and repetitions left out. */
export const linesOf = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];

/** Words parted by commas of any script, semicolons or lines, as a list. */
export const wordsOf = (text: string): string[] => linesOf(text.replace(/[,，、;；]/g, '\n'));

/** A trimmed text, or null when nothing is left. */
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** Lines as wants: a line that was there before keeps its record, in the order typed. */
export const wantsFrom = (
  text: string,
  before: readonly { id: string; text: string }[],
): { id: string | null; text: string }[] =>
  linesOf(text).map((line) => ({ id: before.find((want) => want.text === line)?.id ?? null, text: line }));

const twoDigits = (n: number): string => String(n).padStart(2, '0');

/** Epoch ms as the value of a `date` input, in local time; empty for null. */
export function dateValue(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
}

/** Epoch ms as the value of a `datetime-local` input, in local time; empty for null. */
export function dateTimeValue(at: number | null): string {
  if (at === null) return '';
  const date = new Date(at);
  return `${dateValue(at)}T${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** The end of the day that a `date` input names, local time, epoch ms; null when it is empty. */
export function endOfDateValue(value: string): number | null {
  const at = value === '' ? Number.NaN : new Date(`${value}T23:59:59.999`).getTime();
  return Number.isNaN(at) ? null : at;
}

/** The moment that a `datetime-local` input names, epoch ms; null when it is empty. */
export function momentOfValue(value: string): number | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at;
}
