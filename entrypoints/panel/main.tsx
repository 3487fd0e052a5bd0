import { createRoot } from 'react-dom/client';
import { Panel } from '../../components/panel/panel.tsx';
import { guardClicks } from '../../components/parts/click-guard.ts';
import { panelClient } from '../../messaging/panel-client.ts';
import { frameTransport } from '../shared/panel-transport.ts';

const client = panelClient(frameTransport());
const listeners = new Set<() => void>();
let generation = '';
client.subscribe((view) => {
  generation = view.generation;
});
guardClicks(window, {
  elsewhere: (place) => void client.openSidePanel(generation, place).catch((cause) => console.warn(cause)),
  held: () => {
    for (const listener of listeners) listener();
  },
});

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <Panel
      client={client}
      where="frame"
      preferred={navigator.languages}
      now={Date.now}
      onHeld={(held) => {
        listeners.add(held);
        return () => listeners.delete(held);
      }}
    />,
  );
