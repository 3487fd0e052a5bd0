import { type RefObject, useEffect, useRef } from 'react';

/** For the one record that the address names: comes into view and takes the focus, once. */
export function usePointed(pointed: boolean): RefObject<HTMLLIElement | null> {
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!pointed || item.current === null) return;
    item.current.tabIndex = -1;
    item.current.scrollIntoView({ block: 'center' });
    item.current.focus({ preventScroll: true });
  }, [pointed]);
  return item;
}
