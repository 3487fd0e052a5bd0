import { createRoot } from 'react-dom/client';
import { Panel } from '../../components/panel/panel.tsx';
import { guardClicks } from '../../components/parts/click-guard.ts';
import { panelClient } from '../../messaging/panel-client.ts';
import { frameTransport } from '../shared/panel-transport.ts';

const client = panelClient(frameTransport());
const listeners = new Set<() => void>();
let generation = '';
let drawn = false;
client.subscribe((view) => {
  generation = view.generation;
  if (view.state.is !== 'loading') draw();
});
client.onRefusal((refusal) => {
  if (refusal !== null) draw();
});
// The answer is mostly on its way and drawn in one go; who has to wait is told so.
setTimeout(draw, 150);
guardClicks(window, {
  elsewhere: (place) => void client.openSidePanel(generation, place).catch((cause) => console.warn(cause)),
  held: () => {
    for (const listener of listeners) listener();
  },
});

function draw(): void {
  const root = document.getElementById('root');
  if (drawn || root === null) return;
  drawn = true;
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
}
