import type { ReactNode } from 'react';
import type { ColdItem, PracticeCase, PracticeView, PracticeWeek } from '../../../records/planner.ts';
import { Blank } from '../../parts/blank.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, Screen, Section } from '../screen.tsx';
import { useWatched } from '../services-context.tsx';
import './practice.css';

const columns = ['occasions', 'given', 'introduced', 'advanced', 'asked', 'answered'] as const;
type Column = (typeof columns)[number];

/** The practice of the last weeks: what was done, what it led to, what has grown cold. No number on a person anywhere. */
export function PracticeScreen() {
  const { t } = useLocale();
  const w = t.planner.practice;
  const practice = useWatched('practice', null);
  return (
    <Screen title={t.planner.nav.practice} lead={w.lead}>
      <Loaded answer={practice}>
        {(view) =>
          isEmpty(view) ? (
            <Blank title={w.none}>
              <p>{w.noneHow}</p>
            </Blank>
          ) : (
            <Practice view={view} />
          )
        }
      </Loaded>
    </Screen>
  );
}

const isEmpty = ({ weeks, cold }: PracticeView): boolean =>
  cold.length === 0 && weeks.every((week) => columns.every((column) => week[column] === 0));

function Practice({ view }: { view: PracticeView }) {
  const { t } = useLocale();
  const w = t.planner.practice;
  const { weeks, asks, followed, cases, cold } = view;
  const running = weeks.at(-1);
  const kinds = (['share', 'introduction', 'step'] as const).filter((kind) => followed[kind].of > 0);
  return (
    <>
      {running === undefined ? null : (
        <Section title={w.thisWeek}>
          <p data-week="running">{w.thisWeekWords(running)}</p>
          <p data-asks={`${asks.agreed}/${asks.agreed + asks.declined}`}>
            <strong>{w.asks}:</strong>{' '}
            {w.asksWords({ agreed: asks.agreed, of: asks.agreed + asks.declined, open: asks.open })}
          </p>
        </Section>
      )}
      <Section title={w.followed}>
        {kinds.length === 0 ? <p className="quiet">{w.followedNone}</p> : null}
        <ul className="followed">
          {kinds.map((kind) => (
            <li key={kind} data-followed={kind} data-by={followed[kind].by} data-of={followed[kind].of}>
              {w.followedLine[kind](followed[kind])} {w.followedBy}
            </li>
          ))}
        </ul>
        {cases.length === 0 ? null : <Cases cases={cases} />}
        <p className="fine">{w.followedHow}</p>
      </Section>
      <Section title={w.weeks}>
        <Weeks weeks={weeks} />
        <p className="fine">{w.openNot}</p>
      </Section>
      <Section title={w.cold} count={cold.length}>
        {cold.length === 0 ? <p className="quiet">{w.coldNone}</p> : null}
        <ul className="rows">
          {cold.map((item) => (
            <li key={`${item.is} ${item.id}`} className="row" data-cold={item.is}>
              <Cold item={item} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** A table whose cells are drawn: each number with a bar of its length, so that the chart can be read as it is. */
function Weeks({ weeks }: { weeks: readonly PracticeWeek[] }) {
  const { t, format } = useLocale();
  const w = t.planner.practice;
  const most = (column: Column) => Math.max(1, ...weeks.map((week) => week[column]));
  const sum = (column: Column) => weeks.reduce((total, week) => total + week[column], 0);
  return (
    <div className="weeks-box">
      <table className="weeks">
        <thead>
          <tr>
            <th scope="col">{w.week}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {w.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.toReversed().map((week, place) => (
            <tr key={week.from} data-week={week.from}>
              <th scope="row">
                {format.date(week.from)} {place === 0 ? <span className="fine">{w.running}</span> : null}
              </th>
              {columns.map((column) => (
                <td key={column} data-column={column} data-count={week[column]}>
                  <span
                    className="bar"
                    style={{ inlineSize: `${(100 * week[column]) / most(column)}%` }}
                    aria-hidden="true"
                  />
                  <span className="bar-count">{format.number(week[column])}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.together}</th>
            {columns.map((column) => (
              <td key={column} data-sum={column}>
                {format.number(sum(column))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function Cases({ cases }: { cases: readonly PracticeCase[] }) {
  const { t, format } = useLocale();
  const w = t.planner.practice;
  return (
    <div className="weeks-box">
      <table className="cases">
        <caption className="field-label">{w.cases}</caption>
        <thead>
          <tr>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.who}</th>
            <th scope="col">{w.afterwards}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((one) => (
            <tr key={`${one.is} ${one.id}`} data-case={one.is}>
              <td>
                <span className="fine">
                  {w.kind[one.is]}, {format.date(one.at)}
                </span>
                <br />
                <Name>{one.what}</Name>
              </td>
              <td>
                <a href={hrefOf('people', one.person.id)}>
                  <bdi>{one.person.name || t.planner.people.unnamed}</bdi>
                </a>
              </td>
              <td>
                <Words>
                  {w.afterWords[one.after.direction]({ about: one.after.about, at: format.date(one.after.at) })}
                </Words>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cold({ item }: { item: ColdItem }): ReactNode {
  const { t, format } = useLocale();
  const w = t.planner.practice;
  const at = format.date(item.at);
  const words = (text: string, href: string, more: string | null = null) => (
    <>
      <div className="row-words">
        <p>
          <Words>{text}</Words>
        </p>
        {more === null ? null : (
          <p className="fine">
            <Words>{more}</Words>
          </p>
        )}
      </div>
      <a className="button button-small" href={href}>
        {w.open}
        <span className="unseen">, {text}</span>
      </a>
    </>
  );
  switch (item.is) {
    case 'tie': {
      const { agreed } = item;
      return words(
        w.coldTie({ who: item.person.name, at }),
        hrefOf('people', item.id),
        agreed === null ? null : w.coldAgreed({ about: agreed.about, at: format.date(agreed.at) }),
      );
    }
    case 'share':
      return words(w.coldShare({ who: item.person.name, tip: item.tip, at }), hrefOf('tips', item.tipId));
    case 'introduction':
      return words(w.coldIntroduction({ a: item.a.name, b: item.b.name, at }), hrefOf('introductions', item.id));
    case 'matter':
      return words(w.coldMatter({ title: item.title, at }), hrefOf('matters', item.id));
  }
}
