import type { Occasion } from '../records/occasion.ts';
import { type ContactRow, contactOf, domainOf } from './schema.ts';
import type { Store } from './store.ts';

/**
 * The contacts that an occasion stands for: a meeting when it begins, a thread on the first and on the last day it was
 * seen; for how often it was looked at says nothing about the tie. Of a meeting without a time, when it was seen. Of a
 * thread from a mail file, each day on which somebody was written to or wrote; whoever only stood in copy is no contact.
 */
export function contactsOf(occasion: Occasion): ContactRow[] {
  const { id, kind, startAt, lastSeenAt, moments } = occasion;
  if (moments != null) {
    const rows = moments.map(({ key, at }) => ({
      key,
      domain: domainOf(key),
      at,
      kind: 'mail' as const,
      occasionId: id,
    }));
    return [...new Map(rows.map((row) => [`${row.key} ${row.at}`, row])).values()];
  }
  const times = kind === 'meeting' ? [startAt ?? lastSeenAt] : [...new Set([startAt ?? lastSeenAt, lastSeenAt])];
  return [...new Set(occasion.keys)].flatMap((key) =>
    times.map((at) => ({
      key,
      domain: domainOf(key),
      at,
      kind: kind === 'meeting' ? ('meeting' as const) : ('mail' as const),
      occasionId: id,
    })),
  );
}

/** Writes an occasion's contacts, in the transaction that writes the occasion, in place of those of its state before. */
export async function writeContacts(store: Store, ...occasions: readonly Occasion[]): Promise<void> {
  await deleteContacts(
    store,
    occasions.map(({ id }) => id),
  );
  await store.contacts.bulkPut(occasions.flatMap(contactsOf));
}

/** Takes out the contacts of these occasions. */
export async function deleteContacts(store: Store, occasionIds: readonly string[]): Promise<void> {
  await store.contacts.where('occasionId').anyOf(occasionIds).delete();
}

/** Address key → its contacts, oldest first. Only keys are read. */
export async function contactsByKey(store: Store, keys: readonly string[]): Promise<Map<string, ContactRow[]>> {
  const unique = [...new Set(keys)];
  return store.transaction('r', store.contacts, async () => {
    const found = await Promise.all(
      unique.map((key) => store.contacts.where('[key+at+kind+occasionId]').between([key], [key, []]).primaryKeys()),
    );
    return new Map(unique.map((key, i) => [key, (found[i] ?? []).map(contactOf)]));
  });
}

/** All contacts there are, by key and time. Only keys are read. */
export const allContacts = async (store: Store): Promise<ContactRow[]> =>
  (await store.contacts.toCollection().primaryKeys()).map(contactOf);
