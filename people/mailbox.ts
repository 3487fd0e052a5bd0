import emailAddresses from 'email-addresses';
import { addressKey } from './address-key.ts';

/** A mailbox as written: display name, if any, and addr-spec (RFC 5322 §3.4). */
export interface WrittenMailbox {
  name: string | null;
  address: string;
}

const cleanName = (name: string | null): string | null => {
  const text = (name ?? '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(/^(['‘’])(.+)\1$/u, '$2')
    .slice(0, 500);
  return text === '' ? null : text;
};

/** Splits at commas and semicolons outside quotes, comments and angle brackets. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let quoted = false;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i] ?? '';
    if (character === '\\') {
      part += character + (text[++i] ?? '');
      continue;
    }
    if (character === '"') quoted = !quoted;
    if (!quoted && (character === '<' || character === '(')) depth++;
    if (!quoted && (character === '>' || character === ')') && depth > 0) depth--;
    if (!quoted && depth === 0 && /[,;，；\n]/.test(character)) {
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((one) => one.trim()).filter((one) => one !== '');
}

/** `Name <a@b>`, `a@b (Name)`, `mailto:a@b` or `a@b`, however sloppy; null when there is no address in it. */
function looseMailbox(text: string): WrittenMailbox | null {
  const angle = /^([^<]*)<\s*([^<>]+?)\s*>[^<>]*$/su.exec(text);
  const comment = /^([^\s()]+@[^\s()]+)\s*\(([^()]*)\)$/u.exec(text);
  const [name, address] = angle ? [angle[1], angle[2]] : comment ? [comment[2], comment[1]] : [null, text];
  const bare = (address ?? '')
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .trim();
  if (addressKey(bare) === null || /[<>]/.test(bare)) return null;
  return { name: cleanName((name ?? '').replace(/^\s*["']|["']\s*$/g, '').replace(/\\(.)/g, '$1')), address: bare };
}

function strictMailboxes(text: string): WrittenMailbox[] | null {
  if (text.length > 2_000 || !text.includes('@')) return null;
  const parsed = emailAddresses({ input: text, rfc6532: true, startAt: 'address-list' });
  const list = parsed?.addresses.flatMap((one) => (one.type === 'group' ? one.addresses : [one]));
  if (!list?.every((one) => addressKey(one.address) !== null)) return null;
  return list.map(({ name, address, parts }) => ({
    name: cleanName(name ?? parts.comments[0]?.tokens.trim().replace(/^\(|\)$/g, '') ?? null),
    address,
  }));
}

/**
 * The mailboxes of an address list by RFC 5322 (with RFC 6532's UTF-8), groups opened; a list that is not well formed is taken
 * apart at its commas and semicolons, and what holds no address is given back as `rejected`. Never throws. Not for the
 * worker: it brings a grammar along.
 */
export function parseMailboxes(text: string): { mailboxes: WrittenMailbox[]; rejected: string[] } {
  const bare = text.trim();
  if (!/[\s<>()[\],;:"\\]/.test(bare) && addressKey(bare) !== null)
    return { mailboxes: [{ name: null, address: bare }], rejected: [] };
  const strict = strictMailboxes(text);
  if (strict) return { mailboxes: strict, rejected: [] };
  const mailboxes: WrittenMailbox[] = [];
  const rejected: string[] = [];
  for (const part of splitList(text.slice(0, 1_000_000))) {
    const found = looseMailbox(part);
    if (found) mailboxes.push(found);
    else rejected.push(part);
  }
  return { mailboxes, rejected };
}

/** The one mailbox that a text holds, or null when it holds none or several. */
export function parseMailbox(text: string): WrittenMailbox | null {
  const { mailboxes, rejected } = parseMailboxes(text);
  return mailboxes.length === 1 && rejected.length === 0 ? (mailboxes[0] ?? null) : null;
}
