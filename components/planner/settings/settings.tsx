import type { Settings } from '../../../records/settings.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Loaded, Screen } from '../screen.tsx';
import { useWatched } from '../services-context.tsx';
import { AboutMe } from './about-me.tsx';
import { AddedSites } from './added-sites.tsx';
import { HabitSettings } from './habit-settings.tsx';
import { ReadingHealth } from './health.tsx';
import { KeepingSettings } from './keeping-settings.tsx';
import { LookSettings } from './look-settings.tsx';
import { NoticeSettings } from './notice-settings.tsx';
import { SafetySettings } from './safety-settings.tsx';
import './settings.css';
import { SiteSettings } from './site-settings.tsx';

/** What the program reads, keeps and shows; who the user is; backup, restore and erasing. */
export function SettingsScreen() {
  const { t } = useLocale();
  const settings = useWatched('settings', null);
  return (
    <Screen title={t.planner.nav.settings}>
      <Loaded answer={settings}>{(value) => <All settings={value} />}</Loaded>
    </Screen>
  );
}

function All({ settings }: { settings: Settings }) {
  return (
    <div className="settings">
      <AboutMe settings={settings} />
      <SiteSettings settings={settings} />
      <AddedSites settings={settings} />
      <ReadingHealth />
      <KeepingSettings settings={settings} />
      <HabitSettings settings={settings} />
      <NoticeSettings settings={settings} />
      <LookSettings settings={settings} />
      <SafetySettings settings={settings} />
    </div>
  );
}
