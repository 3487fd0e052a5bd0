import { getDomain } from 'tldts';
import { isFreeMail } from './free-mail.ts';

/**
 * The organisation's own domain behind an address key: the registrable domain by the Public Suffix List
 * (`sales.example.co.uk` → `example.co.uk`), null at free-mail hosts and where there is none. Not for the worker: the
 * list is large.
 */
export function organisationDomain(key: string): string | null {
  const host = key.slice(key.lastIndexOf('@') + 1);
  if (isFreeMail(host)) return null;
  const domain = getDomain(host, { allowPrivateDomains: true });
  return domain === null || isFreeMail(domain) ? null : domain;
}
