import { useState } from 'react';
import type { Settings } from '../../../records/settings.ts';
import { Button } from '../../parts/button.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { Section } from '../screen.tsx';
import { useServices } from '../services-context.tsx';
import { linesOf } from '../text-lists.ts';
import { useAct } from '../use-act.ts';

const textsOf = ({ me }: Settings) => ({
  name: me.name,
  addresses: me.addresses.map((address) => address.written).join('\n'),
  needs: me.needs.map((want) => want.text).join('\n'),
  offers: me.offers.map((want) => want.text).join('\n'),
});

/** Who the user is, and what they need and offer: half of every match. */
export function AboutMe({ settings }: { settings: Settings }) {
  const { t } = useLocale();
  const w = t.settings;
  const services = useServices();
  const run = useAct();
  const stored = textsOf(settings);
  const [typed, setTyped] = useState<Partial<typeof stored>>({});
  const shown = { ...stored, ...typed };
  const changed = (Object.keys(stored) as (keyof typeof stored)[]).some((field) => shown[field] !== stored[field]);
  const field = (name: keyof typeof stored) => ({
    value: shown[name],
    onChange: (value: string) => setTyped({ ...typed, [name]: value }),
  });
  return (
    <Section title={w.me}>
      <p className="quiet">{w.meHow}</p>
      <form
        className="form"
        onSubmit={async (event) => {
          event.preventDefault();
          const done = await run(
            services.saveSettings({
              me: {
                name: shown.name.trim(),
                addresses: linesOf(shown.addresses),
                needs: linesOf(shown.needs),
                offers: linesOf(shown.offers),
              },
            }),
            w.saved,
          );
          if (done !== null) setTyped({});
        }}
      >
        <div className="form-pair">
          <TextField label={w.myName} {...field('name')} />
          <TextField label={w.myAddresses} note={w.myAddressesNote} lines={true} {...field('addresses')} />
        </div>
        <div className="form-pair">
          <TextField label={w.myNeeds} note={w.myNeedsNote} lines={true} {...field('needs')} />
          <TextField label={w.myOffers} note={w.myOffersNote} lines={true} {...field('offers')} />
        </div>
        <div>
          <Button look="main" type="submit" disabled={!changed}>
            {t.common.save}
          </Button>
        </div>
      </form>
    </Section>
  );
}
