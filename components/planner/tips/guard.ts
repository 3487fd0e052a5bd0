import type { TipRow } from '../../../records/planner.ts';

/** Why giving this tip to one more person should be thought over. `people`: who has it, or was promised it, already. */
export type GuardWarning =
  | { is: 'confidential' }
  | { is: 'over'; at: number }
  | { is: 'not-named' }
  | { is: 'becomes-common'; people: string[] }
  | { is: 'had-it' };

/** What to say before a tip is planned for a person. `now` in epoch ms. */
export function guardWarnings(row: TipRow, personId: string | null, now: number): GuardWarning[] {
  const { tip, shares } = row;
  const warnings: GuardWarning[] = [];
  if (tip.confidential) warnings.push({ is: 'confidential' });
  if (tip.expiresAt !== null && tip.expiresAt < now) warnings.push({ is: 'over', at: tip.expiresAt });
  if (personId === null) return warnings;
  const live = shares.filter(({ share }) => share.state !== 'skipped');
  if (live.some(({ person }) => person.id === personId)) warnings.push({ is: 'had-it' });
  if (tip.reach === 'few' && !tip.few.includes(personId)) warnings.push({ is: 'not-named' });
  const others = live.filter(({ person }) => person.id !== personId).map(({ person }) => person.name);
  if (tip.reach === 'one' && others.length > 0) warnings.push({ is: 'becomes-common', people: [...new Set(others)] });
  return warnings;
}
