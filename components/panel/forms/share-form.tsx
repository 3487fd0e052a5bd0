import { useCallback, useEffect, useState } from 'react';
import type { Whom } from '../../../records/act.ts';
import type { Brief, TipChoice } from '../../../records/brief.ts';
import type { Setting } from '../../../records/share.ts';
import { settingSchema } from '../../../records/share.ts';
import { Button } from '../../parts/button.tsx';
import { Choice } from '../../parts/choice.tsx';
import { type Locale, useLocale } from '../../parts/locale-context.tsx';
import { Notice } from '../../parts/notice.tsx';
import { problemWords, thrownProblem } from '../../parts/problem-words.ts';
import { Status } from '../../parts/status.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Words } from '../../parts/words.tsx';
import { useHands } from '../hands.ts';
import { clipped } from '../reason-words.ts';
import { useAct } from '../use-act.ts';
import { InlineForm } from './inline-form.tsx';
import { type ShareWhen, shareTime, shareWhens } from './share-when.ts';

type Tips = { is: 'loading' } | { is: 'here'; tips: TipChoice[] } | { is: 'problem'; code: string; detail: string };

function noteOf(tip: TipChoice, { t, format }: Locale): string {
  const reach = t.panel.tipReach({ reach: t.common.reach[tip.reach], went: format.list(tip.wentTo) });
  return tip.expiresAt === null ? reach : `${reach} · ${t.panel.tipEnds({ at: format.date(tip.expiresAt) })}`;
}

/** Plans to give one tip to one person: which tip, how, when, and why this person; warns before a tip becomes common. */
export function ShareForm({
  whom,
  who,
  tipId: proposedTip,
  setting: proposedSetting,
  occasion,
  onClose,
}: {
  whom: Whom;
  who: string;
  tipId: string | null;
  setting: Setting | null;
  occasion: Brief['occasion'];
  onClose: () => void;
}) {
  const locale = useLocale();
  const { t, format } = locale;
  const hands = useHands();
  const { act, busy } = useAct();
  const [tips, setTips] = useState<Tips>({ is: 'loading' });
  const [tipId, setTipId] = useState(proposedTip);
  const [setting, setSetting] = useState<Setting>(proposedSetting ?? 'private-message');
  const [when, setWhen] = useState<ShareWhen>('open');
  const [day, setDay] = useState('');
  const [whyYou, setWhyYou] = useState('');
  const [newTip, setNewTip] = useState<string | null>(null);

  const load = useCallback(
    async (written: string | null) => {
      try {
        const found = await hands.tips(whom);
        setTips({ is: 'here', tips: found });
        if (written !== null) {
          const line = written.trim().split('\n')[0]?.trim() ?? '';
          setTipId(found.find((tip) => line.startsWith(tip.line.replace(/…$/, '').trim()))?.id ?? null);
        }
      } catch (error) {
        setTips({ is: 'problem', ...thrownProblem(error) });
      }
    },
    [hands, whom],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tips are asked for once, as the form opens
  useEffect(() => void load(null), []);

  const known = tips.is === 'here' ? tips.tips : [];
  const chosen = known.find((tip) => tip.id === tipId) ?? null;
  const common = chosen !== null && chosen.reach !== 'open' && chosen.wentTo.length > 0;
  const warned = chosen !== null && (common || !chosen.allowed);
  const plannedFor = shareTime(when, day, occasion, hands.now());

  async function writeTip(): Promise<void> {
    const text = newTip ?? '';
    const done = await act({
      act: 'capture-tip',
      text,
      topics: [],
      reach: 'one',
      few: [],
      expiresAt: null,
      source: null,
      confidential: false,
    });
    if (!done) return;
    setNewTip(null);
    await load(text);
  }

  async function plan(): Promise<void> {
    if (chosen === null) return;
    if (await act({ act: 'plan-share', whom, tipId: chosen.id, setting, plannedFor, whyYou: whyYou.trim() })) onClose();
  }

  const writing = newTip !== null || (tips.is === 'here' && known.length === 0);
  return (
    <InlineForm
      title={t.panel.shareTitle({ who })}
      submit={warned ? t.panel.planAnyway : t.panel.planShare}
      ready={chosen !== null && (when !== 'day' || plannedFor !== null)}
      busy={busy}
      loading={tips.is === 'loading'}
      onSubmit={plan}
      onClose={onClose}
    >
      {tips.is === 'loading' ? <Status className="fine">{t.common.loading}</Status> : null}
      {tips.is === 'problem' ? (
        <Notice kind="problem" title={problemWords(tips, t).text}>
          <p>{problemWords(tips, t).more}</p>
        </Notice>
      ) : null}
      {known.length > 0 ? (
        <Choice
          label={t.panel.whichTip}
          placeholder={t.panel.chooseTip}
          value={chosen?.id ?? null}
          items={known.map((tip) => ({ value: tip.id, label: clipped(tip.line, 90), note: noteOf(tip, locale) }))}
          onChange={setTipId}
        />
      ) : null}
      {chosen === null ? null : (
        <blockquote>
          <Words>{t.common.quoted({ text: chosen.line })}</Words>
        </blockquote>
      )}
      {writing ? (
        <div className="field">
          {known.length === 0 && tips.is === 'here' ? <p className="fine">{t.panel.noTips}</p> : null}
          <TextField
            label={t.panel.newTipLabel}
            value={newTip ?? ''}
            onChange={setNewTip}
            lines={true}
            focused={newTip === ''}
          />
          <span>
            <Button small={true} disabled={busy || (newTip ?? '').trim() === ''} onClick={writeTip}>
              {t.common.save}
            </Button>
          </span>
        </div>
      ) : (
        <span>
          <Button look="quiet" small={true} onClick={() => setNewTip('')}>
            {t.panel.newTip}
          </Button>
        </span>
      )}
      {warned && chosen !== null ? (
        <Notice kind="care">
          <p>
            <Words>{common ? t.panel.guard({ names: format.list(chosen.wentTo) }) : t.panel.guardReach}</Words>
          </p>
        </Notice>
      ) : null}
      <div className="form-pair">
        <Choice
          label={t.panel.where}
          value={setting}
          items={settingSchema.options.map((value) => ({ value, label: t.common.setting[value] }))}
          onChange={setSetting}
        />
        <Choice
          label={t.panel.when}
          value={when}
          items={shareWhens(occasion, hands.now()).map((value) => ({ value, label: t.panel.whenChoice[value] }))}
          onChange={setWhen}
        />
      </div>
      {when === 'day' ? <TextField type="date" label={t.panel.whichDay} value={day} onChange={setDay} /> : null}
      <TextField label={t.panel.whyYou} value={whyYou} onChange={setWhyYou} />
    </InlineForm>
  );
}
