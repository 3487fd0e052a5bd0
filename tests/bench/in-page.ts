import { briefOf } from '../../actions/brief.ts';
import { loadKnowledge, withKnowledge } from '../../actions/load-knowledge.ts';
import { loadPeople } from '../../actions/load-people.ts';
import { occasionOf } from '../../actions/occasion-of.ts';
import { today } from '../../actions/today.ts';
import type { Occasion, ReadOccasion } from '../../records/occasion.ts';
import { newPerson, newWant, type Person } from '../../records/person.ts';
import { newTip } from '../../records/tip.ts';
import { peopleIn } from '../../storage/answer.ts';
import { openFresh, openStore } from '../../storage/open.ts';
import { Reader } from '../../storage/reader.ts';
import type { Store } from '../../storage/store.ts';

/** Runs in a page of the extension, where IndexedDB is the one that users have. */
export interface InPage {
  /** Puts people into the store that the extension uses. */
  fillStore(people: number): Promise<void>;
  matching(people: number, attendees: number, rounds: number): Promise<Figures>;
  prompting(people: number, tips: number, attendees: number, rounds: number): Promise<Figures>;
  /** The planner's first screen over so many occasions of the coming days, with twelve people each. */
  today(people: number, tips: number, occasions: number, rounds: number): Promise<Figures & { afterReading: number[] }>;
}

export interface Figures {
  ours: number[];
  theirs: number[];
}

const now = Date.UTC(2026, 10, 24, 9);
const subjects = [
  'school',
  'printer',
  'warehouse',
  'translator',
  'apprentice',
  'choir',
  'funding',
  '标准',
  '招聘',
  '物流',
];

const addressOf = (i: number) => `person.${i}@firm${i % 997}.example`;

function personAt(i: number, wants: boolean): Person {
  const written = addressOf(i);
  const want = (verb: string, j: number) => newWant(`${verb} ${subjects[j % subjects.length]} ${j % 83}`, now);
  return newPerson(
    {
      name: `Person ${i}`,
      addresses: [{ written, key: written }],
      nameKeys: [`person ${i}`],
      organisation: `Firm ${i % 997}`,
      needs: wants && i % 2 === 0 ? [want('looks for', i)] : [],
      offers: wants && i % 2 === 1 ? [want('has', i * 7)] : [],
    },
    now,
  );
}

/** Chunks of 5,000 a transaction: one of 100,000 does not finish. */
async function fill<T>(rows: number, make: (i: number) => T, put: (chunk: T[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows; start += 5_000) {
    await put(Array.from({ length: Math.min(5_000, rows - start) }, (_, i) => make(start + i)));
  }
}

async function raw(store: Store): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(store.name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

const all = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Ours and theirs take turns, and take turns in going first: what else the machine does meets both. */
async function takingTurns(
  rounds: number,
  ours: (round: number) => Promise<unknown>,
  theirs: (round: number) => Promise<unknown>,
): Promise<Figures> {
  const figures: Figures = { ours: [], theirs: [] };
  for (let round = -3; round < rounds; round++) {
    const pair = round % 2 === 0 ? (['ours', 'theirs'] as const) : (['theirs', 'ours'] as const);
    for (const side of pair) {
      const ms = await timed(() => (side === 'ours' ? ours : theirs)(round + 3));
      if (round >= 0) figures[side].push(ms);
    }
  }
  return figures;
}

async function matching(people: number, attendees: number, rounds: number): Promise<Figures> {
  const store = await openFresh({ durability: 'relaxed' });
  await fill(
    people,
    (i) => personAt(i, false),
    (chunk) => store.people.bulkAdd(chunk),
  );
  const database = await raw(store);
  const keysOf = (round: number) =>
    Array.from({ length: attendees }, (_, i) => addressOf((round * 7_919 + i * 4_993) % people));
  const reader = Reader.of(await raw(store));
  const figures = await takingTurns(
    rounds,
    async (round) => {
      const found = await reader.read(['people'], (reading) => peopleIn(reading, keysOf(round)));
      if (found.size !== attendees) throw new Error('Not everybody was found.');
    },
    async (round) => {
      const index = database.transaction('people').objectStore('people').index('keys');
      await Promise.all(keysOf(round).map((key) => all(index.get(key))));
    },
  );
  reader.close();
  database.close();
  await store.delete();
  return figures;
}

async function fillStore(people: number): Promise<void> {
  const store = await openStore({ durability: 'relaxed' });
  await fill(
    people,
    (i) => personAt(i, i < 200),
    (chunk) => store.people.bulkAdd(chunk),
  );
  store.close();
}

function meetingOf(attendees: number, round: number, people: number): Occasion {
  const read: ReadOccasion = {
    site: 'bench',
    ref: `round-${round}`,
    kind: 'meeting',
    title: 'Quarterly review',
    start: { local: '2026-11-24T10:00', zone: 'UTC' },
    end: { local: '2026-11-24T11:00', zone: 'UTC' },
    whenText: null,
    own: null,
    participants: Array.from({ length: attendees }, (_, i) => ({
      name: null,
      address: addressOf((round * 101 + i * 37) % people),
      role: 'attendee' as const,
      answer: null,
      optional: false,
      self: false,
      marked: null,
    })),
    extent: { complete: true, shown: attendees, total: attendees },
  };
  return occasionOf(read, null, { mine: new Set(), zone: 'UTC', now });
}

async function prompting(people: number, tips: number, attendees: number, rounds: number): Promise<Figures> {
  const store = await openFresh({ durability: 'relaxed' });
  await fill(
    people,
    (i) => personAt(i, true),
    (chunk) => store.people.bulkAdd(chunk),
  );
  await fill(
    tips,
    (i) =>
      newTip(
        { text: `${subjects[i % subjects.length]} ${i % 89} is free until spring`, topics: [subjects[i % 10] ?? ''] },
        now,
      ),
    (chunk) => store.tips.bulkAdd(chunk),
  );
  const database = await raw(store);
  const figures = await takingTurns(
    rounds,
    // A connection of its own each time, so that nothing read before is at hand: a worker that was stopped.
    async (round) => {
      const fresh = Reader.of(await raw(store));
      const occasion = meetingOf(attendees, round, people);
      const loaded = await withKnowledge(
        fresh,
        [occasion],
        await loadPeople(fresh, [occasion], { pinyin: null, now }),
        now,
      );
      if (briefOf(occasion, true, loaded, now).people.length !== attendees) throw new Error('Not everybody is there.');
      fresh.close();
    },
    // The floor: everything that prompts may come from has to be read once.
    async () => {
      const transaction = database.transaction(['people', 'tips']);
      await Promise.all([
        all(transaction.objectStore('people').getAll()),
        all(transaction.objectStore('tips').getAll()),
      ]);
    },
  );
  database.close();
  await store.delete();
  return figures;
}

async function todayScreen(
  people: number,
  tips: number,
  occasions: number,
  rounds: number,
): Promise<Figures & { afterReading: number[] }> {
  const store = await openFresh({ durability: 'relaxed' });
  await fill(
    people,
    (i) => personAt(i, i < people / 5),
    (chunk) => store.people.bulkAdd(chunk),
  );
  await fill(
    tips,
    (i) =>
      newTip(
        { text: `${subjects[i % subjects.length]} ${i % 89} is free until spring`, topics: [subjects[i % 10] ?? ''] },
        now,
      ),
    (chunk) => store.tips.bulkAdd(chunk),
  );
  const half = occasions / 2;
  await store.occasions.bulkAdd(
    Array.from({ length: occasions }, (_, i): Occasion => {
      const start = i < half ? now + (i + 1) * 12 * 3_600_000 : now - (i - half + 1) * 4 * 3_600_000;
      return {
        ...meetingOf(12, i, people),
        ref: `today-${i}`,
        startAt: start,
        endAt: start + 3_600_000,
        lastSeenAt: i < half ? now : start,
      };
    }),
  );
  const database = await raw(store);
  const afterReading: number[] = [];
  const figures = await takingTurns(
    rounds,
    async () => {
      const view = await today(store, { pinyin: null, now });
      if (view.ahead.length + view.seen.length !== occasions) throw new Error('Not every occasion is there.');
    },
    // The floor: the same rows read raw.
    async () => {
      const names = ['people', 'tips', 'occasions'];
      const transaction = database.transaction(names);
      await Promise.all(names.map((name) => all(transaction.objectStore(name).getAll())));
    },
  );
  // What is left once the rows are there: the prompts of all occasions.
  const every = await store.occasions.toArray();
  const loaded = await loadKnowledge(Reader.of(store.backendDB()), every, { pinyin: null, now });
  for (let round = -3; round < rounds; round++) {
    const start = performance.now();
    for (const occasion of every) briefOf(occasion, true, loaded, now);
    if (round >= 0) afterReading.push(performance.now() - start);
  }
  database.close();
  await store.delete();
  return { ...figures, afterReading };
}

(globalThis as { renmaiBench?: InPage }).renmaiBench = { fillStore, matching, prompting, today: todayScreen };
