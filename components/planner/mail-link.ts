/** Longest `mailto:` address that every mail program takes. */
const longest = 1_900;

/**
 * A `mailto:` address (RFC 6068) that opens a draft in the user's own mail program; nothing is sent by it. Null without a
 * recipient, or where the words are too long for an address: then they are to be copied.
 */
export function mailLink(to: readonly string[], subject: string, body: string): string | null {
  if (to.length === 0) return null;
  const recipients = to.map((address) => encodeURIComponent(address).replaceAll('%40', '@')).join(',');
  // Line ends are CRLF in a body (RFC 6068 §5).
  const words = encodeURIComponent(body.replace(/\r?\n/g, '\r\n'));
  const link = `mailto:${recipients}?subject=${encodeURIComponent(subject)}&body=${words}`;
  return link.length > longest ? null : link;
}
