/** What a mutation works with. `replaced` is told when a node takes the place of another. */
export type Tools = {
  document: Document;
  next: () => number;
  /** Some element that may be changed and fits: on the screen, and nothing that a message or a description holds. */
  some: (fits?: (element: Element) => boolean) => Element | undefined;
  replaced(old: Element, now: Element): void;
  /** A text that no language changes: it holds somebody's name. */
  kept(text: string): boolean;
};

const pick = <T>(next: () => number, from: T[]): T | undefined => from[Math.floor(next() * from.length)];
const textsOf = (element: Element): Text[] => {
  const walker = element.ownerDocument.createTreeWalker(element, 4);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
};
const foreign = 'абвгдежзиклмнопрстуфхцчшщ';
/** Other letters for the letters, so that no word is left; digits and punctuation stay. */
const translated = (text: string): string =>
  text.replace(/\S*@\S*|\p{L}/gu, (c) =>
    c.includes('@') ? c : (foreign[(c.codePointAt(0) ?? 0) % foreign.length] ?? c),
  );

/** The ways in which a page is changed under a reader, by name. */
export const mutations: Record<string, (tools: Tools) => void> = {
  remove: ({ some }) => some()?.remove(),
  repeat: ({ some }) => {
    const part = some();
    part?.after(part.cloneNode(true));
  },
  move: ({ next, some }) => {
    const part = some();
    const target = some((e) => !part?.contains(e));
    if (part && target) target.insertBefore(part, pick(next, [...target.childNodes, null]) ?? null);
  },
  'swap tag': ({ document, next, some, replaced }) => {
    const part = some();
    if (!part) return;
    const now = document.createElement(pick(next, ['div', 'span', 'section', 'b']) ?? 'div');
    for (const { name, value } of part.attributes) now.setAttribute(name, value);
    now.append(...part.childNodes);
    part.replaceWith(now);
    replaced(part, now);
  },
  translate: ({ some, kept }) => {
    const part = some();
    if (!part) return;
    for (const text of textsOf(part)) if (!kept(text.data)) text.data = translated(text.data);
    for (const e of [part, ...part.querySelectorAll('[aria-label]')]) {
      const label = e.getAttribute('aria-label');
      if (label && !kept(label)) e.setAttribute('aria-label', translated(label));
    }
  },
  'rename class': ({ document, next, some }) => {
    const name = pick(next, [...(some()?.classList ?? [])]);
    if (!name) return;
    const other = `z${Math.floor(next() * 1e6)}`;
    for (const e of [...document.getElementsByClassName(name)]) e.classList.replace(name, other);
  },
  wrap: ({ document, next, some }) => {
    const part = some();
    const wrapper = document.createElement(pick(next, ['div', 'span']) ?? 'div');
    part?.before(wrapper);
    if (part) wrapper.append(part);
  },
  reorder: ({ next, some }) => {
    const part = some((e) => e.children.length > 1);
    const children = [...(part?.children ?? [])].map((child) => ({ child, at: next() }));
    for (const { child } of children.sort((a, b) => a.at - b.at)) part?.append(child);
  },
  'hidden duplicate': ({ some }) => {
    const part = some();
    const copy = part?.cloneNode(true) as HTMLElement | undefined;
    if (!part || !copy) return;
    for (const e of [copy, ...copy.querySelectorAll('*')])
      for (const { name, value } of [...e.attributes])
        if (value.includes('@')) e.setAttribute(name, 'decoy@hidden.example');
    copy.setAttribute('style', 'display: none');
    part.before(copy);
  },
  'remove text': ({ next, some }) => {
    const part = some();
    if (part)
      pick(
        next,
        textsOf(part).filter((text) => !/[,،、，;\d]/.test(text.data)),
      )?.remove();
  },
  'hide a pane': ({ some }) => {
    const part = some((e) => e.matches('[role=main],[role=dialog],[role=listitem],[role=tree]'));
    part?.setAttribute('style', 'display: none');
  },
};
