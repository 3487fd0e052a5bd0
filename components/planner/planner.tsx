import {
  BookOpenText,
  CalendarDays,
  Download,
  Handshake,
  Lightbulb,
  ListChecks,
  Settings as SettingsIcon,
  Sprout,
  Users,
} from 'lucide-react';
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Access } from '../parts/access-notice.tsx';
import { useLocale } from '../parts/locale-context.tsx';
import { Page } from '../parts/page.tsx';
import { Seal } from '../parts/seal.tsx';
import { Welcome } from '../welcome/welcome.tsx';
import { FindAndKeys } from './find/find-and-keys.tsx';
import { ImportScreen } from './import/import.tsx';
import { ImportJobProvider } from './import/import-job.tsx';
import { IntroductionsScreen } from './introductions/introductions.tsx';
import { MattersScreen } from './matters/matters.tsx';
import { DuplicatesScreen } from './people/duplicates.tsx';
import { PeopleScreen } from './people/people.tsx';
import { PersonScreen } from './people/person.tsx';
import './planner.css';
import { PracticeScreen } from './practice/practice.tsx';
import { ReviewsScreen } from './reviews/reviews.tsx';
import { duplicatesId, hrefOf, type Route, type Screen, screens } from './route.ts';
import { MovedContext } from './screen.tsx';
import type { PlannerServices } from './services.ts';
import { ServicesContext, useServices, useWatched } from './services-context.tsx';
import { SettingsScreen } from './settings/settings.tsx';
import { StoreProblem } from './store-problem.tsx';
import { TipsScreen } from './tips/tips.tsx';
import { TodayScreen } from './today/today.tsx';
import { useRoute } from './use-route.ts';

const icons: Record<Screen, ComponentType<{ 'aria-hidden': 'true' }>> = {
  today: CalendarDays,
  people: Users,
  tips: Lightbulb,
  introductions: Handshake,
  matters: ListChecks,
  reviews: BookOpenText,
  practice: Sprout,
  import: Download,
  settings: SettingsIcon,
};

const views: Record<Screen, ComponentType<{ id: string | null }>> = {
  today: TodayScreen,
  people: ({ id }) =>
    id === null ? <PeopleScreen /> : id === duplicatesId ? <DuplicatesScreen /> : <PersonScreen key={id} id={id} />,
  tips: TipsScreen,
  introductions: IntroductionsScreen,
  matters: MattersScreen,
  reviews: ReviewsScreen,
  practice: PracticeScreen,
  import: ImportScreen,
  settings: SettingsScreen,
};

/** The first run, in place of the first screen until it was gone through. */
function FirstRun() {
  const services = useServices();
  const { t } = useLocale();
  const [access, setAccess] = useState<Access | null>(null);
  useEffect(() => {
    document.title = t.common.name;
  }, [t]);
  useEffect(() => void services.access().then(setAccess), [services]);
  return (
    <Welcome
      access={access}
      {...services.beginAt}
      loadSample={services.loadSample}
      onDone={() => void services.saveSettings({ welcomedAt: services.now() })}
    />
  );
}

/** The planner's frame: skip link, navigation, and the screen of the route. */
export function Frame({
  route,
  singleKeys = true,
  children,
}: {
  route: Route;
  /** Keys without Ctrl or ⌘ work. */
  singleKeys?: boolean;
  children: ReactNode;
}) {
  const { t } = useLocale();
  const main = useRef<HTMLElement>(null);
  return (
    <div className="planner">
      <header className="side">
        <button type="button" className="planner-skip" onClick={() => main.current?.focus()}>
          {t.planner.skip}
        </button>
        <div className="side-stays">
          <p className="brand serif">
            <Seal size="1.6rem" />
            {t.common.name}
          </p>
          <FindAndKeys singles={singleKeys} />
          <nav aria-label={t.planner.navigation}>
            <ul className="nav">
              {screens.map((screen) => {
                const Icon = icons[screen];
                return (
                  <li key={screen}>
                    <a
                      className="nav-link"
                      href={hrefOf(screen)}
                      aria-current={route.screen === screen ? (route.id === null ? 'page' : 'true') : undefined}
                    >
                      <Icon aria-hidden="true" />
                      <span>{t.planner.nav[screen]}</span>
                    </a>
                  </li>
                );
              })}
            </ul>
          </nav>
        </div>
      </header>
      <main className="main" id="main" tabIndex={-1} ref={main}>
        {children}
      </main>
    </div>
  );
}

function Routed({ first, singleKeys }: { first: boolean; singleKeys: boolean }) {
  const { route, moved, asked } = useRoute();
  const View = views[route.screen];
  if (first && route.screen === 'today' && route.id === null) return <FirstRun />;
  return (
    <MovedContext value={moved}>
      <Frame route={route} singleKeys={singleKeys}>
        <View key={`${route.screen} ${asked}`} id={route.id} />
      </Frame>
    </MovedContext>
  );
}

function WithSettings({ services, preferred }: { services: PlannerServices; preferred: readonly string[] }) {
  const settings = useWatched('settings', null);
  if (settings.is === 'waiting') return null;
  const shown = settings.is === 'there' ? settings.value : null;
  return (
    <Page language={shown?.language ?? 'auto'} preferred={preferred} theme={shown?.theme ?? 'auto'} now={services.now}>
      <ImportJobProvider>
        {settings.is === 'failed' ? (
          <StoreProblem problem={settings.problem} />
        ) : (
          <Routed first={shown?.welcomedAt === null} singleKeys={shown?.singleKeys !== false} />
        )}
      </ImportJobProvider>
    </Page>
  );
}

/** The whole planner over `services`. `preferred`: the browser's languages, for the setting `auto`. */
export function Planner({ services, preferred }: { services: PlannerServices; preferred: readonly string[] }) {
  return (
    <ServicesContext value={services}>
      <WithSettings services={services} preferred={preferred} />
    </ServicesContext>
  );
}
