/** The planner's screens, in the order of the navigation. Stable: other pages and tests link to them. */
export const screens = [
  'today',
  'people',
  'tips',
  'introductions',
  'matters',
  'reviews',
  'practice',
  'import',
  'settings',
] as const;
export type Screen = (typeof screens)[number];

/** Where the planner is: a screen and perhaps one record of it, such as one person. */
export interface Route {
  screen: Screen;
  id: string | null;
}

/** `#/people/doubles`: under the people, where a person's id would stand, which is never so short. */
export const duplicatesId = 'doubles';

const isScreen = (word: string): word is Screen => (screens as readonly string[]).includes(word);

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** The route of a location's hash such as `#/people/<id>`; anything unknown is today. */
export function parseRoute(hash: string): Route {
  const [screen = '', id] = hash.replace(/^#\/?/, '').split(/[?#]/, 1)[0]?.split('/') ?? [];
  if (!isScreen(screen)) return { screen: 'today', id: null };
  return { screen, id: id ? decoded(id) : null };
}

/** The hash of a route. */
export const hrefOf = (screen: Screen, id: string | null = null): string =>
  id === null ? `#/${screen}` : `#/${screen}/${encodeURIComponent(id)}`;

/** Whether a hash such as `#/matters?new` asks for something new to be begun on its screen. */
export const asksForNew = (hash: string): boolean => /\?new$/.test(hash);
