import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { View } from './driver.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
// Sent as a function, for our pages run no code handed to them as text.
const install = new Function('arg', source) as (arg: null) => void;

interface Violation {
  id: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** What axe finds wrong with a document as it is now, one line each; none when all is well. */
export async function axeViolations(view: View): Promise<string[]> {
  await view.evaluate(install, null);
  const violations = await view.evaluate(async () => {
    const axe = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    return (await axe.run()).violations;
  }, null);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      (node) =>
        `${id}: ${node.target.join(' ')} – ${(node.failureSummary ?? '').split('\n').slice(1, 3).join(' ').trim()}`,
    ),
  );
}
