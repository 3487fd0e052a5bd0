import { useEffect, useState } from 'react';
import type { AddedSite } from '../../../records/added-site.ts';
import type { Settings } from '../../../records/settings.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

/** The sites that the user added: as what each is read, whether the browser still allows it, and the way back. */
export function AddedSites({ settings }: { settings: Settings }) {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const added = settings.addedSites ?? [];
  const [allowed, setAllowed] = useState<ReadonlySet<string> | null>(null);
  const origins = added.map(({ origin }) => origin).join(' ');
  useEffect(
    () => services.watchAllowed(origins === '' ? [] : origins.split(' '), (now) => setAllowed(new Set(now))),
    [services, origins],
  );
  return (
    <Section title={w.added}>
      <p className="quiet">{w.addedHow}</p>
      {added.length === 0 ? null : (
        <ul className="sites">
          {added.map((site) => (
            <Added key={site.origin} site={site} all={added} allowed={allowed?.has(site.origin) ?? true} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Added({ site, all, allowed }: { site: AddedSite; all: readonly AddedSite[]; allowed: boolean }) {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  const families = services.addableFamilies();
  const labelOf = (family: string) => families.find(({ name }) => name === family)?.label ?? w.anyPage;
  const { origin, family } = site;
  return (
    <li className="site" data-origin={origin} data-allowed={allowed}>
      <div>
        <h3>{new URL(origin).hostname}</h3>
        <p className="fine">{origin}</p>
        {allowed ? null : <p className="incomplete">{w.addedNotAllowed}</p>}
        {allowed && labelOf(family) === w.anyPage ? <p className="fine">{w.addedNew}</p> : null}
      </div>
      <Choice
        label={w.addedAs}
        value={family}
        items={families.map(({ name }) => ({ value: name, label: labelOf(name) }))}
        onChange={(next) =>
          void run(
            services.saveSettings({
              addedSites: all.map((one) => (one.origin === origin ? { ...one, family: next } : one)),
            }),
            w.readAs({ site: new URL(origin).hostname, as: labelOf(next) }),
          )
        }
      />
      <div className="site-ways">
        {allowed ? null : <Button onClick={() => void services.allowSite(origin)}>{w.allowAgain}</Button>}
        <Button
          onClick={() => void run(services.withdrawSite(origin), w.withdrawn({ site: new URL(origin).hostname }))}
        >
          {w.withdraw}
        </Button>
      </div>
    </li>
  );
}
