/** Escapes text for a value of vCard or iCalendar (RFC 6350 §3.4, RFC 5545 §3.3.11). */
export const escaped = (text: string): string =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ');

/** Folds a content line so that no physical line is longer than 75 octets, and no character is cut (RFC 6350 §3.2, RFC 5545 §3.1). */
export function folded(line: string): string {
  const encoder = new TextEncoder();
  let physical = '';
  let length = 0;
  let result = '';
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (length + octets > 75) {
      result += `${physical}\r\n `;
      physical = '';
      length = 1;
    }
    physical += character;
    length += octets;
  }
  return result + physical;
}

/** A moment (epoch ms) as both formats write it, in UTC: `20261124T093000Z`. */
export const utcStamp = (at: number): string => new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
