import { describe, expect, test, vi } from 'vitest';
import { type PortLike, panelClient } from '../../../messaging/panel-client.ts';
import type { FromPanel, Refusal, ToPanel } from '../../../messaging/protocol.ts';
import type { PanelView } from '../../../records/brief.ts';

const view = (generation: string): PanelView => ({
  generation,
  language: 'en',
  theme: 'auto',
  state: { is: 'nothing' },
});

function wire() {
  const ports: { said: FromPanel[]; hear: (message: ToPanel) => void; drop: () => void }[] = [];
  let wake = () => {};
  const client = panelClient({
    connect(greeting): PortLike {
      const said: FromPanel[] = [greeting];
      let hear: (message: ToPanel) => void = () => {};
      let drop = () => {};
      ports.push({ said, hear: (message) => hear(message), drop: () => drop() });
      return {
        postMessage: (message) => said.push(message),
        disconnect: () => {},
        onMessage: { addListener: (listener) => (hear = listener) },
        onDisconnect: { addListener: (listener) => (drop = listener) },
      };
    },
    greeting: (secret) => (secret === null ? { type: 'join', token: 't'.repeat(24) } : { type: 'rejoin', secret }),
    onWake: (waker) => (wake = waker),
    openSidePanel: async () => false,
    openPlanner: () => {},
  });
  return { client, ports, wake: () => wake() };
}

describe('panel client', () => {
  test('joins with its token once, and comes back with the secret after the worker was stopped', async () => {
    const { client, ports, wake } = wire();
    const seen: string[] = [];
    client.subscribe((shown) => seen.push(shown.generation));
    expect(ports[0]?.said).toEqual([{ type: 'join', token: 't'.repeat(24) }]);
    ports[0]?.hear({ type: 'joined', secret: 's'.repeat(24) });
    ports[0]?.hear({ type: 'view', view: view('g1') });
    ports[0]?.drop();
    expect(ports).toHaveLength(1);
    wake();
    expect(ports[1]?.said).toEqual([{ type: 'rejoin', secret: 's'.repeat(24) }]);
    ports[1]?.hear({ type: 'view', view: view('g2') });
    expect(seen).toEqual(['g1', 'g2']);
  });

  test('an act that meets a stopped worker fails as transient, and is never sent twice', async () => {
    const { client, ports } = wire();
    client.subscribe(() => {});
    const result = client.act('g1', { act: 'add-my-need', text: 'a lawyer' });
    ports[0]?.drop();
    expect(await result).toMatchObject({ ok: false, code: 'RM-306', transient: true });
    expect(ports).toHaveLength(1);
  });

  test('answers reach the question of the same number, with the generation that the user saw', async () => {
    const { client, ports } = wire();
    const first = client.tips('g1', { ref: 'a@b.c' });
    const second = client.skeleton('g1');
    expect(ports[0]?.said.slice(1)).toMatchObject([
      { type: 'ask', id: 0, generation: 'g1', ask: { ask: 'tips' } },
      { type: 'ask', id: 1, generation: 'g1', ask: { ask: 'skeleton' } },
    ]);
    ports[0]?.hear({ type: 'answer', id: 1, value: '<body>' });
    ports[0]?.hear({ type: 'failed', id: 0, refusal: { code: 'RM-302', detail: 'gone', transient: false } });
    expect(await second).toBe('<body>');
    await expect(first).rejects.toMatchObject({ code: 'RM-302' });
  });

  test('a refusal is told, and taken back by the next view', () => {
    const { client, ports } = wire();
    const told: (Refusal | null)[] = [];
    client.onRefusal((refusal) => told.push(refusal));
    client.subscribe(() => {});
    ports[0]?.hear({ type: 'refused', refusal: { code: 'RM-303', detail: 'used', transient: false } });
    ports[0]?.hear({ type: 'view', view: view('g1') });
    expect(told.map((each) => each?.code ?? null)).toEqual([null, 'RM-303', null]);
  });

  test('gives up waiting after a while', async () => {
    vi.useFakeTimers();
    const { client } = wire();
    const result = client.act('g1', { act: 'add-my-need', text: 'x' });
    await vi.advanceTimersByTimeAsync(15_001);
    vi.useRealTimers();
    expect(await result).toMatchObject({ ok: false, code: 'RM-306' });
  });
});
