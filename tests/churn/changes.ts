import { visible } from '../../readers/visible.ts';
import type { Marks } from '../fixtures/sites/marks.ts';

/** What a change of a page works with. */
export type Page = {
  /** The document in which the site draws itself: that of a frame, where it has one. */
  document: Document;
  marks: Marks;
  next: () => number;
  /** Whether a text is a name, an address or a title: no language changes it. */
  kept(text: string): boolean;
};

/** What a change leaves to be done after the page was read once: a part that comes late. */
export type Late = (() => void) | undefined;

const pick = <T>(next: () => number, from: readonly T[]): T | undefined => from[Math.floor(next() * from.length)];

const outOfTables = (e: Element): boolean =>
  !/^(?:table|tbody|thead|tr|td|th|ul|ol|li|dl|dt|dd|iframe|select|option|svg|path|html|head|body|input|textarea)$/.test(
    e.localName,
  );

/** A part of the page that shows or holds something, outside of bodies and of the lists of other occasions. */
function some({ document, marks, next }: Page, fits: (e: Element) => boolean): Element | undefined {
  const all = [...document.body.querySelectorAll('*')];
  for (let tries = 0; tries < 60; tries++) {
    const e = pick(next, all);
    if (e && visible(e) && !e.closest(marks.nobody) && fits(e)) return e;
  }
  return undefined;
}

const people = (root: Element, marks: Marks): Element[] =>
  [root, ...root.querySelectorAll('*')].filter((e) => e.matches(marks.shows) && !e.closest(marks.nobody));

const holdsTitle = (e: Element): boolean =>
  e.matches('h1,h2,[role=heading]') || e.querySelector('h1,h2,[role=heading]') !== null;

const inline = /^(?:span|b|a|i|em|strong|img|button|time|font|label)$/;

function renamed(element: Element, tag: string): Element {
  const now = element.ownerDocument.createElement(tag);
  for (const { name, value } of element.attributes) now.setAttribute(name, value);
  now.append(...element.childNodes);
  element.replaceWith(now);
  return now;
}

/** The part of a class name that a build made: after `--` or `__`, or all of a short one with digits or both cases. */
function generated(name: string): [string, string] | null {
  const module = /^(.*?(?:--|__|_))([A-Za-z0-9]{2,8})$/.exec(name);
  if (module?.[2] && /\d|[a-z][A-Z]/.test(module[2])) return [module[1] ?? '', module[2]];
  const short = /^(?=.*(?:\d|[a-z][A-Z]|[A-Z][a-z]))[A-Za-z0-9]{2,7}$/.test(name);
  return short ? ['', name] : null;
}

const foreign = [
  'абвгдежзиклмнопрстуфхцчшщ',
  'αβγδεζηθικλμνξοπρστυφχψω',
  'ぁいうえおかきくけこさしすせそ',
  'غظضذخثتشرقصفعسنملكي',
];

/** The ways in which a site changes its pages while they keep their meaning, by name. */
export const changes: Record<string, (page: Page) => Late> = {
  'rename generated classes': ({ document, next }) => {
    const names = new Map<string, string>();
    for (const e of document.body.querySelectorAll('[class]'))
      for (const name of [...e.classList]) {
        const parts = generated(name);
        if (!parts) continue;
        if (!names.has(name)) names.set(name, `${parts[0]}z${Math.floor(next() * 1e5)}q`);
        e.classList.replace(name, names.get(name) ?? name);
      }
    return undefined;
  },
  wrap: (page) => {
    for (let i = 0; i < 3; i++) {
      const part = some(
        page,
        (e) =>
          outOfTables(e) &&
          e.parentElement !== null &&
          !/^(?:tr|tbody|table|ul|ol|dl|select)$/.test(e.parentElement.localName),
      );
      if (!part) continue;
      const wrapper = page.document.createElement(inline.test(part.localName) ? 'span' : 'div');
      wrapper.className = `w${Math.floor(page.next() * 1e4)}`;
      part.before(wrapper);
      wrapper.append(part);
    }
    return undefined;
  },
  'reorder siblings': (page) => {
    const bare = (e: Element) => people(e, page.marks).length === 0;
    const free = (a: Element, b: Element) =>
      (bare(a) && bare(b)) ||
      ((bare(a) || bare(b)) &&
        [a, b].some(
          (e) =>
            bare(e) && (holdsTitle(e) || e.matches(page.marks.nobody) || !/[\p{L}\p{N}]/u.test(e.textContent ?? '')),
        ));
    const part = some(page, (e) => {
      const after = e.nextElementSibling;
      // A label before a row of people belongs to it.
      return (
        after !== null &&
        outOfTables(e) &&
        outOfTables(after) &&
        free(e, after) &&
        !e.parentElement?.closest(page.marks.shows)
      );
    });
    const rowed =
      part?.parentElement &&
      people(part.parentElement, page.marks).length > 0 &&
      bare(part) &&
      part.nextElementSibling &&
      bare(part.nextElementSibling);
    if (!rowed) part?.nextElementSibling?.after(part);
    return undefined;
  },
  'swap tag names': (page) => {
    const other: Record<string, string[]> = {
      div: ['section', 'article', 'div'],
      span: ['b', 'strong', 'span'],
      section: ['div'],
      article: ['div'],
      main: ['div'],
      h1: ['h2'],
      h2: ['h3', 'h1'],
      b: ['span'],
      header: ['div'],
    };
    for (let i = 0; i < 4; i++) {
      const part = some(page, (e) => other[e.localName] !== undefined);
      if (part) renamed(part, pick(page.next, other[part.localName] ?? []) ?? 'div');
    }
    return undefined;
  },
  'change language': ({ document, next, kept, marks }) => {
    const letters = pick(next, foreign) ?? '';
    const other = (text: string) =>
      text.replace(/\S*@\S*|\p{L}/gu, (c) =>
        c.includes('@') ? c : (letters[(c.codePointAt(0) ?? 0) % letters.length] ?? c),
      );
    const walker = document.createTreeWalker(document.body, 4);
    const texts: Text[] = [];
    while (walker.nextNode()) texts.push(walker.currentNode as Text);
    for (const text of texts)
      if (text.parentElement && !text.parentElement.closest(marks.nobody) && !kept(text.data))
        text.data = other(text.data);
    for (const e of document.body.querySelectorAll('[aria-label]')) {
      const label = e.getAttribute('aria-label') ?? '';
      if (!kept(label)) e.setAttribute('aria-label', other(label));
    }
    return undefined;
  },
  'move the pane': ({ document, next, marks }) => {
    const [holder] = [...document.body.children].filter((e) => people(e, marks).length > 0);
    if (!holder || holder.localName === 'iframe') return undefined;
    const rest = [...document.body.children].filter((e) => e !== holder);
    if (next() < 0.5) {
      const shell = document.createElement('div');
      document.body.prepend(shell);
      shell.append(holder);
    } else if (rest.length > 0)
      pick(next, [() => document.body.prepend(holder), () => document.body.append(holder)])?.();
    return undefined;
  },
  'hidden duplicate': (page) => {
    const part = some(page, (e) => people(e, page.marks).length > 0 && e.localName !== 'body' && outOfTables(e));
    const copy = part?.cloneNode(true) as HTMLElement | undefined;
    if (!part || !copy) return undefined;
    for (const e of [copy, ...copy.querySelectorAll('*')]) {
      for (const { name, value } of [...e.attributes])
        if (value.includes('@'))
          e.setAttribute(name, value.replace(/[^\s<>,;:"]+@[^\s<>,;"]+/g, 'decoy@hidden.example'));
      for (const node of e.childNodes)
        if (node.nodeType === 3)
          (node as Text).data = (node as Text).data.replace(/[^\s<>,;:]+@[^\s<>,;]+/g, 'decoy@hidden.example');
    }
    if (page.next() < 0.5) copy.setAttribute('hidden', '');
    else copy.setAttribute('style', 'display: none');
    if (page.next() < 0.5) part.before(copy);
    else part.after(copy);
    return undefined;
  },
  'delay a part': (page) => {
    const part = some(page, (e) => people(e, page.marks).length > 0 || holdsTitle(e));
    if (!part?.parentNode) return undefined;
    const place = page.document.createComment('late');
    part.replaceWith(place);
    return () => place.replaceWith(part);
  },
};
