/** One line of the bench: ours and its peer, measured in the same run. */
export interface Row {
  name: string;
  /** What was counted over, such as the number of people in the store. */
  n: number;
  unit: string;
  ours: number;
  theirs: number;
  /** Ours over theirs. */
  ratio: number;
  /** What `theirs` is. */
  peer: string;
  /** The most that the ratio may be, where a budget is set; null: none. */
  budget: number | null;
}

/** The middle one of some figures (of an even number, the upper of the two). */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

const round = (figure: number): number => Number(figure.toPrecision(3));

/** A row from the figures of many rounds, in which ours and theirs took turns. */
export function row(
  about: Pick<Row, 'name' | 'n' | 'unit' | 'peer'> & { budget?: number },
  figures: { ours: readonly number[]; theirs: readonly number[] },
): Row {
  const ours = round(median(figures.ours));
  const theirs = round(median(figures.theirs));
  return { ...about, ours, theirs, ratio: round(ours / theirs), budget: about.budget ?? null };
}

/** The rows as one table for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [
    ['what', 'n', 'ours', 'theirs', 'unit', 'ratio', 'budget', 'theirs is'],
    ...rows.map((r) => [
      r.name,
      String(r.n),
      String(r.ours),
      String(r.theirs),
      r.unit,
      String(r.ratio),
      r.budget === null ? '–' : `≤ ${r.budget}${r.ratio > r.budget ? ' (over)' : ''}`,
      r.peer,
    ]),
  ];
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
