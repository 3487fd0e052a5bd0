import type { Settings } from '../../../records/settings.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Options } from '../../parts/options.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** Language, theme, and where the panel is shown. */
export function LookSettings({ settings }: { settings: Settings }) {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  return (
    <Section title={w.look}>
      <Options
        label={w.language}
        value={settings.language}
        onChange={(language) => void run(services.saveSettings({ language }), w.saved)}
        items={[
          { value: 'auto', label: w.asBrowser },
          { value: 'en', label: 'English' },
          { value: 'zh-CN', label: '简体中文' },
        ]}
      />
      <Options
        label={w.theme}
        value={settings.theme}
        onChange={(theme) => void run(services.saveSettings({ theme }), w.saved)}
        items={[
          { value: 'auto', label: w.asSystem },
          { value: 'light', label: w.light },
          { value: 'dark', label: w.dark },
        ]}
      />
      <Options
        label={w.panel}
        value={settings.panel}
        onChange={(panel) => void run(services.saveSettings({ panel }), w.saved)}
        items={[
          { value: 'frame', label: w.panelFrame },
          { value: 'side-panel', label: w.panelSide },
        ]}
      />
      <p className="fine">{w.panelNote}</p>
    </Section>
  );
}
