import type { Locale } from '../../parts/locale-context.tsx';
import { newKeys, screenKeys } from '../keys.ts';
import { hrefOf, screens } from '../route.ts';

/** Something to do, by name. `keys`: what does the same from the keyboard. */
export interface Command {
  id: string;
  label: string;
  keys: string | null;
  run: () => void;
}

/** Every command of the planner, in the order in which they are offered. */
export function commandsFor(
  { t }: Locale,
  hands: { undo: () => void; help: () => void; print: () => void; theme: (theme: 'light' | 'dark' | 'auto') => void },
): Command[] {
  const w = t.planner.find;
  const go = (hash: string) => () => {
    location.hash = hash;
  };
  return [
    ...newKeys.map((screen) => ({
      id: `new ${screen}`,
      label: w.newOf[screen as 'people' | 'tips' | 'introductions' | 'matters'],
      keys: `n ${screenKeys[screen]}`,
      run: go(`${hrefOf(screen)}?new`),
    })),
    ...screens.map((screen) => ({
      id: `go ${screen}`,
      label: w.goTo({ screen: t.planner.nav[screen] }),
      keys: `g ${screenKeys[screen]}`,
      run: go(hrefOf(screen)),
    })),
    { id: 'undo', label: w.undo, keys: 'Ctrl Z', run: hands.undo },
    { id: 'print', label: w.print, keys: null, run: hands.print },
    ...(['light', 'dark', 'auto'] as const).map((theme) => ({
      id: `theme ${theme}`,
      label: w.theme[theme],
      keys: null,
      run: () => hands.theme(theme),
    })),
    { id: 'backup', label: w.backup, keys: null, run: go(hrefOf('settings')) },
    { id: 'help', label: w.keys, keys: '?', run: hands.help },
  ];
}
