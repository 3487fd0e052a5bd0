import { PanelRight, SquareArrowOutUpRight } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PanelClient } from '../../messaging/panel-client.ts';
import { firstSight } from '../../prompts/first-sight.ts';
import type { Brief, PanelView } from '../../records/brief.ts';
import type { PasteResult } from '../../records/planner.ts';
import type { Prompt } from '../../records/prompt.ts';
import { clipped, promptHeadline } from '../panel/reason-words.ts';
import { type Access, AccessNotice } from '../parts/access-notice.tsx';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Page } from '../parts/page.tsx';
import { problemWords, thrownProblem } from '../parts/problem-words.ts';
import { Seal } from '../parts/seal.tsx';
import { useSay } from '../parts/toast.tsx';
import { Toggle } from '../parts/toggle.tsx';
import { Name, Words } from '../parts/words.tsx';
import { type AddableSite, AddSite } from './add-site.tsx';
import { Capture } from './capture.tsx';
import { PopupPaste } from './paste.tsx';
import './popup.css';

/** The site of the tab in front of the user, if it is one that can be read, and whether it is. */
export interface PopupSite {
  label: string;
  on: boolean;
}

/** The popup of the toolbar button: what is on this tab, quick capture, and the ways on. */
export function Popup({
  client,
  site,
  access,
  onSite,
  addable,
  onAdd,
  paste,
  preferred,
  now,
}: {
  client: PanelClient;
  access: Access;
  /** null: not a site that is read. */
  site: PopupSite | null;
  /** A site that the user added or may add; null: none. */
  addable: AddableSite | null;
  /** Asks the browser for this tab's site and adds it; the family it is then read by. Rejects with a `Problem`. */
  onAdd: () => Promise<string>;
  /** Switches reading of this tab's site on or off; rejects with a `Problem` where that fails. */
  onSite: (on: boolean) => Promise<void>;
  /** Makes an occasion of a pasted text. */
  paste: (text: string) => Promise<PasteResult>;
  preferred: readonly string[];
  now: () => number;
}) {
  const [view, setView] = useState<PanelView | null>(null);
  useEffect(() => client.subscribe(setView), [client]);
  return (
    <Page language={view?.language ?? 'auto'} preferred={preferred} theme={view?.theme ?? 'auto'} now={now}>
      <Content
        client={client}
        view={view}
        site={site}
        access={access}
        onSite={onSite}
        addable={addable}
        onAdd={onAdd}
        paste={paste}
        now={now}
      />
    </Page>
  );
}

function Content({
  client,
  view,
  site: given,
  access,
  onSite,
  addable,
  onAdd,
  paste,
  now,
}: {
  client: PanelClient;
  view: PanelView | null;
  site: PopupSite | null;
  access: Access;
  onSite: (on: boolean) => Promise<void>;
  addable: AddableSite | null;
  onAdd: () => Promise<string>;
  paste: (text: string) => Promise<PasteResult>;
  now: () => number;
}) {
  const { t } = useLocale();
  const say = useSay();
  const [site, setSite] = useState(given);
  const generation = view?.generation ?? '';

  async function turn(on: boolean): Promise<void> {
    try {
      await onSite(on);
      setSite((before) => (before === null ? null : { ...before, on }));
      say({ text: t.popup.switched[on ? 'on' : 'off'] });
    } catch (error) {
      say({ ...problemWords(thrownProblem(error), t), problem: true });
    }
  }

  async function openSidePanel(prompt: Prompt | null): Promise<void> {
    try {
      await client.openSidePanel(generation, prompt === null ? null : { at: 'prompt', key: prompt.key });
      window.close();
    } catch (error) {
      say({ ...problemWords(thrownProblem(error), t), problem: true });
    }
  }

  return (
    <main className="popup">
      <header className="popup-head">
        <Seal />
        <h1 className="serif">{t.popup.title}</h1>
      </header>
      <AccessNotice access={access} />
      <section aria-label={t.popup.onThisTab} className="popup-tab">
        <OnThisTab
          view={view}
          site={site}
          read={site !== null || addable?.family != null}
          onOpen={(prompt) => void openSidePanel(prompt)}
        />
        {addable === null ? null : <AddSite site={addable} onAdd={onAdd} />}
      </section>
      <div className="popup-ways">
        <Button icon={<PanelRight aria-hidden="true" />} onClick={() => void openSidePanel(null)}>
          {t.popup.openSidePanel}
        </Button>
        <Button icon={<SquareArrowOutUpRight aria-hidden="true" />} onClick={() => client.openPlanner('#/today')}>
          {t.popup.openPlanner}
        </Button>
      </div>
      <PopupPaste paste={paste} openPlanner={(route) => client.openPlanner(route)} />
      <Capture act={(act) => client.act(generation, act)} now={now} />
      {site === null ? null : (
        <footer className="popup-foot">
          <Toggle
            label={t.popup.read({ site: site.label })}
            note={t.popup.readWhat}
            on={site.on}
            onChange={(on) => void turn(on)}
          />
        </footer>
      )}
    </main>
  );
}

function OnThisTab({
  view,
  site,
  read,
  onOpen,
}: {
  view: PanelView | null;
  site: PopupSite | null;
  /** Whether this tab's site is one that is read. */
  read: boolean;
  onOpen: (prompt: Prompt) => void;
}) {
  const { t } = useLocale();
  if (site !== null && !site.on) return <p className="quiet">{t.popup.off({ site: site.label })}</p>;
  if (view === null) return <p className="fine">{t.common.loading}</p>;
  switch (view.state.is) {
    case 'nothing':
      return (
        <>
          <p>{read ? t.popup.nothing : t.popup.notRead}</p>
          {read ? <p className="fine">{t.popup.nothingWhat}</p> : null}
        </>
      );
    case 'broken':
      return <p>{t.popup.broken}</p>;
    case 'store-problem':
      return (
        <p role="alert">
          {problemWords({ code: view.state.code, detail: '' }, t).more} <span className="fine">{view.state.code}</span>
        </p>
      );
    case 'occasion':
      return <Summary brief={view.state.brief} onOpen={onOpen} />;
  }
}

/** An occasion in short: title, how many people and prompts, and the first prompts by name. */
function Summary({ brief, onOpen }: { brief: Brief; onOpen: (prompt: Prompt) => void }) {
  const locale = useLocale();
  const { t } = locale;
  const { title, kind } = brief.occasion;
  return (
    <>
      <p className="popup-title serif">
        {title === null || title.trim() === '' ? t.panel.untitled[kind] : <Name>{clipped(title, 120)}</Name>}
      </p>
      <p className="fine">{t.popup.counts({ people: brief.people.length, prompts: brief.prompts.length })}</p>
      <ul className="popup-prompts">
        {firstSight(brief.prompts).map((prompt) => (
          <li key={prompt.key}>
            <button type="button" className="popup-prompt" onClick={() => onOpen(prompt)}>
              <Words>{promptHeadline(prompt, locale)}</Words>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
