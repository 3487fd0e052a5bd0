import type { ImportKind } from '../records/planner.ts';
import { isTar } from './archive-tar.ts';
import { isLdif } from './ldif.ts';
import { decodeText } from './text-encoding.ts';

/** What a file is, told from its bytes. A packed file (gzip) is told as `packed`: what is in it shows when it is unpacked. */
export interface DetectedFile {
  kind: ImportKind | 'packed';
  /** Why the kind is `unknown`. */
  unknown: null | 'empty' | 'binary' | 'no-such-text';
}

const header =
  /^(from|to|cc|subject|date|received|message-id|return-path|delivered-to|mime-version|reply-to|x-[a-z0-9-]+|dkim-signature|content-type|sender):/i;

function textKind(text: string): DetectedFile {
  const start = text.slice(0, 500_000);
  if (start.trim() === '') return { kind: 'unknown', unknown: 'empty' };
  const known = (kind: ImportKind): DetectedFile => ({ kind, unknown: null });
  if (/^\s*\{/.test(start) && start.includes('renmai-backup')) return known('backup');
  if (/^From \S.*\d{4}\s*$/m.exec(start)?.index === start.search(/\S/)) return known('mbox');
  if (isLdif(start)) return known('ldif');
  if (/^\s*BEGIN:VCARD\s*$/im.test(start)) return known('vcard');
  if (/^\s*BEGIN:V/i.test(start)) return known('icalendar');
  const firstLine = start.trimStart().split(/\r\n|\r|\n/, 1)[0] ?? '';
  if (/^\s*BEGIN:(VCALENDAR|VEVENT|VTODO|VJOURNAL|VFREEBUSY|VTIMEZONE|VAVAILABILITY)\s*$/im.test(start)) {
    if (!header.test(firstLine)) return known('icalendar');
  }
  if (header.test(firstLine)) {
    const head = start.trimStart().split(/\r?\n\r?\n/, 1)[0] ?? '';
    if (/^(from|date|received|message-id|to|subject|content-type|mime-version):/im.test(head)) return known('mail');
  }
  if (/^\s*[{[<]/.test(start)) return { kind: 'unknown', unknown: 'no-such-text' };
  const rows = start.split(/\r\n|\r|\n/).slice(0, 20);
  const parted = rows.filter((row) => /[,;\t|，；]/.test(row)).length;
  const oneColumn = rows.some((row) => /^\s*"?[^\s"@]+@[^\s"@]+\.[^\s"@]+"?\s*$/.test(row));
  return parted > 0 || oneColumn ? known('csv') : { kind: 'unknown', unknown: 'no-such-text' };
}

/** Tells the kind of a file from its content; its name says nothing. Never throws. */
export function detectFile(bytes: Uint8Array): DetectedFile {
  if (bytes.length === 0) return { kind: 'unknown', unknown: 'empty' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'packed', unknown: null };
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 9) < 8) return { kind: 'archive', unknown: null };
  if (isTar(bytes)) return { kind: 'archive', unknown: null };
  const { text } = decodeText(bytes.subarray(0, 1_000_000));
  const detected = textKind(text);
  const controls = text.slice(0, 10_000).match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  if (detected.kind === 'csv' && controls > 10) return { kind: 'unknown', unknown: 'binary' };
  return detected;
}
