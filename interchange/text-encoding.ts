/** How the bytes of a text file are to be read. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252' | (string & {});

const decodes = (bytes: Uint8Array, encoding: string): boolean => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

/** UTF-8 with a few bytes spoilt, or cut off within a character: far more well-formed sequences than broken ones. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder().decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\ufffc]/g)?.length ?? 0;
  return whole >= 20 * broken;
}

/** UTF-16 without its mark: every second byte of mostly ASCII text is zero; of Chinese, line ends and commas still are. */
function utf16WithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const length = Math.min(bytes.length - (bytes.length % 2), 20_000);
  if (length < 16) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0 && bytes[i + 1] !== 0) even++;
    if (bytes[i] !== 0 && bytes[i + 1] === 0) odd++;
  }
  if (odd > length / 20 && even === 0) return 'utf-16le';
  if (even > length / 20 && odd === 0) return 'utf-16be';
  return null;
}

/**
 * GB18030 told from windows-1252. Chinese in GB stands in pairs of high bytes, first 0xB0–0xF7; in a Western text
 * a high byte stands alone between ASCII letters, and read as GB it would swallow the letter after it.
 */
function looksLikeGb(bytes: Uint8Array): boolean {
  let pairs = 0;
  let alone = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i] ?? 0;
    if (lead < 0x80) continue;
    const trail = bytes[i + 1] ?? 0;
    if (trail >= 0x30 && trail <= 0x39) i += 3;
    else {
      if (lead >= 0xa1 && trail >= 0xa1) pairs++;
      else if (trail < 0x80) alone++;
      i++;
    }
  }
  return pairs > alone * 2;
}

/**
 * The encoding of a text file: by its mark, by the pattern of zero bytes, UTF-8 where the bytes are valid UTF-8; else what
 * the file itself names (`CHARSET=`, `charset=`), else GB18030 or windows-1252, told apart by how high bytes stand.
 */
export function encodingOf(bytes: Uint8Array): TextEncodingName {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const wide = utf16WithoutMark(bytes);
  if (wide !== null) return wide;
  if (decodes(bytes, 'utf-8') || mostlyUtf8(bytes)) return 'utf-8';
  const ascii = new TextDecoder('latin1').decode(bytes.subarray(0, 200_000));
  const named = /charset="?([a-z0-9_-]{2,20})/i.exec(ascii)?.[1];
  if (named && !/^utf-?(8|16)/i.test(named) && decodes(bytes, named)) return named.toLowerCase();
  return looksLikeGb(bytes) && decodes(bytes, 'gb18030') ? 'gb18030' : 'windows-1252';
}

/**
 * A text file's text, without its mark. Bytes that do not fit a UTF-8 file which says that it is one come out as
 * U+FFFD; nothing is dropped.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: TextEncodingName } {
  const encoding = encodingOf(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}
