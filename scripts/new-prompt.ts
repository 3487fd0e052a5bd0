import { resolve } from 'node:path';
import { checkedName, write } from './scaffold/edit.ts';
import { promptScaffold } from './scaffold/prompt.ts';

/** `npm run new:prompt -- NAME`: a new kind of prompt, green from the start. */
const root = resolve(import.meta.dirname, '..');

try {
  const name = checkedName(process.argv[2]);
  const written = write(root, promptScaffold(name));
  console.log(`${written.join('\n')}

It is green from the start, and prompts about people tagged “${name}”: npx vitest run tests/unit/prompts
Now say in prompts/${name}.ts what it is about, what it is worth in prompts/weights.ts, and its words in locales/.`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
