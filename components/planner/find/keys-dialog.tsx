import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { newKeys, screenKeys } from '../keys.ts';
import { screens } from '../route.ts';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import './find.css';

/** Every key of the planner, and the switch for those that speech input might press. */
export function KeysDialog({
  open,
  onOpenChange,
  singles,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  singles: boolean;
}) {
  const { t } = useLocale();
  const w = t.planner.find;
  const services = useServices();
  const run = useAct();
  const rows: [string, string][] = [
    ['/ · Ctrl K · ⌘ K', w.title],
    ['?', w.keys],
    ['Ctrl Z · ⌘ Z', w.undo],
    ['Ctrl ↵ · ⌘ ↵', w.saveForm],
    ['Esc', w.closeIt],
    ['↑ ↓', w.arrows],
    ...screens.map((screen): [string, string] => [
      `g ${screenKeys[screen]}`,
      w.goTo({ screen: t.planner.nav[screen] }),
    ]),
    ...newKeys.map((screen): [string, string] => [
      `n ${screenKeys[screen]}`,
      w.newOf[screen as 'people' | 'tips' | 'introductions' | 'matters'],
    ]),
    ['Alt Shift R', w.popup],
    ['Alt Shift T', w.captureAnywhere],
    ['Alt Shift P', w.sidePanel],
  ];
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={w.keys}>
      <dl className="key-list">
        {rows.map(([keys, what]) => (
          <div key={keys} style={{ display: 'contents' }}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <Toggle
        label={w.singles}
        note={w.singlesNote}
        on={singles}
        onChange={(singleKeys) => void run(services.saveSettings({ singleKeys }), t.settings.saved)}
      />
    </Dialog>
  );
}
