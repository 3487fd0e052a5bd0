import { newBase } from '../../../records/base.ts';
import type { Cooperation } from '../../../records/cooperation.ts';
import type { Introduction } from '../../../records/introduction.ts';
import type { Matter } from '../../../records/matter.ts';
import type { Occasion } from '../../../records/occasion.ts';
import { newPerson, newWant, type Person } from '../../../records/person.ts';
import { newSettings } from '../../../records/settings.ts';
import type { Share } from '../../../records/share.ts';
import { newTip, type Tip } from '../../../records/tip.ts';

const day = 86_400_000;
const hour = 3_600_000;

interface About {
  needs?: string[];
  offers?: string[];
  house?: string;
  more?: Partial<Person>;
}

/**
 * The store in which the stories begin, as a backup file: an office worker with few people, told from `now` (epoch ms). Times in
 * days before it.
 */
export function storyWorld(now: number) {
  const ago = (days: number) => now - days * day;
  const address = (id: string) => ({ key: `${id}@${id}.example`, written: `${id}@${id}.example` });
  const person = (id: string, name: string, { needs = [], offers = [], house, more }: About = {}): Person =>
    newPerson(
      {
        id,
        name,
        addresses: [address(id)],
        organisation: house ?? null,
        needs: needs.map((text) => newWant(text, ago(40))),
        offers: offers.map((text) => newWant(text, ago(40))),
        nameKeys: [name.toLowerCase()],
        ...more,
      },
      ago(400),
    );
  const occasion = (ref: string, title: string, startAt: number, ids: readonly string[]): Occasion => ({
    ...newBase(Math.min(startAt, now)),
    site: 'google-calendar',
    ref,
    kind: 'meeting',
    title,
    startAt,
    endAt: startAt + hour,
    zone: null,
    whenText: null,
    organizerKey: address(ids[0] ?? '').key,
    participants: ids.map((id, n) => ({
      ...address(id),
      name: people.find((one) => one.id === id)?.name ?? id,
      role: n === 0 ? ('organizer' as const) : ('attendee' as const),
      answer: 'accepted' as const,
      self: false,
    })),
    keys: ids.map((id) => address(id).key),
    extent: { complete: true, shown: ids.length, total: ids.length },
    lastSeenAt: Math.min(startAt, now),
    pinned: false,
    importId: null,
  });
  const cooperation = (
    personId: string,
    days: number,
    direction: Cooperation['direction'],
    about: string,
    answer: Cooperation['answer'],
  ): Cooperation => ({
    ...newBase(ago(days)),
    personId,
    direction,
    about,
    answer,
    at: ago(days),
    answeredAt: answer === 'open' ? null : ago(days),
  });
  const share = (tipId: string, personId: string, days: number, more: Partial<Share> = {}): Share => ({
    ...newBase(ago(days)),
    tipId,
    personId,
    state: 'given',
    setting: 'walk',
    plannedFor: null,
    whyYou: '',
    occasionId: null,
    givenAt: ago(days),
    outcome: null,
    ...more,
  });
  const tip = (id: string, text: string, more: Partial<Tip> = {}): Tip =>
    newTip({ id, text, learnedAt: ago(5), ...more }, ago(5));

  const guests = Array.from({ length: 10 }, (_, n) => `guest${n}`);
  const people: Person[] = [
    // The dull meeting: two of twelve.
    person('vera', 'Vera Lindt', { needs: ['a rehearsal room for a choir of forty'], house: 'City Choir' }),
    person('omar', 'Omar Haddad', { needs: ['a used forklift for the depot'], house: 'Depot South' }),
    ...guests.map((id, n) => person(id, `Guest ${String.fromCharCode(65 + n)}`)),
    // The tip for one.
    person('lena', 'Lena Vogt', { needs: ['warehouse space near the railway'], house: 'Nordlicht Logistics' }),
    person('paul', 'Paul Renner', { house: 'Bakery Renner' }),
    // Fellow townsman and section chief.
    person('chief', 'Gu Weimin', { needs: ['a tenant for the empty workshop hall'], house: 'District Office' }),
    person('townsman', 'Tang Jun', { offers: ['rents a workshop hall as tenant'], house: 'Tang Carpentry' }),
    // The large request.
    person('aunt', 'Mei Zhao', { house: 'Flower Shop' }),
    person('teacher', 'Ma Lin', { offers: ['knows how school places are given'], house: 'Harbour School' }),
    // The friend of twenty years, and the broker.
    person('friend', 'Karl Ostrow', { house: 'The Office', more: { friend: true } }),
    person('broker', 'Iris Feld', { house: 'Feld Estates' }),
    // The weak tie, and the neighbour.
    person('weak', 'Noor Said', { offers: ['opens doors at the permit bureau'], house: 'Bureau of Permits' }),
    person('neighbour', 'Dirk Boll', { house: 'The Office' }),
    // A month of practice.
    person('pia', 'Pia Roth', { house: 'Roth Prints' }),
    person('cold', 'Hans Kalt', { house: 'Kalt Metals' }),
  ];
  const matter: Matter = {
    ...newBase(ago(20)),
    id: 'fence',
    title: 'A fence permit',
    owner: 'pia',
    steps: [
      { id: 'form', title: 'Send the form', who: 'me', state: 'done', dueAt: null, doneAt: ago(15) },
      { id: 'visit', title: 'Visit the office', who: null, state: 'open', dueAt: null },
    ],
    state: 'open',
    outcome: null,
  };
  const made: Introduction = {
    ...newBase(ago(10)),
    aId: 'pia',
    bId: 'paul',
    reason: 'Boxes for bread',
    state: 'done',
    consentA: 'agreed',
    consentB: 'agreed',
    madeAt: ago(10),
    outcome: 'A first order',
  };
  return {
    format: 'renmai-backup',
    version: 1,
    exportedAt: new Date(now).toISOString(),
    tables: {
      settings: [
        {
          ...newSettings(now),
          welcomedAt: now,
          me: {
            name: 'Wei Lin',
            addresses: [address('me')],
            needs: [newWant('opens doors at the permit bureau', ago(30))],
            offers: [],
          },
        },
      ],
      people,
      occasions: [
        occasion('dull', 'Monthly safety briefing', now + 2 * day, ['guest0', 'vera', 'omar', ...guests.slice(1)]),
        occasion('yard', 'Yard meeting', now + 3 * day, ['neighbour', 'weak']),
        ...[3, 6, 9, 12, 15, 18].map((days) => occasion(`desk${days}`, 'Desk talk', ago(days), ['neighbour'])),
        occasion('fair', 'Trade fair', ago(1_110), ['weak']),
        occasion('last', 'Metal fair', ago(500), ['cold']),
        ...[2, 5, 16].map((days) => occasion(`month${days}`, 'Print round', ago(days), ['pia'])),
      ],
      tips: [
        tip('room', 'A rehearsal room for a choir falls free at the old school'),
        tip('forklift', 'The depot at Kamen sells a used forklift'),
        tip('paper', 'Paper gets dearer in spring'),
        tip('news', 'The town hall closes at noon', { reach: 'open' }),
      ],
      shares: [
        share('paper', 'pia', 16),
        // Anybody may know it: no gift.
        share('news', 'cold', 3),
      ],
      introductions: [made],
      matters: [matter],
      cooperations: [
        cooperation('friend', 900, 'i-asked', 'a word with his brother-in-law', 'declined'),
        cooperation('friend', 300, 'i-asked', 'a lift to the station', 'declined'),
        cooperation('broker', 200, 'i-asked', 'a first look at the flats by the park', 'agreed'),
        cooperation('broker', 90, 'they-asked', 'a photographer for a house', 'agreed'),
        cooperation('weak', 1_110, 'i-asked', 'a date at the bureau', 'agreed'),
        cooperation('cold', 500, 'i-asked', 'a quote for steel', 'agreed'),
        cooperation('pia', 12, 'i-asked', 'cards at cost', 'agreed'),
        cooperation('pia', 4, 'they-asked', 'a look at her lease', 'agreed'),
        cooperation('paul', 6, 'i-asked', 'bread for the feast', 'declined'),
        cooperation('paul', 1, 'i-asked', 'a table for ten', 'open'),
      ],
    },
  };
}
