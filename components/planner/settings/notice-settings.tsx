import { type Notices, newNotices, type Settings } from '../../../records/settings.ts';
import { Choice } from '../../parts/choice.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { useSay } from '../../parts/toast.tsx';
import { Toggle } from '../../parts/toggle.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { useAct } from '../use-act.ts';

const never = 'never';
const befores = [5, 15, 30, 60];
const hours = Array.from({ length: 48 }, (_, n) => n * 30);
const mornings = hours.filter((minutes) => minutes >= 5 * 60 && minutes <= 11 * 60);

/** Whether the browser may speak up by itself, when, and when it must be quiet. */
export function NoticeSettings({ settings }: { settings: Settings }) {
  const { t, format } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  const say = useSay();
  const notices = settings.notices ?? newNotices;
  const change = (part: Partial<Notices>) =>
    void run(services.saveSettings({ notices: { ...notices, ...part } }), w.saved);
  const turn = async (on: boolean) => {
    if (on && !(await services.allowNotices())) {
      say({ text: w.noticesRefused, problem: true });
      return;
    }
    change({ on });
  };
  const time = (minutes: number) => format.time(new Date(2000, 0, 1, 0, minutes).getTime());
  const times = (offered: readonly number[], value: number) =>
    [...new Set([...offered, value])].sort((a, b) => a - b).map((one) => ({ value: String(one), label: time(one) }));
  return (
    <Section title={w.notices}>
      <Toggle label={w.noticesOn} note={w.noticesNote} on={notices.on} onChange={(on) => void turn(on)} />
      {notices.on ? (
        <>
          <div className="form-pair">
            <Choice
              label={w.noticeBefore}
              value={notices.before === null ? never : String(notices.before)}
              onChange={(value: string) => change({ before: value === never ? null : Number(value) })}
              items={[
                ...befores.map((minutes) => ({ value: String(minutes), label: w.minutesBefore({ n: minutes }) })),
                { value: never, label: w.notAtAll },
              ]}
            />
            <Choice
              label={w.noticeMorning}
              value={notices.morningAt === null ? never : String(notices.morningAt)}
              onChange={(value: string) => change({ morningAt: value === never ? null : Number(value) })}
              items={[...times(mornings, notices.morningAt ?? 480), { value: never, label: w.notAtAll }]}
            />
          </div>
          <div className="form-pair">
            <Choice
              label={w.quietFrom}
              value={String(notices.quietFrom)}
              onChange={(value: string) => change({ quietFrom: Number(value) })}
              items={times(hours, notices.quietFrom)}
            />
            <Choice
              label={w.quietTo}
              value={String(notices.quietTo)}
              onChange={(value: string) => change({ quietTo: Number(value) })}
              items={times(hours, notices.quietTo)}
            />
          </div>
          <Toggle label={w.noticeAfter} on={notices.after} onChange={(after) => change({ after })} />
        </>
      ) : null}
    </Section>
  );
}
