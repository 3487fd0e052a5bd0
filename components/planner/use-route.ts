import { useEffect, useState } from 'react';
import { parseRoute, type Route } from './route.ts';

/** The route of the address bar. `moved`: the user has gone from one to another since the page was opened. */
export function useRoute(): { route: Route; moved: boolean } {
  const [state, setState] = useState(() => ({ hash: location.hash, moved: false }));
  useEffect(() => {
    const onMove = () => setState({ hash: location.hash, moved: true });
    addEventListener('hashchange', onMove);
    return () => removeEventListener('hashchange', onMove);
  }, []);
  return { route: parseRoute(state.hash), moved: state.moved };
}
