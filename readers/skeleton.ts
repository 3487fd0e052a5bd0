/** Attributes whose values say how the page is built and never who is in it. */
const kept = /^(?:role|class|jsname|aria-(?:expanded|hidden|level|modal|checked))$/;
/** Values are shown only if they are names that a programmer gave: short, no digits in a row that could identify. */
const plain = /^[A-Za-z][A-Za-z0-9_-]{0,7}$/;

const shown = (value: string): string =>
  value
    .split(/[\s;]+/)
    .filter((word) => word !== '')
    .map((word) => (plain.test(word) ? word : '*'))
    .join(' ')
    .slice(0, 120);

/**
 * The page's outline for a report: tags, the names of attributes, values only of those that describe structure and only
 * words of at most eight letters and digits. No text, no address, no longer identifier. Scripts, styles, bodies of
 * messages and everything deeper than 40 levels or beyond `limit` elements are left out ("…").
 */
export function censoredSkeleton(document: Document, limit = 3_000): string {
  const lines: string[] = [];
  let left = limit;
  const walk = (element: Element, depth: number): void => {
    if (left-- <= 0 || depth > 40) return;
    const tag = plain.test(element.localName) ? element.localName : '*';
    if (/^(?:script|style|noscript|svg|link|meta|head|template|iframe)$/.test(tag)) return;
    const attributes = [...element.attributes].map(({ name, value }) => {
      const attribute = /^[a-z][a-z-]{0,30}$/.test(name) ? name : '*';
      if (name === 'style') return /display:\s*none/.test(value) ? 'style="display:none"' : 'style';
      if (name === 'id') return plain.test(value) ? `id=${value}` : 'id';
      return kept.test(name) && value !== '' ? `${attribute}="${shown(value)}"` : attribute;
    });
    lines.push(`${' '.repeat(depth)}<${[tag, ...attributes].join(' ')}>`);
    if (element.matches('.a3s,.ii,[id="xDetDlgDesc"],[id="xDetDlgLoc"],[contenteditable]')) return;
    for (const child of element.children) walk(child, depth + 1);
  };
  walk(document.body, 0);
  if (left <= 0) lines.push('…');
  return lines.join('\n');
}
