import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { likeness } from '../people/link-compare.ts';
import { type Compared, chanceOf, learnModel, missing, probabilityOf } from '../people/link-model.ts';
import { type Pair, pairsAtRandom, pairsByKeys } from '../people/link-pairs.ts';

/**
 * `npm run febrl`: links the FEBRL data sets 3 and 4 without looking at who is who, and prints precision, recall and F1. Their
 * fields are those of a register of residents, so how they are compared stands here; the method is that of `people/link-*.ts`.
 */
type Field = 'given' | 'surname' | 'number' | 'street' | 'area' | 'suburb' | 'postcode' | 'state' | 'birth' | 'ssn';
const columns: Field[] = [
  'given',
  'surname',
  'number',
  'street',
  'area',
  'suburb',
  'postcode',
  'state',
  'birth',
  'ssn',
];
type Row = Record<Field, string> & { id: string };

function rowsOf(file: string): Row[] {
  const [, ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  return lines
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [id = '', ...cells] = line.split(',').map((cell) => cell.trim());
      return { id, ...Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? ''])) } as Row;
    });
}

/** The person behind a record: for the score alone. */
const personOf = (id: string): string => id.split('-')[1] ?? id;

const bare = (text: string): string => text.replaceAll(' ', '');
const of = (a: string, b: string): number => (a === '' || b === '' ? missing : likeness(bare(a), bare(b)));

/** Two fields that may stand in each other's place: as they stand, or crossed where that fits clearly better. */
function crossed(a: [string, string], b: [string, string]): [number, number, boolean] {
  const straight: [number, number] = [of(a[0], b[0]), of(a[1], b[1])];
  const across: [number, number] = [of(a[0], b[1]), of(a[1], b[0])];
  const worth = (levels: [number, number]) =>
    levels.reduce((sum, level) => sum + (level === missing ? 0 : 3 - level), 0);
  return worth(across) > worth(straight) + 1 ? [...across, true] : [...straight, false];
}

/** As `likeness` tells them. */
const levels = 5;

function link(rows: readonly Row[], fields: readonly Field[], twoFiles: number | null) {
  const counts = Object.fromEntries(columns.map((c) => [c, new Map<string, number>()])) as Record<
    Field,
    Map<string, number>
  >;
  for (const row of rows)
    for (const c of columns) if (row[c] !== '') counts[c].set(row[c], (counts[c].get(row[c]) ?? 0) + 1);
  const filled = Object.fromEntries(
    columns.map((c) => [c, [...counts[c].values()].reduce((a, b) => a + b, 0)]),
  ) as Record<Field, number>;
  const mean = Object.fromEntries(
    columns.map((c) => [c, [...counts[c].values()].reduce((sum, n) => sum + (n / filled[c]) ** 2, 0)]),
  ) as Record<Field, number>;
  const compare = ([i, j]: Pair): Compared => {
    const a = rows[i] as Row;
    const b = rows[j] as Row;
    const found = new Map<Field, number>();
    const [given, surname] = crossed([a.given, a.surname], [b.given, b.surname]);
    const [street, area] = crossed([a.street, a.area], [b.street, b.area]);
    for (const field of columns) found.set(field, of(a[field], b[field]));
    found.set('given', given).set('surname', surname).set('street', street).set('area', area);
    return {
      levels: fields.map((field) => found.get(field) ?? missing),
      rarity: fields.map((field) => {
        if (found.get(field) !== 0 || a[field] !== b[field]) return 1;
        return mean[field] / ((counts[field].get(a[field]) ?? 1) / filled[field]);
      }),
    };
  };
  const has = new Set(fields);
  const keys = rows.map((row) => {
    const r = Object.fromEntries(columns.map((c) => [c, has.has(c) ? bare(row[c]) : ''])) as Record<Field, string>;
    const parts: [string, string[]][] = [
      ['ssn', [r.ssn]],
      ['birth', [r.birth]],
      ['gs', [r.given.slice(0, 3), r.surname.slice(0, 3)].sort()],
      ['sp', [r.surname, r.postcode]],
      ['gp', [r.given, r.postcode]],
      ['gu', [r.given, r.suburb]],
      ['su', [r.surname, r.suburb]],
      ['st', [r.street.slice(0, 6)]],
      ['st', [r.area.slice(0, 6)]],
      ['np', [r.number, r.postcode]],
      ['nu', [r.number, r.suburb]],
      ['gn', [r.given, r.number]],
      ['sn', [r.surname, r.number]],
      ['e', [r.street.slice(-7)]],
      ['f', [r.area.slice(-5), r.postcode]],
      ['h', [r.area.slice(-5), r.number]],
    ];
    return parts.flatMap(([name, values]) => (values.includes('') ? [] : [`${name}:${values.join('|')}`]));
  });
  const candidates = pairsByKeys(keys, 200).filter(([a, b]) => twoFiles === null || a < twoFiles === b >= twoFiles);
  const compared = candidates.map(compare);
  const u = chanceOf(
    pairsAtRandom(rows.length, 100_000).map(compare),
    fields.map(() => levels),
  );
  const all = twoFiles === null ? (rows.length * (rows.length - 1)) / 2 : twoFiles * (rows.length - twoFiles);
  const model = learnModel(compared, u, all);
  const links = candidates.filter((_, i) => probabilityOf(model, compared[i] ?? { levels: [], rarity: [] }) >= 0.5);
  return { candidates, links };
}

function score(rows: readonly Row[], pairs: readonly Pair[]) {
  const person = (i: number) => personOf(rows[i]?.id ?? '');
  const good = pairs.filter(([a, b]) => person(a) === person(b)).length;
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(personOf(row.id), (sizes.get(personOf(row.id)) ?? 0) + 1);
  const truth = [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const [precision, recall] = [good / pairs.length, good / truth];
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}

const folder = resolve(import.meta.dirname, '../../shared/corpora/matching/febrl');
if (!existsSync(folder)) {
  console.log('The FEBRL files are not at ../shared/corpora/matching/febrl: nothing was measured.');
  process.exit(0);
}
const place: Field[] = ['given', 'surname', 'number', 'street', 'area', 'suburb', 'postcode', 'state'];
const three = rowsOf(`${folder}/dataset3.csv`);
const fourA = rowsOf(`${folder}/dataset4a.csv`);
const four = [...fourA, ...rowsOf(`${folder}/dataset4b.csv`)];
const runs = [
  { name: 'set 3, all fields', rows: three, fields: columns, twoFiles: null, least: 0.998 },
  { name: 'set 3, name and place', rows: three, fields: place, twoFiles: null, least: 0.98 },
  { name: 'set 4, all fields', rows: four, fields: columns, twoFiles: fourA.length, least: 0.998 },
  { name: 'set 4, name and place', rows: four, fields: place, twoFiles: fourA.length, least: 0.97 },
];
for (const { name, rows, fields, twoFiles, least } of runs) {
  const started = performance.now();
  const { candidates, links } = link(rows, fields, twoFiles);
  const { precision, recall, f1 } = score(rows, links);
  const reach = score(rows, candidates).recall;
  const figures = [
    `F1 ${f1.toFixed(4)} (at least ${least})`,
    `precision ${precision.toFixed(4)}`,
    `recall ${recall.toFixed(4)}`,
    `${candidates.length} pairs compared, which hold ${reach.toFixed(4)} of the true ones`,
    `${((performance.now() - started) / 1000).toFixed(1)} s`,
  ];
  console.log(`${name.padEnd(22)} ${figures.join('  ')}`);
  if (f1 < least) process.exitCode = 1;
}
