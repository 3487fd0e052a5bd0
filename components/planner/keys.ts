import { useEffect, useRef } from 'react';
import type { Screen } from './route.ts';

/** The letter that leads to each screen after `g`, and to what is new there after `n`. */
export const screenKeys: Readonly<Record<Screen, string>> = {
  today: 'd',
  people: 'p',
  tips: 't',
  introductions: 'i',
  matters: 'm',
  reviews: 'r',
  practice: 'w',
  import: 'o',
  settings: 's',
};

/** Screens on which something new is begun by `n` and their letter. */
export const newKeys: readonly Screen[] = ['people', 'tips', 'introductions', 'matters'];

/** What a key does. */
export type KeyDeed =
  | { does: 'find' | 'help' | 'undo' }
  | { does: 'go'; screen: Screen }
  | { does: 'new'; screen: Screen };

/** So long the second key of two may take, ms. */
const patience = 1_500;

/** A key as the browser tells it. */
export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** Somewhere to type in has the focus, or a dialog is open. */
  busy: boolean;
  /** When, ms. */
  at: number;
}

/** Reads keys one after the other: `g` and `n` wait for their letter. `singles`: keys without Ctrl or ⌘ work. */
export function keyReader(): (pressed: PressedKey, singles: boolean) => KeyDeed | null {
  let first: { key: 'g' | 'n'; at: number } | null = null;
  return ({ key, ctrlKey, metaKey, altKey, busy, at }, singles) => {
    const before = first !== null && at - first.at <= patience ? first.key : null;
    first = null;
    if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return { does: 'find' };
    if (busy || altKey) return null;
    if (ctrlKey || metaKey) return key.toLowerCase() === 'z' ? { does: 'undo' } : null;
    if (!singles) return null;
    if (key === '/') return { does: 'find' };
    if (key === '?') return { does: 'help' };
    if (before === null) {
      if (key === 'g' || key === 'n') first = { key, at };
      return null;
    }
    const screen = (Object.keys(screenKeys) as Screen[]).find((one) => screenKeys[one] === key);
    if (screen === undefined) return null;
    if (before === 'g') return { does: 'go', screen };
    return newKeys.includes(screen) ? { does: 'new', screen } : null;
  };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable=true]') !== null;

/** Listens for the planner's keys while the component is shown. */
export function useKeys(singles: boolean, onDeed: (deed: KeyDeed) => void): void {
  const deed = useRef(onDeed);
  deed.current = onDeed;
  useEffect(() => {
    const read = keyReader();
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const busy = isTyping(event.target) || document.querySelector('[role=dialog], [role=alertdialog]') !== null;
      const { key, ctrlKey, metaKey, altKey } = event;
      const found = read({ key, ctrlKey, metaKey, altKey, busy, at: performance.now() }, singles);
      if (found === null) return;
      event.preventDefault();
      deed.current(found);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [singles]);
}
