/**
 * An addr-spec as a site writes it in an attribute, trimmed, or null where the value is something else (a person id, a
 * name). The form is checked only so far that nothing else passes: one `@`, no spaces, quotes, brackets or separators.
 */
export function addressOf(value: string | null | undefined): string | null {
  const text = value?.trim() ?? '';
  return text.length <= 320 && /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"'\\/]+$/.test(text) ? text : null;
}

/** Whether two addresses are the same mailbox to a page: letter case aside. */
export const sameAddress = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && a.toLowerCase() === b.toLowerCase();
