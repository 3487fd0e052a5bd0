import { PanelRight, SquareArrowOutUpRight } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { PanelClient } from '../../messaging/panel-client.ts';
import type { PanelPlace, Refusal } from '../../messaging/protocol.ts';
import type { PanelView } from '../../records/brief.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Page } from '../parts/page.tsx';
import { Seal } from '../parts/seal.tsx';
import { useSay } from '../parts/toast.tsx';
import type { Hands } from './hands.ts';
import { OccasionView } from './occasion-view.tsx';
import { Broken, Loading, Nothing, Refused, StoreProblem } from './states.tsx';

/** What a panel is drawn in: `frame` in a page, `side` in the browser's side panel. */
export type PanelPlaceKind = 'frame' | 'side';

/**
 * The panel: what the client says is on the screen now.
 */
export function Panel({
  client,
  where,
  preferred,
  now,
  onHeld,
}: {
  client: PanelClient;
  where: PanelPlaceKind;
  preferred: readonly string[];
  now: () => number;
  /** Calls back when a click was dropped because the frame was not wholly visible for long enough. */
  onHeld?: (held: () => void) => () => void;
}) {
  const [view, setView] = useState<PanelView | null>(() => lastView(client));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [place, setPlace] = useState<PanelPlace>(null);
  useEffect(() => client.onRefusal(setRefusal), [client]);
  useEffect(() => client.onPlace(setPlace), [client]);
  useEffect(() => client.subscribe(setView), [client]);
  return (
    <Page language={view?.language ?? 'auto'} preferred={preferred} theme={view?.theme ?? 'auto'} now={now}>
      <Held onHeld={onHeld} />
      <div className="panel">
        {refusal !== null && !refusal.transient ? (
          <Refused refusal={refusal} />
        ) : view === null ? (
          <Loading />
        ) : (
          <View view={view} client={client} where={where} place={place} now={now} />
        )}
      </div>
    </Page>
  );
}

/** What the client has heard already: drawn at once, not after an empty panel. */
function lastView(client: PanelClient): PanelView | null {
  let last: PanelView | null = null;
  client.subscribe((view) => {
    last = view;
  })();
  return last;
}

/** Says why a click did nothing. */
function Held({ onHeld }: { onHeld: ((held: () => void) => () => void) | undefined }) {
  const { t } = useLocale();
  const say = useSay();
  useEffect(() => onHeld?.(() => say({ text: t.panel.held })), [onHeld, say, t]);
  return null;
}

function View({
  view,
  client,
  where,
  place,
  now,
}: {
  view: PanelView;
  client: PanelClient;
  where: PanelPlaceKind;
  place: PanelPlace;
  now: () => number;
}) {
  const { t } = useLocale();
  const { generation, state } = view;
  const hands = useMemo((): Hands => {
    return {
      act: (act) => client.act(generation, act),
      tips: (whom) => client.tips(generation, whom),
      openPlanner: (route) => client.openPlanner(route),
      now,
    };
  }, [client, generation, now]);
  const tools = (
    <>
      {where === 'frame' ? (
        <IconButton
          small={true}
          label={t.panel.openSidePanel}
          icon={<PanelRight aria-hidden="true" />}
          onClick={() => void client.openSidePanel(generation, null).catch(() => undefined)}
        />
      ) : null}
      <IconButton
        small={true}
        label={t.panel.openPlanner}
        icon={<SquareArrowOutUpRight aria-hidden="true" />}
        onClick={() => client.openPlanner('#/today')}
      />
    </>
  );
  switch (state.is) {
    case 'nothing':
      return (
        <Nothing onPlanner={() => client.openPlanner('#/today')} onPaste={() => client.openPlanner('#/today?paste')} />
      );
    case 'loading':
      return <Loading />;
    case 'broken':
      return (
        <Broken
          site={state.site}
          part={state.part}
          skeleton={() => client.skeleton(generation)}
          onPaste={() => client.openPlanner('#/today?paste')}
        />
      );
    case 'store-problem':
      return <StoreProblem code={state.code} onPlanner={() => client.openPlanner('#/settings')} />;
    case 'occasion':
      return (
        <OccasionView
          key={occasionKey(view)}
          brief={state.brief}
          unproven={state.unproven}
          hands={hands}
          place={place}
          mark={<Seal />}
          tools={tools}
        />
      );
  }
}

/** The same while one occasion stays open, whatever is done in it. */
const occasionKey = (view: PanelView): string => view.generation;
