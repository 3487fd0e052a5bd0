import { Gift, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { TipRow } from '../../../records/planner.ts';
import { Button } from '../../parts/button.tsx';
import { IconButton } from '../../parts/icon-button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { Tag } from '../../parts/tag.tsx';
import { Name, Words } from '../../parts/words.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';
import { usePointed } from '../use-pointed.ts';
import { OutcomeAct, ShareActs } from './share-acts.tsx';
import { ShareDialog } from './share-dialog.tsx';
import { TipForm } from './tip-form.tsx';

/** One tip with its reach, shelf life, source and everybody who got it. */
export function TipItem({ row, pointed }: { row: TipRow; pointed: boolean }) {
  const { tip, few, shares } = row;
  const { t, format } = useLocale();
  const w = t.planner.tips;
  const services = useServices();
  const run = useAct();
  const [editing, setEditing] = useState(false);
  const [sharing, setSharing] = useState(false);
  const over = tip.expiresAt !== null && tip.expiresAt < services.now();
  return (
    <li
      ref={usePointed(pointed)}
      className="tip"
      data-tip={tip.id}
      data-reach={tip.reach}
      data-confidential={tip.confidential}
    >
      <p className="tip-text" dir="auto">
        {tip.text}
      </p>
      <div className="understood-tags">
        {tip.topics.map((topic) => (
          <Tag key={topic}>
            #<Name>{topic}</Name>
          </Tag>
        ))}
        <Tag look="pine">
          {tip.reach === 'few' && few.length > 0 ? (
            <Words>{w.onlyFor({ people: format.list(few.map((one) => one.name)) })}</Words>
          ) : (
            t.common.reach[tip.reach]
          )}
        </Tag>
        {tip.expiresAt === null ? null : (
          <Tag look={over ? 'ochre' : 'plain'}>
            {over ? w.over({ at: format.date(tip.expiresAt) }) : w.until({ at: format.date(tip.expiresAt) })}
          </Tag>
        )}
        {tip.confidential ? <Tag look="seal">{w.confidentialTag}</Tag> : null}
        <span className="fine">
          {tip.source === null ? null : (
            <>
              <Words>{w.from({ source: tip.source })}</Words> ·{' '}
            </>
          )}
          {w.learned({ at: format.date(tip.learnedAt) })}
        </span>
      </div>
      {shares.length === 0 ? null : (
        <ul className="tip-shares" aria-label={w.whoGotIt}>
          {shares.map(({ share, person }) => (
            <li key={share.id} className="tip-share" data-share={share.state}>
              <span>
                <Words>
                  {w.shareLine[share.state]({
                    who: person.name,
                    setting: t.common.setting[share.setting],
                    at: format.date(share.givenAt ?? share.plannedFor ?? share.createdAt),
                  })}
                </Words>
                {share.outcome === null ? null : (
                  <span className="quiet">
                    {' '}
                    <Name>{share.outcome}</Name>
                  </span>
                )}
              </span>
              {share.state === 'planned' && share.ifThen ? (
                <span className="fine tip-if-then">
                  <Name>{share.ifThen}</Name>
                </span>
              ) : null}
              {share.state === 'planned' ? <ShareActs share={share} who={person.name} /> : null}
              {share.state === 'given' ? <OutcomeAct share={share} who={person.name} /> : null}
            </li>
          ))}
        </ul>
      )}
      <div className="tip-acts">
        <Button
          small={true}
          icon={<Gift aria-hidden="true" />}
          disabled={tip.confidential}
          onClick={() => setSharing(true)}
        >
          {w.share}
        </Button>
        <IconButton small={true} label={w.edit} icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)} />
        <IconButton
          small={true}
          label={w.remove}
          icon={<Trash2 aria-hidden="true" />}
          onClick={() => void run(services.remove('tips', tip.id), w.removed)}
        />
      </div>
      <TipForm draft={tip} title={w.edit} open={editing} onOpenChange={setEditing} />
      <ShareDialog row={row} open={sharing} onOpenChange={setSharing} />
    </li>
  );
}
