import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { personsOfCsv, readCsv } from '../interchange/csv.ts';
import { decodeText } from '../interchange/text-encoding.ts';
import { addressKey } from '../people/address-key.ts';
import { type LikelyPair, type Linkable, likelyPairs } from '../people/link-people.ts';
import { readPinyinTable } from '../people/pinyin-table.ts';
import { type LinkingRecord, linkingSet } from './linking-set.ts';

/**
 * `npm run linking`: how well doubles are found in made-up address books (`scripts/linking-set.ts`), for three seeds.
 * `npm run linking -- SEED …`: other seeds. `-- DIR`: a folder with `people.csv` (a column `id` first, then headings as any address book has
 * them) and `truth.csv` (`id,person`). `-- --write DIR SEED`: writes such a folder. `--wrong`: also prints what is wrong.
 */
interface Entry {
  linkable: Linkable;
  person: string;
}

const written = (address: string) => {
  const key = addressKey(address);
  return key === null ? [] : [{ written: address, key }];
};

const ofSet = (record: LinkingRecord): Entry => ({
  person: record.person,
  linkable: {
    id: record.id,
    name: record.name,
    otherNames: record.otherNames,
    addresses: record.emails.flatMap(written),
    phones: record.phones,
    organisation: record.organisation || null,
    title: record.title || null,
  },
});

function ofFolder(dir: string): Entry[] {
  const table = readCsv(decodeText(readFileSync(join(dir, 'people.csv'))).text);
  const truth = readCsv(decodeText(readFileSync(join(dir, 'truth.csv'))).text);
  const personOf = new Map(truth.rows.map(({ cells }) => [cells[0] ?? '', cells[1] ?? '']));
  const idOfRow = new Map(table.rows.map(({ row, cells }) => [row, cells[0] ?? '']));
  return personsOfCsv(table).records.map((one) => {
    const id = idOfRow.get(one.line) ?? '';
    return { person: personOf.get(id) ?? id, linkable: { ...one, id, addresses: one.addresses.flatMap(written) } };
  });
}

const cell = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csv = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((row) => row.map(cell).join(',')).join('\n')}\n`;

function write(dir: string, seed: number): void {
  const records = linkingSet(seed);
  mkdirSync(dir, { recursive: true });
  const rows = records.map((r) => [
    r.id,
    r.name,
    ...[r.emails, r.phones].map((list) => list.join(' ::: ')),
    r.organisation,
    r.title,
  ]);
  writeFileSync(join(dir, 'people.csv'), csv([['id', 'Name', 'E-mail', 'Phone', 'Organisation', 'Title'], ...rows]));
  writeFileSync(join(dir, 'truth.csv'), csv([['id', 'person'], ...records.map((r) => [r.id, r.person])]));
}

/** Right and wrong pairs of a grouping, against all that there are. */
function rate(groups: readonly (readonly string[])[], truth: number): { precision: number; recall: number } {
  let right = 0;
  let wrong = 0;
  for (const group of groups)
    for (const [i, a] of group.entries())
      for (const b of group.slice(i + 1))
        if (a === b) right++;
        else wrong++;
  return { precision: right / Math.max(1, right + wrong), recall: right / Math.max(1, truth) };
}

const pairsIn = (size: number): number => (size * (size - 1)) / 2;

/** The persons behind the records of each group that stands when every pair has been merged. */
function merged(entries: readonly Entry[], pairs: readonly LikelyPair[]): string[][] {
  const parent = new Map<string, string>();
  const root = (id: string): string => {
    const up = parent.get(id);
    return up === undefined ? id : root(up);
  };
  for (const { a, b } of pairs) if (root(a) !== root(b)) parent.set(root(a), root(b));
  const groups = new Map<string, string[]>();
  for (const { linkable, person } of entries)
    groups.set(root(linkable.id), [...(groups.get(root(linkable.id)) ?? []), person]);
  return [...groups.values()];
}

const pinyin = readPinyinTable(readFileSync(resolve(import.meta.dirname, '../public/pinyin.bin')));
const percent = (share: number): string => share.toFixed(4);

async function measure(name: string, entries: readonly Entry[], showWrong: boolean): Promise<void> {
  const started = performance.now();
  const all = await likelyPairs(
    entries.map((entry) => entry.linkable),
    pinyin,
  );
  const seconds = (performance.now() - started) / 1000;
  const byId = new Map(entries.map((entry) => [entry.linkable.id, entry]));
  const sizes = new Map<string, number>();
  for (const { person } of entries) sizes.set(person, (sizes.get(person) ?? 0) + 1);
  const truth = [...sizes.values()].reduce((sum, size) => sum + pairsIn(size), 0);
  const persons = ({ a, b }: LikelyPair) => [byId.get(a)?.person ?? a, byId.get(b)?.person ?? b];
  for (const [what, pairs] of [
    ['likely', all.filter((pair) => !pair.perhaps)],
    ['and perhaps', all],
  ] as const) {
    const single = rate(pairs.map(persons), truth);
    const closed = rate(merged(entries, pairs), truth);
    console.log(
      `${name}  ${what.padEnd(11)}  pairs: precision ${percent(single.precision)} recall ${percent(single.recall)}  all merged: precision ${percent(closed.precision)} recall ${percent(closed.recall)}`,
    );
  }
  console.log(`${name}  ${entries.length} records, ${truth} true pairs, ${seconds.toFixed(1)} s`);
  if (!showWrong) return;
  for (const pair of all)
    if (new Set(persons(pair)).size > 1) console.log(pair, byId.get(pair.a)?.linkable, byId.get(pair.b)?.linkable);
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
if (process.argv.includes('--write')) write(words[0] ?? 'linking-set', Number(words[1] ?? 1));
else
  for (const word of words.length > 0 ? words : ['1', '2', '3'])
    await measure(
      /^\d+$/.test(word) ? `seed ${word}` : word,
      /^\d+$/.test(word) ? linkingSet(Number(word)).map(ofSet) : ofFolder(resolve(word)),
      process.argv.includes('--wrong'),
    );
