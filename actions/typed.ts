/** Lines as typed into a list: trimmed, without empty ones and repeats. */
export const lines = (typed: readonly string[]): string[] => [
  ...new Set(typed.map((line) => line.trim()).filter((line) => line !== '')),
];
