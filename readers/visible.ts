/** Documents that were seen laid out; a test DOM never is. */
const laidOut = new WeakSet<Document>();

function hasLayout(document: Document): boolean {
  if (laidOut.has(document)) return true;
  if (document.documentElement.clientWidth === 0) return false;
  laidOut.add(document);
  return true;
}

/** Hidden by an attribute or by its own inline style, which a DOM without layout can tell too. */
const hiddenItself = (element: Element): boolean =>
  element.hasAttribute('hidden') ||
  /(?:^|[;\s])(?:display:\s*none|visibility:\s*(?:hidden|collapse))/i.test(element.getAttribute('style') ?? '');

/**
 * Whether the element is on the screen or could be scrolled to: connected, no hidden ancestor, and with a box where the
 * document has layout. `offsetParent` is no test: it is null for `position: fixed`.
 */
export function visible(element: Element): boolean {
  if (!element.isConnected) return false;
  if (hasLayout(element.ownerDocument))
    return element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
  for (let e: Element | null = element; e; e = e.parentElement) if (hiddenItself(e)) return false;
  return true;
}

/** The text of what is visible in an element, a title with its hidden words for screen readers left out. */
export function shownText(element: Element): string {
  let text = '';
  const add = (node: Node): void => {
    if (text.length > 5_000) return;
    if (node.nodeType === 3) text += node.nodeValue ?? '';
    else if (node.nodeType === 1 && visible(node as Element)) node.childNodes.forEach(add);
  };
  element.childNodes.forEach(add);
  return text;
}

/** The text of an element that shows one text and nothing else, null for one with several: they may not belong together. */
export function soleText(element: Element): string | null {
  const found: string[] = [];
  const add = (node: Node): void => {
    if (node.nodeType === 3) {
      if (node.nodeValue?.trim()) found.push(node.nodeValue);
    } else if (node.nodeType === 1 && visible(node as Element)) node.childNodes.forEach(add);
  };
  element.childNodes.forEach(add);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** The first visible element under `root` that matches. */
export const firstVisible = (root: ParentNode, selector: string): Element | undefined => visibleAll(root, selector)[0];

/** Whether a part that is folded away as a whole (`root`) would show the element if it were opened, as far as attributes tell. */
export function shownWhenOpen(element: Element, root: Element): boolean {
  for (let e: Element | null = element; e && e !== root; e = e.parentElement) if (hiddenItself(e)) return false;
  return true;
}

/** The elements under `root` that match and are visible, in document order. */
export function visibleAll(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll(selector)].filter(visible);
}
