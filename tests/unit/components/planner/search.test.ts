import { describe, expect, test } from 'vitest';
import { search } from '../../../../components/planner/find/search.ts';
import { understand } from '../../../../components/planner/find/understand.ts';
import type { FindIndex, FindPerson, FindThing, Helper } from '../../../../records/planner.ts';

const now = new Date(2026, 10, 24).getTime();
const day = 86_400_000;
const thing = (is: FindThing['is'], text: string): FindThing => ({ is, text, folded: text.toLowerCase() });
const person = (id: string, things: FindThing[], more: Partial<FindPerson> = {}): FindPerson => ({
  person: { id, name: id, organisation: null },
  connection: false,
  friend: false,
  potential: false,
  met: [],
  things: [thing('name', id), ...things],
  ...more,
});
const index: FindIndex = {
  people: [
    person('Ana', [thing('need', 'a hall by the harbour'), thing('note', 'plays chess')], {
      met: [now - 1_200 * day],
      connection: true,
    }),
    person('Bo Harbour', [], { met: [now - 2 * day] }),
    person('Cy', [thing('offer', 'harbour permits')], { potential: true }),
  ],
  tips: [{ id: 't', text: 'Harbour fees drop', folded: 'harbour fees drop ports' }],
  matters: [{ id: 'm', text: 'Permit', folded: 'permit harbour office' }],
  introductions: [{ id: 'i', text: 'Ana ↔ Cy', folded: 'ana ↔ cy harbour' }],
};
const helper: Helper = {
  person: index.people[2]?.person ?? { id: '', name: '', organisation: null },
  by: { kind: 'offer', text: 'x' },
  agreed: null,
  declined: false,
};
const find = (query: string, helpers: Helper[] = []) => search(index, understand(query, now), helpers, 10);
const ids = (query: string) => find(query).people.map(({ id }) => id);

describe('what is found', () => {
  test('names first, then what was written, with the thing that fitted', () => {
    const found = find('harbour');
    expect(found.people.map((hit) => [hit.id, hit.is === 'person' ? (hit.thing?.is ?? null) : null])).toEqual([
      ['Bo Harbour', null],
      ['Ana', 'need'],
      ['Cy', 'offer'],
    ]);
    expect([found.tips, found.matters, found.introductions].map((hits) => hits.length)).toEqual([1, 1, 1]);
    expect(ids('ana chess')).toEqual(['Ana']);
    expect(ids('nothing')).toEqual([]);
    expect(find('')).toEqual({ people: [], tips: [], matters: [], introductions: [] });
  });

  test('only one kind, where that is asked for', () => {
    expect(ids('needs: harbour')).toEqual(['Ana']);
    expect(ids('notes:')).toEqual(['Ana']);
    expect(find('tips: harbour')).toMatchObject({ people: [], tips: [{ id: 't' }], matters: [] });
    expect(find('matters:').matters).toHaveLength(1);
  });

  test('by when they were met; who was never met is neither silent nor met', () => {
    expect(ids('not seen for three years')).toEqual(['Ana']);
    expect(ids('not seen for four years')).toEqual([]);
    expect(ids('met this month')).toEqual(['Bo Harbour']);
    expect(ids('harbour not seen for a year')).toEqual(['Ana']);
  });

  test('by standing, and who could help', () => {
    expect(ids('connections')).toEqual(['Ana']);
    expect(ids('potential connections')).toEqual(['Cy']);
    expect(find('who can help with permits', [helper]).people).toMatchObject([{ is: 'helper', id: 'Cy' }]);
    expect(find('who can help with permits').tips).toEqual([]);
  });
});
