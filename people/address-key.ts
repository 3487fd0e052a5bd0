import { providerOf } from './address-provider.ts';

/** Characters that cannot stand bare in a local part: RFC 5322 specials, spaces, controls, invisible marks, what could not be decoded. */
const notInLocal = /[\s"(),:;<>@[\\\]\ufffd\p{Cc}\p{Cf}\p{Cs}\p{Z}]/u;

/** ASCII that a host name cannot hold; the URL parser would read some of it as path, port, user or percent-encoding. */
const notInDomain = /[^a-zA-Z0-9._\u{80}-\u{10FFFF}-]|[\s\p{Cc}\p{Cs}\p{Z}]/u;

/** Marks that come along when an address is copied out of a page or a contact list. */
const aroundText = /^[\s\p{Cc}\p{Cf}]+|[\s\p{Cc}\p{Cf}]+$/gu;

/** The addr-spec inside `Name <a@b>` or `mailto:a@b?subject=…`, or the text itself. */
function bareAddress(written: string): string {
  const text = written.replace(aroundText, '');
  const open = text.lastIndexOf('<');
  if (open >= 0 && text.endsWith('>')) return bareAddress(text.slice(open + 1, -1));
  if (/^mailto:/i.test(text)) {
    const end = text.indexOf('?');
    const target = text.slice(7, end < 0 ? undefined : end);
    try {
      return decodeURIComponent(target).replace(aroundText, '');
    } catch {
      return target;
    }
  }
  return text;
}

/** Nearly all are so, and the URL parser would give them back as they are. */
const plainDomain = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** A host name in ASCII, lower case (IDNA by the platform's URL parser), or null. A bare IP number is no mail domain here. */
export function asciiDomain(written: string): string | null {
  const domain = written.normalize('NFC').replace(/\.$/, '');
  if (plainDomain.test(domain) && domain.length < 254 && !domain.includes('xn--')) return domain;
  if (domain === '' || domain.length > 253 || notInDomain.test(domain)) return null;
  const host = hostOf(`http://${domain}/`);
  const labels = host.split('.');
  if (host.length > 253 || !/^[a-z0-9._-]+$/.test(host) || labels.some((label) => label === '' || label.length > 63))
    return null;
  if (/^(\d+|0x[0-9a-f]*)$/.test(labels.at(-1) ?? '')) return null;
  return host;
}

function hostOf(url: string): string {
  try {
    return new URL(url).hostname;
  } catch {
    return '';
  }
}

/** `"a b"` → `a b`; a local part without quotes is given back; null when it is neither (RFC 5322 §3.4.1). */
function localText(written: string): { text: string; quoted: boolean } | null {
  if (!written.startsWith('"')) return notInLocal.test(written) ? null : { text: written, quoted: false };
  const inner = /^"((?:[^"\\]|\\.)*)"$/su.exec(written)?.[1]?.replace(/\\(.)/gsu, '$1');
  if (inner === undefined || inner === '' || /[\p{Cc}\p{Cs}]/u.test(inner)) return null;
  return { text: inner, quoted: notInLocal.test(inner) };
}

/**
 * The key that an address is found by: two written forms of one mailbox have one key. Display name and `mailto:` are
 * dropped, lower case, NFC, domain to ASCII; then what the mailbox's provider ignores (`people/address-provider.ts`).
 * A key's key is itself. Null for anything that is not one addr-spec (RFC 5322 §3.4.1, with UTF-8 by RFC 6532). Never throws.
 */
export function addressKey(written: string): string | null {
  if (written.length > 1_000) return null;
  const bare = bareAddress(written.normalize('NFC'));
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const domain = asciiDomain(bare.slice(at + 1));
  const local = localText(bare.slice(0, at));
  if (domain === null || local === null) return null;
  const lower = local.text.toLowerCase().normalize('NFC');
  if (new TextEncoder().encode(lower).length > 64) return null;
  if (local.quoted) return `"${lower.replace(/["\\]/g, '\\$&')}"@${domain}`;
  const provider = providerOf(domain);
  const tag = provider.plus ? lower.indexOf('+', 1) : -1;
  const untagged = tag < 0 ? lower : lower.slice(0, tag);
  const mailbox = untagged.replaceAll(provider.ignores ?? /$^/g, '');
  return mailbox === '' ? null : `${mailbox}@${provider.domain ?? domain}`;
}
