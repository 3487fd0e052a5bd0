import type { PersonRow } from '../../../records/planner.ts';

/** What the list shows of all people. Empty `text` and `any` leave all in. */
export interface PeopleFilter {
  text: string;
  standing: 'any' | PersonRow['standing'] | 'potential';
  tie: 'any' | PersonRow['tie'];
  sort: 'name' | 'last';
}

export const noFilter: PeopleFilter = { text: '', standing: 'any', tie: 'any', sort: 'name' };

/** How a text is looked for: NFKC, lower case, accents dropped, in parts that must all be found. */
export const termsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');

/** The rows in the order asked for: names by `collator`, or the latest contact first, those without one last. */
export function sortPeople(
  rows: readonly PersonRow[],
  sort: PeopleFilter['sort'],
  collator: Intl.Collator,
): PersonRow[] {
  const byName = (a: PersonRow, b: PersonRow) => collator.compare(a.name, b.name) || (a.id < b.id ? -1 : 1);
  const byLast = (a: PersonRow, b: PersonRow) => (b.lastAt ?? -Infinity) - (a.lastAt ?? -Infinity) || byName(a, b);
  return rows.toSorted(sort === 'name' ? byName : byLast);
}

/** The rows that the filter leaves, in their order. A row's `haystack` stands in the form of `termsOf`. */
export function filterPeople(rows: readonly PersonRow[], filter: PeopleFilter): PersonRow[] {
  const terms = termsOf(filter.text);
  return rows.filter(
    (row) =>
      (filter.standing === 'any' ||
        (filter.standing === 'potential' ? row.potential : row.standing === filter.standing)) &&
      (filter.tie === 'any' || row.tie === filter.tie) &&
      terms.every((term) => row.haystack.includes(term)),
  );
}
