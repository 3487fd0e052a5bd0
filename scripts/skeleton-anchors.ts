import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The code of the readers, without what is no reader of a page. */
export const readerSources = (root: string): string =>
  readdirSync(join(root, 'readers'))
    .filter((file) => file.endsWith('.ts') && !/^(?:skeleton|sites|all|detect)/.test(file))
    .map((file) => readFileSync(join(root, 'readers', file), 'utf8'))
    .join('\n');

/** What selectors in a piece of code name of pages: classes, ids and values of attributes; and attributes. */
export function anchorsIn(code: string): { names: string[]; attributes: string[] } {
  const names = new Set<string>();
  const attributes = new Set<string>();
  const bare = code.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g, '');
  for (const [, , literal = ''] of bare.matchAll(/(['"`])((?:\\.|(?!\1)[^\\\n])*)\1/g)) {
    if (/\.ts$|^node:/.test(literal)) continue;
    const selector = literal.replace(/\$\{[^}]*\}/g, ' ');
    for (const [, name = ''] of selector.matchAll(/(?:^|[^\w.)])[.#](-?[A-Za-z_][\w-]*)/g)) names.add(name);
    for (const [, name = '', , value] of selector.matchAll(/\[([a-z][\w-]*)(?:([*^$~|]?)=["']?([^\]"'\s]*))?/g)) {
      attributes.add(name);
      if (value && /^[A-Za-z][\w-]*$/.test(value)) names.add(value);
    }
    if (/^data-[a-z-]+$/.test(literal)) attributes.add(literal);
  }
  const sorted = (set: Set<string>) => [...set].filter((word) => word.length > 1).sort();
  return { names: sorted(names), attributes: sorted(attributes) };
}
