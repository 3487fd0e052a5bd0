import { Gift, Handshake, ListChecks, MessageCircleQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DueItem } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { hrefOf } from '../route.ts';
import { useServices } from '../services-context.tsx';
import { ShareActs } from '../tips/share-acts.tsx';
import { useAct } from '../use-act.ts';

const icons = { share: Gift, cooperation: MessageCircleQuestion, step: ListChecks, introduction: Handshake };

/** What waits for the user, each with the act that settles it. */
export function DueList({ due }: { due: readonly DueItem[] }) {
  return (
    <ul className="rows">
      {due.map((item) => (
        <Due key={`${item.is}-${item.id}`} item={item} />
      ))}
    </ul>
  );
}

function Due({ item }: { item: DueItem }) {
  const { format, t } = useLocale();
  const now = useServices().now();
  const Icon = icons[item.is];
  const planned = item.is === 'share' || item.is === 'step';
  const late = planned && item.at !== null && item.at < now;
  return (
    <li className="row" data-due={item.is}>
      <Icon aria-hidden="true" />
      <div className="row-words">
        <DueWords item={item} />
        {item.at === null ? null : (
          <p className="fine">
            {late ? (
              <Tag look="seal">{t.planner.today.late({ at: format.relative(item.at) })}</Tag>
            ) : planned ? (
              t.planner.today.dueAt({ at: format.relative(item.at) })
            ) : (
              t.planner.today.since({ at: format.relative(item.at) })
            )}
          </p>
        )}
      </div>
      <DueActs item={item} />
    </li>
  );
}

function DueWords({ item }: { item: DueItem }): ReactNode {
  const { t } = useLocale();
  const w = t.planner.today;
  switch (item.is) {
    case 'share':
      return (
        <p>
          <Words>
            {w.share({ who: item.person.name, tip: item.tip, setting: t.common.setting[item.share.setting] })}
          </Words>
        </p>
      );
    case 'cooperation':
      return (
        <p>
          <Words>
            {w.cooperation[item.cooperation.direction]({ who: item.person.name, about: item.cooperation.about })}
          </Words>
        </p>
      );
    case 'step':
      return (
        <p>
          <Name>{item.step.title}</Name>{' '}
          <a className="fine" href={hrefOf('matters', item.matter.id)}>
            <Name>{item.matter.title}</Name>
          </a>
        </p>
      );
    case 'introduction':
      return (
        <p>
          <Words>
            {item.introduction.state === 'done'
              ? w.introductionOutcome({ a: item.a.name, b: item.b.name })
              : w.introduction({
                  a: item.a.name,
                  b: item.b.name,
                  state: t.planner.introductions.group[item.introduction.state],
                })}
          </Words>
        </p>
      );
  }
}

function DueActs({ item }: { item: DueItem }): ReactNode {
  const { t } = useLocale();
  const services = useServices();
  const run = useAct();
  switch (item.is) {
    case 'share':
      return <ShareActs share={item.share} who={item.person.name} />;
    case 'cooperation':
      return (
        <span className="row-acts">
          {(['agreed', 'declined'] as const).map((answer) => (
            <Button
              key={answer}
              small={true}
              onClick={() =>
                void run(
                  services.perform({ act: 'answer-cooperation', cooperationId: item.cooperation.id, answer }),
                  t.planner.answered[answer],
                )
              }
            >
              {t.common.answer[answer]}
            </Button>
          ))}
        </span>
      );
    case 'step':
      return (
        <Button
          small={true}
          onClick={() =>
            void run(services.settleStep(item.matter.id, item.step.id, 'done'), t.planner.matters.stepDone)
          }
        >
          {t.planner.matters.markDone}
        </Button>
      );
    case 'introduction':
      return (
        <a className="button button-small" href={hrefOf('introductions', item.id)}>
          {t.planner.today.open}
        </a>
      );
  }
}
