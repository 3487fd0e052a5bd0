import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Panel } from '../../components/panel/panel.tsx';
import { Page } from '../../components/parts/page.tsx';
import { ServicesContext } from '../../components/planner/services-context.tsx';
import { AddedSites } from '../../components/planner/settings/added-sites.tsx';
import { ReadingHealth } from '../../components/planner/settings/health.tsx';
import type { AddableSite } from '../../components/popup/add-site.tsx';
import { Popup, type PopupSite } from '../../components/popup/popup.tsx';
import '../../components/planner/planner.css';
import '../../components/planner/settings/settings.css';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { newSettings } from '../../records/settings.ts';
import { now, views } from './briefs.ts';
import { clientShowing } from './client.ts';
import { addedSites, siteServices } from './sites.ts';

/** Draws the screen named in the address: `?screen=panel&look=rich&language=zh-CN&theme=dark`. */
const asked = new URLSearchParams(location.search);
const language = (asked.get('language') ?? 'en') as 'en' | 'zh-CN';
const theme = (asked.get('theme') ?? 'light') as 'light' | 'dark';
const view = views[asked.get('look') ?? 'rich'] ?? null;
const { client } = clientShowing(view === null ? null : { ...view, language, theme });
if (view === null) document.documentElement.dataset.theme = theme;
const clock = () => now;
const preferred = [language];

const webmail = {
  host: 'webmail.beihai-cold-chain.example',
  label: (family: string) => (family === 'roundcube' ? 'Roundcube' : null),
  may: true,
};

const popup = (site: PopupSite | null, addable: AddableSite | null): ReactNode => (
  <Popup
    client={client}
    site={site}
    access={{ lacking: [], ask: async () => true }}
    onSite={async () => {}}
    addable={addable}
    onAdd={async () => 'roundcube'}
    paste={async () => ({ ok: false, code: 'RM-211', detail: '', transient: false })}
    preferred={preferred}
    now={clock}
  />
);

const screens: Record<string, () => ReactNode> = {
  panel: () => <Panel client={client} where="frame" preferred={preferred} now={clock} />,
  popup: () => popup({ label: 'Google Calendar', on: true }, null),
  'popup-new': () => popup(null, { ...webmail, family: null }),
  'popup-added': () => popup(null, { ...webmail, family: 'roundcube' }),
  'popup-plain': () => popup(null, { ...webmail, family: null, may: false }),
  sites: () => (
    <Page language={language} preferred={preferred} theme={theme} now={clock}>
      <ServicesContext value={siteServices(now)}>
        <main className="main settings">
          <h1 className="unseen">{language}</h1>
          <AddedSites settings={{ ...newSettings(now), addedSites }} />
          <ReadingHealth />
        </main>
      </ServicesContext>
    </Page>
  ),
  welcome: () => (
    <Page language={language} preferred={preferred} theme={theme} now={clock}>
      <Welcome
        calendarUrl="https://calendar.google.com/"
        mailUrl="https://mail.google.com/"
        access={null}
        loadSample={async () => {}}
        onDone={() => {}}
      />
    </Page>
  ),
};

const root = document.getElementById('root');
if (root === null) throw new Error('No #root.');
createRoot(root).render(screens[asked.get('screen') ?? 'panel']?.());
