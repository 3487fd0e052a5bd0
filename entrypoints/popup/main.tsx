import { createRoot } from 'react-dom/client';
import { Popup } from '../../components/popup/popup.tsx';
import { panelClient } from '../../messaging/panel-client.ts';
import { Problem } from '../../records/problem.ts';
import { accessNow } from '../shared/access.ts';
import { windowTransport } from '../shared/panel-transport.ts';
import { addSite, paste, siteHere, switchSite } from './site.ts';

const root = document.getElementById('root');
if (root !== null) {
  const [transport, { listed, addable }, access] = await Promise.all([windowTransport(), siteHere(), accessNow()]);
  createRoot(root).render(
    <Popup
      client={panelClient(transport)}
      site={listed}
      access={access}
      onSite={(on) => (listed === null ? Promise.resolve() : switchSite(listed.name, on))}
      addable={addable}
      onAdd={() =>
        addable === null ? Promise.reject(new Problem('RM-404', 'There is no site here.')) : addSite(addable)
      }
      paste={paste}
      preferred={navigator.languages}
      now={Date.now}
    />,
  );
}
