import { useState } from 'react';
import { Button } from '../parts/button.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { problemWords, thrownProblem } from '../parts/problem-words.ts';
import { Status } from '../parts/status.tsx';

/** The site of the tab in front of the user where it is not one of the table. */
export interface AddableSite {
  host: string;
  /** By which family it is read, null while it was not added. */
  family: string | null;
  /** The product's name of that family; null for pages of any kind. */
  label: (family: string) => string | null;
  /** False where it may not be added: it is not encrypted. */
  may: boolean;
}

/** Adds the site of this tab, which is not read: the browser asks the user for that one host. Or says as what it is read. */
export function AddSite({ site, onAdd }: { site: AddableSite; onAdd: () => Promise<string> }) {
  const { t } = useLocale();
  const { host } = site;
  const [family, setFamily] = useState(site.family);
  const [state, setState] = useState<'idle' | 'asking' | 'added'>('idle');
  const [problem, setProblem] = useState<string | null>(null);
  const as = (name: string) => site.label(name) ?? t.popup.anyPage;

  async function add(): Promise<void> {
    setState('asking');
    setProblem(null);
    try {
      setFamily(await onAdd());
      setState('added');
    } catch (error) {
      const { text, more } = problemWords(thrownProblem(error), t);
      setProblem(`${text} ${more ?? ''}`.trim());
      setState('idle');
    }
  }

  if (!site.may) return <p className="fine">{t.popup.notEncrypted({ host })}</p>;
  if (family !== null)
    return (
      <Status className="fine">
        {state === 'added' ? t.popup.siteAdded({ host, as: as(family) }) : t.popup.siteReadAs({ host, as: as(family) })}
      </Status>
    );
  return (
    <div className="popup-add">
      <Button look="main" disabled={state === 'asking'} onClick={() => void add()}>
        {t.popup.addSite({ host })}
      </Button>
      <p className="fine">{t.popup.addSiteWhat}</p>
      {problem === null ? null : <p role="alert">{problem}</p>}
    </div>
  );
}
