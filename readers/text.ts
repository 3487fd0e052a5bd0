/** Marks of writing direction and zero-width characters, which sites put around names and times. */
const invisible = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/** One line of a page's text: no invisible marks, white space folded, at most 500 UTF-16 units; null where nothing is left. */
export function lineOf(text: string | null | undefined): string | null {
  const line = (text ?? '').slice(0, 5_000).replace(invisible, '').replace(/\s+/g, ' ').trim();
  return line === ''
    ? null
    : line
        .slice(0, 500)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trim();
}

/** An element's text as one line, with emoji that a site draws as pictures (`img[data-emoji]`, else `alt`). */
export function titleText(element: Element): string | null {
  let text = '';
  const add = (node: Node): void => {
    if (text.length > 5_000) return;
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1) {
      const child = node as Element;
      const emoji = child.getAttribute('data-emoji') ?? (child.localName === 'img' ? child.getAttribute('alt') : null);
      if (emoji !== null) text += emoji;
      else child.childNodes.forEach(add);
    }
  };
  element.childNodes.forEach(add);
  return lineOf(text);
}
