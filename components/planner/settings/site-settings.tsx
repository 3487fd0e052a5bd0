import type { Settings } from '../../../records/settings.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

const toggled = (list: readonly string[], name: string, present: boolean): string[] =>
  present ? [...new Set([...list, name])] : list.filter((one) => one !== name);

/** For each site: whether it is read, and whether what was seen there is kept. */
export function SiteSettings({ settings }: { settings: Settings }) {
  const { t, format } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  return (
    <Section title={w.sites}>
      <p className="quiet">{w.sitesHow}</p>
      <ul className="sites">
        {services.sites().flatMap((site) => {
          // Read wherever the user adds it: below, with each place.
          if (site.hosts.length === 0) return [];
          const on = !settings.sitesOff.includes(site.name);
          return (
            <li key={site.name} className="site" data-site={site.name}>
              <div>
                <h3>{site.label}</h3>
                <p className="fine">{format.list(site.hosts)}</p>
                <p className="fine">
                  {w.siteEvidence[site.evidence]} {site.gives === 'names' ? w.namesOnly : null}
                </p>
              </div>
              <Toggle
                label={w.readSite({ site: site.label })}
                on={on}
                onChange={(next) =>
                  void run(
                    services.saveSettings({ sitesOff: toggled(settings.sitesOff, site.name, !next) }),
                    next ? w.siteOn({ site: site.label }) : w.siteOff({ site: site.label }),
                  )
                }
              />
              <Toggle
                label={w.keepSite({ site: site.label })}
                on={!settings.sitesNotKept.includes(site.name)}
                disabled={!on || !settings.keepSeen}
                onChange={(next) =>
                  void run(
                    services.saveSettings({ sitesNotKept: toggled(settings.sitesNotKept, site.name, !next) }),
                    next ? w.siteKept({ site: site.label }) : w.siteNotKept({ site: site.label }),
                  )
                }
              />
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
