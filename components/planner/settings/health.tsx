import { useEffect, useState } from 'react';
import type { Health, WeekHealth } from '../../../records/health.ts';
import { CopyButton } from '../../parts/copy-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Words } from '../../parts/words.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import './health.css';

/** So many weeks are drawn. */
const weeksShown = 12;

const sum = (weeks: readonly WeekHealth[], what: 'read' | 'partly' | 'broken'): number =>
  weeks.reduce((all, week) => all + week[what], 0);

/** The parts that were missing, the most frequent first. */
function missing(weeks: readonly WeekHealth[]): string[] {
  const all = new Map<string, number>();
  for (const { parts } of weeks) for (const [part, n] of Object.entries(parts)) all.set(part, (all.get(part) ?? 0) + n);
  return [...all].sort((a, b) => b[1] - a[1]).map(([part]) => part);
}

/** How reading went, site by site and week by week, with the outline of an open page for a report. */
export function ReadingHealth() {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const [health, setHealth] = useState<Health>({});
  useEffect(() => services.watchHealth(setHealth), [services]);
  const sites = services.sites().filter(({ name }) => health[name] !== undefined);
  return (
    <Section title={w.health}>
      <p className="quiet">{sites.length === 0 ? w.healthNone : w.healthHow}</p>
      <ul className="sites">
        {sites.map((site) => (
          <SiteHealth key={site.name} name={site.name} label={site.label} weeks={health[site.name] ?? {}} />
        ))}
      </ul>
    </Section>
  );
}

function SiteHealth({ name, label, weeks }: { name: string; label: string; weeks: Record<string, WeekHealth> }) {
  const { t, format } = useLocale();
  const w = t.settings;
  const services = useServices();
  const shown = Object.entries(weeks)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .slice(-weeksShown);
  const all = shown.map(([, week]) => week);
  const most = Math.max(1, ...all.map((week) => week.read + week.partly + week.broken));
  const parts = missing(all);
  const counts = { read: sum(all, 'read'), partly: sum(all, 'partly'), broken: sum(all, 'broken') };
  return (
    <li className="site health-site" data-site-health={name} data-broken={counts.broken}>
      <div>
        <h3>{label}</h3>
        <p className="fine">{w.healthCounts(counts)}</p>
        {parts.length === 0 ? null : (
          <p className="fine incomplete">
            <Words>{w.healthParts({ parts: format.list(parts.slice(0, 3)) })}</Words>
          </p>
        )}
      </div>
      <ol className="health-weeks" aria-label={w.healthWeeks({ site: label })}>
        {shown.map(([week, one]) => (
          <li key={week} className="health-week" title={`${week}: ${w.healthCounts(one)}`}>
            <span className="unseen">{`${week}: ${w.healthCounts(one)}`}</span>
            {(['broken', 'partly', 'read'] as const).map((what) => (
              <svg key={what} className={`health-bar health-${what}`} viewBox="0 0 6 40" aria-hidden="true">
                <rect x="0" width="6" y={40 - (40 * one[what]) / most} height={(40 * one[what]) / most} />
              </svg>
            ))}
          </li>
        ))}
      </ol>
      <CopyButton label={w.copyOutline} text={() => services.skeletonOf(name)} />
    </li>
  );
}
