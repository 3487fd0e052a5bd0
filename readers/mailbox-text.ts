import { addressOf } from './address.ts';
import { lineOf } from './text.ts';

/** Mailboxes written as text, and what is left of it that has no address ("me", a name, "3 more"). */
export type MailboxText = { people: { name: string | null; address: string }[]; rest: string[] };

const separator = /[,;，、]/;

/**
 * Reads `Name <a@b>, "Doe, Jane" <c@d>, e@f` as a site writes it into one element of its own, after a label that ends in
 * a colon. Only for parts of a page that the site itself wrote: never for a body, a description or a location.
 */
export function mailboxesIn(text: string): MailboxText {
  const people: MailboxText['people'] = [];
  const rest: string[] = [];
  const take = (name: string, address: string | null) => {
    const line = lineOf(name.replaceAll('"', ''));
    if (address) people.push({ name: line, address });
    else if (line) rest.push(line);
  };
  const bare = (piece: string) => {
    const address = addressOf(piece);
    take(address ? '' : piece, address);
  };
  const after = text
    .replace(/^[^<>@"]*?[:：]/, '')
    .replace(/([^<>]*)<([^<>]*)>/g, (_, before: string, inner: string) => {
      const pieces = before.replace(/^[\s,;，、]+/, '').split(separator);
      // Addresses alone may stand before it; what is not one belongs to the name, which may hold commas.
      while (pieces.length > 1 && addressOf(pieces[0])) bare(pieces.shift() ?? '');
      take(pieces.join(','), addressOf(inner));
      return '';
    });
  after.split(separator).forEach(bare);
  return { people, rest };
}
