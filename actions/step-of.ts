import type { Matter, Step } from '../records/matter.ts';
import { Problem } from '../records/problem.ts';
import type { Act } from '../storage/journal.ts';

/** The matter and its step. Throws RM-109 when either is gone. */
export async function stepOf(matterId: string, stepId: string, act: Act): Promise<{ matter: Matter; step: Step }> {
  const matter = await act.get('matters', matterId);
  const step = matter.steps.find((one) => one.id === stepId);
  if (step === undefined)
    throw new Problem('RM-109', 'This step is no longer part of the matter. Nothing was written; look again.');
  return { matter, step };
}

/** Writes the matter with one of its steps changed. */
export const putStep = (matter: Matter, step: Step, act: Act): Promise<Matter> =>
  act.put('matters', { ...matter, steps: matter.steps.map((one) => (one.id === step.id ? step : one)) });
