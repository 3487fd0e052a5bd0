/** Charsets that mail headers of the last thirty years are written in, and that every Node with full ICU decodes. */
export const charsets = [
  'utf-8',
  'iso-8859-1',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'koi8-r',
  'gb18030',
  'gb2312',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
] as const;
export type Charset = (typeof charsets)[number];

/** What the decoder of each charset makes of one and of two bytes, turned round. */
const tables = new Map<Charset, Map<string, Buffer>>();

function tableOf(charset: Charset): Map<string, Buffer> {
  const known = tables.get(charset);
  if (known) return known;
  const table = new Map<string, Buffer>();
  const decoder = new TextDecoder(charset, { fatal: true });
  const add = (bytes: number[]) => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if ([...text].length === 1 && !table.has(text)) table.set(text, Buffer.from(bytes));
    } catch {
      // Not a character.
    }
  };
  for (let first = 0; first < 256; first++) add([first]);
  for (let first = 0x81; first < 0xff; first++) for (let second = 0x40; second < 0xff; second++) add([first, second]);
  tables.set(charset, table);
  return table;
}

/** A text in a charset, or null where it has a character that the charset has not. */
export function encodeIn(charset: Charset, text: string): Buffer | null {
  if (charset === 'utf-8') return Buffer.from(text);
  const table = tableOf(charset);
  const bytes = [...text].map((char) => table.get(char));
  return bytes.every((each) => each !== undefined) ? Buffer.concat(bytes) : null;
}

/** The text as one encoded word (RFC 2047), by base64 or quoted-printable. */
export function encodedWord(charset: Charset, bytes: Buffer, way: 'B' | 'Q'): string {
  const inner =
    way === 'B'
      ? bytes.toString('base64')
      : [...bytes]
          .map((byte) => {
            const char = String.fromCharCode(byte);
            if (char === ' ') return '_';
            return /[A-Za-z0-9]/.test(char) ? char : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
          })
          .join('');
  return `=?${charset}?${way}?${inner}?=`;
}
