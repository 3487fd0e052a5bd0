import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/popup/popup.tsx';
import { panelClient } from '../../messaging/panel-client.ts';
import { windowTransport } from '../shared/panel-transport.ts';
import { siteHere, switchSite } from './site.ts';

const root = document.getElementById('root');
if (root !== null) {
  const [transport, site] = await Promise.all([windowTransport(), siteHere()]);
  createRoot(root).render(
    <Popup
      client={panelClient(transport)}
      site={site}
      onSite={(on) => (site === null ? Promise.resolve() : switchSite(site.name, on))}
      preferred={navigator.languages}
      now={Date.now}
    />,
  );
}
