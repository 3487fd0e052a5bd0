import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { type KeyDeed, useKeys } from '../keys.ts';
import { hrefOf } from '../route.ts';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { commandsFor } from './commands.ts';
import { FindDialog } from './find-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';

/** The way to find and do anything, from every screen: a button, and the planner's keys. */
export function FindAndKeys({ singles }: { singles: boolean }) {
  const locale = useLocale();
  const { t } = locale;
  const w = t.planner.find;
  const services = useServices();
  const run = useAct();
  const [finding, setFinding] = useState(false);
  const [helping, setHelping] = useState(false);
  const commands = useMemo(
    () =>
      commandsFor(locale, {
        undo: () => void run(services.undoLast(), t.common.undone),
        help: () => setHelping(true),
        print: () => {
          location.hash = hrefOf('today');
          setTimeout(() => print(), 400);
        },
        theme: (theme) => void run(services.saveSettings({ theme }), t.settings.saved),
      }),
    [locale, run, services, t],
  );
  useKeys(singles, (deed: KeyDeed) => {
    switch (deed.does) {
      case 'find':
        setHelping(false);
        setFinding(true);
        break;
      case 'help':
        setHelping(true);
        break;
      case 'undo':
        void run(services.undoLast(), t.common.undone);
        break;
      case 'go':
        location.hash = hrefOf(deed.screen);
        break;
      case 'new':
        location.hash = `${hrefOf(deed.screen)}?new`;
        break;
    }
  });
  return (
    <>
      <Button look="quiet" small={true} icon={<Search aria-hidden="true" />} onClick={() => setFinding(true)}>
        {w.open} {singles ? <kbd>/</kbd> : null}
      </Button>
      <FindDialog open={finding} onOpenChange={setFinding} commands={commands} />
      <KeysDialog open={helping} onOpenChange={setHelping} singles={singles} />
    </>
  );
}
