import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { Panel } from '../../components/panel/panel.tsx';
import { Page } from '../../components/parts/page.tsx';
import { Popup } from '../../components/popup/popup.tsx';
import { Welcome } from '../../components/welcome/welcome.tsx';
import { now, views } from './briefs.ts';
import { clientShowing } from './client.ts';

/** Draws the screen named in the address: `?screen=panel&look=rich&language=zh-CN&theme=dark`. */
const asked = new URLSearchParams(location.search);
const language = (asked.get('language') ?? 'en') as 'en' | 'zh-CN';
const theme = (asked.get('theme') ?? 'light') as 'light' | 'dark';
const view = views[asked.get('look') ?? 'rich'] ?? null;
const { client } = clientShowing(view === null ? null : { ...view, language, theme });
if (view === null) document.documentElement.dataset.theme = theme;
const clock = () => now;
const preferred = [language];

const screens: Record<string, () => ReactNode> = {
  panel: () => <Panel client={client} where="frame" preferred={preferred} now={clock} />,
  popup: () => (
    <Popup
      client={client}
      site={{ label: 'Google Calendar', on: true }}
      access={{ lacking: [], ask: async () => true }}
      onSite={async () => {}}
      addable={null}
      onAdd={async () => 'generic'}
      paste={async () => ({ ok: true, changeId: null, warning: null, occasionId: 'o', people: 3, others: 0 })}
      preferred={preferred}
      now={clock}
    />
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
