import { lineOf } from './text.ts';
import { visible } from './visible.ts';

/** A thing that a page describes in a published vocabulary: its types (last part of each) and what is said of it. */
export type Thing = { types: string[]; says: Map<string, (string | Thing)[]> };

const newThing = (types: string[]): Thing => ({
  types: types.map((type) => type.replace(/^.*[/#:]/, '')),
  says: new Map(),
});

function say(thing: Thing, property: string, value: string | Thing | null): void {
  if (value === null || value === '') return;
  const there = thing.says.get(property);
  if (there) there.push(value);
  else thing.says.set(property, [value]);
}

/** Longest piece of JSON-LD that is looked at, and how deep. */
const longest = 200_000;
const deepest = 6;

function fromJson(value: unknown, depth: number): string | Thing | null {
  if (typeof value === 'string') return lineOf(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > deepest) return null;
  const { '@type': type, ...rest } = value as Record<string, unknown>;
  const thing = newThing([type].flat().filter((one) => typeof one === 'string'));
  for (const [property, said] of Object.entries(rest))
    for (const one of [said].flat().slice(0, 1_000)) say(thing, property, fromJson(one, depth + 1));
  return thing;
}

/** The things that a page's JSON-LD blocks name at the top, or in a graph. Broken blocks are passed over. */
export function jsonThings(document: Document): Thing[] {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > longest) continue;
    try {
      const data: unknown = JSON.parse(text);
      const graph = (data as { '@graph'?: unknown } | null)?.['@graph'];
      for (const one of [graph ?? data].flat()) {
        const thing = fromJson(one, 0);
        if (thing !== null && typeof thing !== 'string') things.push(thing);
      }
    } catch {
      // Not ours to mend.
    }
  }
  return things;
}

const written = (element: Element): string | null =>
  element.getAttribute('content') ??
  element.getAttribute('datetime') ??
  (element.matches('a,link,area') ? element.getAttribute('href') : null) ??
  lineOf(element.textContent);

/** On the screen, or one of those that never are and speak for their parent. */
const shown = (element: Element): boolean =>
  element.matches('meta,link')
    ? element.parentElement !== null && visible(element.parentElement) && !element.matches('[hidden],[style*="none"]')
    : visible(element);

function fromItem(item: Element, depth: number): Thing {
  const thing = newThing((item.getAttribute('itemtype') ?? '').split(/\s+/));
  for (const element of item.querySelectorAll('[itemprop]')) {
    if (element.parentElement?.closest('[itemscope]') !== item || !shown(element)) continue;
    const value =
      element.hasAttribute('itemscope') && depth < deepest ? fromItem(element, depth + 1) : written(element);
    for (const property of (element.getAttribute('itemprop') ?? '').split(/\s+/)) say(thing, property, value);
  }
  return thing;
}

/** Microformats' names (version 2 and the classic ones) for what the published vocabulary calls so. */
const microformat: Record<string, string> = {
  'p-name': 'name',
  fn: 'name',
  summary: 'name',
  'dt-start': 'startDate',
  dtstart: 'startDate',
  'dt-end': 'endDate',
  dtend: 'endDate',
  'u-email': 'email',
  email: 'email',
  'p-organizer': 'organizer',
  organizer: 'organizer',
  'p-attendee': 'attendee',
  attendee: 'attendee',
  'u-uid': 'identifier',
  uid: 'identifier',
};
const events = '.h-event,.vevent';
const cards = '.h-card,.vcard';

function fromFormat(root: Element): Thing {
  const thing = newThing([root.matches(events) ? 'Event' : 'Person']);
  for (const element of root.querySelectorAll(
    Object.keys(microformat)
      .map((name) => `.${name}`)
      .join(),
  )) {
    const within = element.parentElement?.closest(`${events},${cards}`);
    if (within !== root || !shown(element)) continue;
    // A card may be marked on the same element as the role that it plays.
    const inner = element.matches(cards) ? element : element.querySelector(cards);
    const said = /^p-|^(?:organizer|attendee)$/;
    for (const name of element.classList) {
      const property = microformat[name];
      if (property === undefined) continue;
      const isRole = property === 'organizer' || property === 'attendee';
      const value = element.getAttribute('title') ?? written(element);
      say(thing, property, isRole && inner !== null && said.test(name) ? fromFormat(inner) : value);
    }
  }
  if (!thing.says.has('name') && root.matches('.h-card')) {
    const own = root.matches('a[href^="mailto:" i]') ? null : lineOf(root.textContent);
    say(thing, 'name', own);
  }
  if (!thing.says.has('email') && root.matches('a[href^="mailto:" i]')) say(thing, 'email', root.getAttribute('href'));
  return thing;
}

/** The things that a page describes in what is on the screen: microdata and microformats, the outermost of each. */
export function seenThings(root: Element): Thing[] {
  const outermost = (selector: string) =>
    [...root.querySelectorAll(selector)].filter((one) => !one.parentElement?.closest(selector) && visible(one));
  return [
    ...outermost('[itemscope][itemtype]').map((item) => fromItem(item, 0)),
    ...outermost(`${events},${cards}`).map(fromFormat),
  ];
}

/** The first text said of a thing by that property. */
export const textOf = (thing: Thing, property: string): string | null =>
  thing.says.get(property)?.find((value) => typeof value === 'string') ?? null;
