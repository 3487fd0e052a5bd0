import { createRoot } from 'react-dom/client';
import { Panel } from '../../components/panel/panel.tsx';
import { panelClient } from '../../messaging/panel-client.ts';
import { windowTransport } from '../shared/panel-transport.ts';

const root = document.getElementById('root');
if (root !== null) {
  const client = panelClient(await windowTransport());
  createRoot(root).render(<Panel client={client} where="side" preferred={navigator.languages} now={Date.now} />);
}
