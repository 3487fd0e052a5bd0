import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/popup/popup.tsx';
import { panelClient } from '../../messaging/panel-client.ts';
import { accessNow } from '../shared/access.ts';
import { windowTransport } from '../shared/panel-transport.ts';
import { siteHere, switchSite } from './site.ts';

const root = document.getElementById('root');
if (root !== null) {
  const [transport, site, access] = await Promise.all([windowTransport(), siteHere(), accessNow()]);
  createRoot(root).render(
    <Popup
      client={panelClient(transport)}
      site={site}
      access={access}
      onSite={(on) => (site === null ? Promise.resolve() : switchSite(site.name, on))}
      preferred={navigator.languages}
      now={Date.now}
    />,
  );
}
