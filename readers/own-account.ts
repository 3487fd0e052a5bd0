import { addressOf } from './address.ts';

/**
 * The account in Google's bar: its button's label holds the address in parentheses, whatever the language. The bar lies
 * outside of the main area, in which a message could bring a link of that form.
 */
export function accountInBar(document: Document): string | null {
  for (const link of document.querySelectorAll('a[aria-label*="@"]')) {
    const label = link.getAttribute('aria-label') ?? '';
    const found = addressOf(/[(（]([^()（）\s]+@[^()（）\s]+)[)）]/.exec(label)?.[1]);
    if (found && !link.closest('[role=main],[role=dialog],[data-message-id],.a3s,.ii')) return found;
  }
  return addressOf(document.querySelector('meta[name="og-profile-acct"]')?.getAttribute('content'));
}

/** The account in Gmail's window title, "subject - address - product": the last part but one, so that no subject can pose as it. */
export const accountInTitle = (document: Document): string | null => addressOf(document.title.split(' - ').at(-2));

/** The account that a page shows in a place of its own: the first of `selectors` whose text or title is an address. */
export function accountAt(document: Document, selectors: string): string | null {
  for (const element of document.querySelectorAll(selectors)) {
    const found = addressOf(element.textContent) ?? addressOf(element.getAttribute('title'));
    if (found) return found;
  }
  return null;
}
