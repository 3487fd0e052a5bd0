import { addressOf } from './address.ts';
import { lineOf } from './text.ts';

/** Mailboxes written as text, and what is left of it that has no address ("me", a name, "3 more"). */
export type MailboxText = { people: { name: string | null; address: string }[]; rest: string[] };

/**
 * Reads `Name <a@b>, "Doe, Jane" <c@d>, e@f` as a site writes it into one element of its own, after the label that ends
 * in a colon. Only for parts of a page that the site itself wrote: never for a body, a description or a location.
 */
export function mailboxesIn(text: string): MailboxText {
  const label = /^[^<>@"]*?[:：]\s*/.exec(text)?.[0] ?? '';
  const people: MailboxText['people'] = [];
  const rest: string[] = [];
  let before = '';
  for (const part of text.slice(label.length).split(/(<[^<>]*>|[,;，、]\s*|"[^"]*")/)) {
    if (/^[,;，、]/.test(part)) {
      const address = addressOf(before);
      if (address) people.push({ name: null, address });
      else if (lineOf(before) !== null && !before.includes('@')) {
        before += part;
        continue;
      } else if (lineOf(before) !== null) rest.push(before.trim());
      before = '';
    } else if (part.startsWith('<')) {
      const address = addressOf(part.slice(1, -1));
      if (address) people.push({ name: lineOf(before.replaceAll('"', '')), address });
      else rest.push(before + part);
      before = '';
    } else before += part;
  }
  const address = addressOf(before);
  if (address) people.push({ name: null, address });
  else if (lineOf(before) !== null) rest.push(before.trim());
  return { people, rest };
}
