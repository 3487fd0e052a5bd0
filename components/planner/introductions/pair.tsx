import type { PersonName } from '../../../records/planner.ts';
import { useLocale } from '../../parts/locale-context.tsx';
import { hrefOf } from '../route.ts';

/** Two people, each a way to their page. */
export function Pair({ a, b }: { a: PersonName; b: PersonName }) {
  const { t } = useLocale();
  return (
    <>
      <a href={hrefOf('people', a.id)}>
        <bdi>{a.name || t.planner.people.unnamed}</bdi>
      </a>{' '}
      <span aria-hidden="true">↔</span>
      <span className="unseen">{t.planner.introductions.and}</span>{' '}
      <a href={hrefOf('people', b.id)}>
        <bdi>{b.name || t.planner.people.unnamed}</bdi>
      </a>
    </>
  );
}
