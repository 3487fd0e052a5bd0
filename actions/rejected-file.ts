import type { ImportKind } from '../records/planner.ts';
import type { ParsedFile } from './parse-import.ts';

const endings: Partial<Record<ImportKind, string>> = { vcard: 'vcf', csv: 'csv', icalendar: 'ics' };

/** A CSV field as RFC 4180 writes it. */
const field = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function textOf({ kind, table, rejections }: ParsedFile): string {
  const parts = rejections.map((one) => one.text.trimEnd());
  if (kind === 'csv' && table !== null) return [table.read.headings.map(field).join(','), ...parts].join('\r\n');
  if (kind === 'icalendar') return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...parts, 'END:VCALENDAR'].join('\r\n');
  return parts.join('\r\n');
}

/** What could not go in, as it stood in the files, so that it can be mended and imported by itself; null where all went in. */
export function rejectedFile(files: readonly ParsedFile[]): { name: string; blob: Blob } | null {
  const some = files.filter((file) => file.rejections.length > 0);
  const [first] = some;
  if (first === undefined) return null;
  const ending = some.every((file) => file.kind === first.kind) ? (endings[first.kind] ?? 'txt') : 'txt';
  return {
    name: `renmai-rejected.${ending}`,
    blob: new Blob([`${some.map(textOf).join('\r\n')}\r\n`], { type: 'text/plain;charset=utf-8' }),
  };
}
