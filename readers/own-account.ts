import { addressOf } from './address.ts';

/** The account in Google's bar: its button's label ends in the address in parentheses, whatever the language. */
export function accountInBar(document: Document): string | null {
  for (const link of document.querySelectorAll('a[href*="SignOutOptions"],a[aria-label*="@"]')) {
    const label = link.getAttribute('aria-label') ?? '';
    const found = addressOf(/[(（]([^()（）\s]+@[^()（）\s]+)[)）]\s*$/.exec(label)?.[1]);
    if (found) return found;
  }
  return addressOf(document.querySelector('meta[name="og-profile-acct"]')?.getAttribute('content'));
}

/** The account in Gmail's window title, "… - address - product": a subject that imitates it stands further left. */
export function accountInTitle(document: Document): string | null {
  return (
    document.title
      .split(' - ')
      .map((part) => addressOf(part))
      .findLast((part) => part !== null) ?? null
  );
}
