import type { Settings } from '../../../records/settings.ts';
import { Choice } from '../../parts/choice.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

const lengths: readonly (number | null)[] = [30, 90, 180, 365, 730, 1_825, null];
const word = (days: number | null): string => (days === null ? 'always' : String(days));

/** Whether, and for how long, what was seen is kept without typing anything. */
export function KeepingSettings({ settings }: { settings: Settings }) {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  const offered = lengths.includes(settings.keepDays) ? lengths : [settings.keepDays, ...lengths];
  return (
    <Section title={w.keeping}>
      <Toggle
        label={w.keepSeen}
        note={w.keepSeenNote}
        on={settings.keepSeen}
        onChange={(keepSeen) => void run(services.saveSettings({ keepSeen }), keepSeen ? w.keepOn : w.keepOff)}
      />
      <Choice
        label={w.keepDays}
        value={word(settings.keepDays)}
        disabled={!settings.keepSeen}
        onChange={(value) =>
          void run(services.saveSettings({ keepDays: value === 'always' ? null : Number(value) }), w.saved)
        }
        items={offered.map((days) => ({
          value: word(days),
          label: days === null ? w.always : w.keepFor({ days }),
        }))}
      />
      <p className="fine">{w.keepDaysNote}</p>
    </Section>
  );
}
