// @vitest-environment jsdom
import { act as settled } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatsFor } from '../../../../components/parts/formats.ts';
import { LocaleContext } from '../../../../components/parts/locale-context.tsx';
import { Saying } from '../../../../components/parts/toast.tsx';
import type { PlannerServices } from '../../../../components/planner/services.ts';
import { ServicesContext } from '../../../../components/planner/services-context.tsx';
import { HabitSettings } from '../../../../components/planner/settings/habit-settings.tsx';
import { catalogue } from '../../../../locales/index.ts';
import type { HabitRow } from '../../../../records/habit.ts';
import type { SettingsChange } from '../../../../records/planner.ts';
import { newSettings, type Settings } from '../../../../records/settings.ts';

vi.setConfig({ testTimeout: 30_000 });

const now = Date.UTC(2027, 2, 15, 9);
const rows: HabitRow[] = [
  { way: 'share-one', taken: 7, refused: 1, ledTo: 3, pull: 1.18 },
  { way: 'reconnect', taken: 1, refused: 6, ledTo: 0, pull: 0.86 },
  { way: 'review', taken: 2, refused: 2, ledTo: 0, pull: 1.01 },
];
let root: Root;

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  document.body.innerHTML = '<div id="root"></div>';
});
afterEach(async () => {
  await settled(async () => root.unmount());
});

async function shown(learned: readonly HabitRow[], habit?: Settings['habit']): Promise<SettingsChange[]> {
  const saved: SettingsChange[] = [];
  const services = {
    now: () => now,
    watch: (_name: string, _argument: null, onAnswer: (answer: unknown) => void) => {
      onAnswer(learned);
      return () => undefined;
    },
    saveSettings: async (change: SettingsChange) => {
      saved.push(change);
      return { ok: true, changeId: null, warning: null };
    },
  } as unknown as PlannerServices;
  const settings = { ...newSettings(now), ...(habit && { habit }) };
  const locale = { language: 'en', t: catalogue('en'), format: formatsFor('en', () => now) } as const;
  root = createRoot(document.getElementById('root') as HTMLElement);
  await settled(async () =>
    root.render(
      <LocaleContext value={locale}>
        <ServicesContext value={services}>
          <Saying>
            <HabitSettings settings={settings} />
          </Saying>
        </ServicesContext>
      </LocaleContext>,
    ),
  );
  return saved;
}

test('every way is a row: what was done, what it led to, and whether it stands higher or lower', async () => {
  await shown(rows);
  const told = [...document.querySelectorAll('tr[data-way]')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(told).toEqual([
    ['A tip for one person alone', '7', '1', '3', 'higher'],
    ['A dormant tie to wake', '1', '6', '0', 'lower'],
    ['A review afterwards', '2', '2', '0', 'as before'],
  ]);
});

test('forgetting counts from now on, and switching off keeps from when on it counted', async () => {
  const saved = await shown(rows, { on: true, since: 5 });
  const forget = [...document.querySelectorAll('button')].find((one) => one.textContent?.startsWith('Forget'));
  await settled(async () => forget?.click());
  const toggle = document.querySelector<HTMLElement>('[role="switch"]');
  await settled(async () => toggle?.click());
  expect(saved).toEqual([{ habit: { on: true, since: now } }, { habit: { on: false, since: 5 } }]);
});

test('nothing learned is said in words, and nothing is shown where it is off', async () => {
  await shown([]);
  expect(document.body.textContent).toContain('Nothing is learned yet');
  await settled(async () => root.unmount());
  await shown(rows, { on: false, since: 0 });
  expect(document.querySelector('table')).toBeNull();
});
