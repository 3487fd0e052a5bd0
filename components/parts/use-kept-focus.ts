import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Keeps the keyboard's place: when what had the focus within `container` goes away with what was done, the focus goes to
 * the first element there that fits `fallback`, instead of to the top of the page.
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>, fallback: string): void {
  const inside = useRef(false);

  useEffect(() => {
    const element = container.current;
    if (element === null) return;
    const entered = () => {
      inside.current = true;
    };
    const left = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget instanceof Node) inside.current = element.contains(relatedTarget);
      // Without a next element it is either a click on nothing, or the element is going away, seen only afterwards.
      else
        setTimeout(() => {
          if ((target as Node).isConnected) inside.current = element.contains(document.activeElement);
        });
    };
    element.addEventListener('focusin', entered);
    element.addEventListener('focusout', left);
    return () => {
      element.removeEventListener('focusin', entered);
      element.removeEventListener('focusout', left);
    };
  }, [container]);

  useLayoutEffect(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (inside.current && lost) container.current?.querySelector<HTMLElement>(fallback)?.focus();
  });
}
