import { useEffect, useState } from 'react';
import { asksForNew, parseRoute, type Route } from './route.ts';

/** The route of the address bar. `moved`: the user has gone from one to another since the page was opened; `asked`: how often for something new. */
export function useRoute(): { route: Route; moved: boolean; asked: number } {
  const [state, setState] = useState(() => ({ hash: location.hash, moved: false, asked: 0 }));
  useEffect(() => {
    const onMove = () =>
      setState((before) => ({
        hash: location.hash,
        moved: true,
        asked: before.asked + Number(asksForNew(location.hash)),
      }));
    addEventListener('hashchange', onMove);
    return () => removeEventListener('hashchange', onMove);
  }, []);
  return { route: parseRoute(state.hash), moved: state.moved, asked: state.asked };
}
