import { useState } from 'react';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { useSay } from '../../parts/toast.tsx';
import { PasteForm } from '../../paste/paste-form.tsx';
import { hrefOf } from '../route.ts';
import { Loaded, Section } from '../screen.tsx';
import { useServices, useWatched } from '../services-context.tsx';
import { OccasionBrief } from './occasion-brief.tsx';

/** The way in for people whom no page shows: opened by a click, or by an address that ends in `?paste`. */
export function PasteSection() {
  const { t } = useLocale();
  const services = useServices();
  const say = useSay();
  const [open, setOpen] = useState(() => location.hash.includes('?paste'));
  const w = t.common.paste;
  if (!open)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>{w.open}</Button>
      </p>
    );
  return (
    <Section title={w.title}>
      <PasteForm
        focused={true}
        paste={services.paste}
        onPasted={({ occasionId, people, others }) => {
          setOpen(false);
          say({ text: w.done({ people }), more: others > 0 ? w.others({ n: others }) : undefined });
          location.hash = hrefOf('today', occasionId);
        }}
      />
    </Section>
  );
}

/** The one occasion that the address names, with its people and prompts. */
export function OneOccasion({ id }: { id: string }) {
  const { t } = useLocale();
  const occasion = useWatched('occasion', id);
  return (
    <Section title={t.planner.today.one}>
      <Loaded answer={occasion}>
        {(brief) =>
          brief === null ? <p className="quiet">{t.planner.today.oneGone}</p> : <OccasionBrief key={id} brief={brief} />
        }
      </Loaded>
    </Section>
  );
}
