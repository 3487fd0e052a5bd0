import { useState } from 'react';
import type { Person } from '../../../records/person.ts';
import type { PersonDraft } from '../../../records/planner.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { useLocale } from '../../parts/locale-context.tsx';
import { TextField } from '../../parts/text-field.tsx';
import { FormFoot } from '../form-foot.tsx';
import { useServices } from '../services-context.tsx';
import { linesOf, orNull, wantsFrom, wordsOf } from '../text-lists.ts';
import { useAct } from '../use-act.ts';

/** A person's record as a draft that changes nothing: for acts that change one field of it. */
export const draftOf = (person: Person): PersonDraft => ({
  id: person.id,
  name: person.name,
  otherNames: person.otherNames,
  addresses: person.addresses.map((address) => address.written),
  phones: person.phones,
  organisation: person.organisation,
  title: person.title,
  tags: person.tags,
  topics: person.topics,
  needs: person.needs,
  offers: person.offers,
  notes: person.notes,
});

/** All fields of one person, of a new one when `person` is null. */
export function PersonForm({
  person,
  open,
  onOpenChange,
  onSaved,
}: {
  person: Person | null;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onSaved?: (id: string) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.people;
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={person === null ? w.add : w.edit}>
      {open ? <Fields person={person} onDone={() => onOpenChange(false)} onSaved={onSaved} /> : null}
    </Dialog>
  );
}

function Fields({
  person,
  onDone,
  onSaved,
}: {
  person: Person | null;
  onDone: () => void;
  onSaved?: (id: string) => void;
}) {
  const { t } = useLocale();
  const w = t.planner.people;
  const services = useServices();
  const run = useAct();
  const [name, setName] = useState(person?.name ?? '');
  const [otherNames, setOtherNames] = useState(person?.otherNames.join('\n') ?? '');
  const [addresses, setAddresses] = useState(person?.addresses.map((one) => one.written).join('\n') ?? '');
  const [phones, setPhones] = useState(person?.phones.join('\n') ?? '');
  const [organisation, setOrganisation] = useState(person?.organisation ?? '');
  const [title, setTitle] = useState(person?.title ?? '');
  const [tags, setTags] = useState(person?.tags.join(', ') ?? '');
  const [topics, setTopics] = useState(person?.topics.join(', ') ?? '');
  const [needs, setNeeds] = useState(person?.needs.map((one) => one.text).join('\n') ?? '');
  const [offers, setOffers] = useState(person?.offers.map((one) => one.text).join('\n') ?? '');
  const [nameless, setNameless] = useState(false);

  const save = async () => {
    if (name.trim() === '') {
      setNameless(true);
      return;
    }
    const done = await run(
      services.savePerson({
        id: person?.id ?? null,
        name: name.trim(),
        otherNames: linesOf(otherNames),
        addresses: linesOf(addresses),
        phones: linesOf(phones),
        organisation: orNull(organisation),
        title: orNull(title),
        tags: wordsOf(tags),
        topics: wordsOf(topics),
        needs: wantsFrom(needs, person?.needs ?? []),
        offers: wantsFrom(offers, person?.offers ?? []),
        notes: person?.notes ?? [],
      }),
      w.saved({ name: name.trim() }),
    );
    if (done === null) return;
    onDone();
    if (done.id !== undefined) onSaved?.(done.id);
  };

  return (
    <form
      className="form"
      noValidate={true}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <TextField
        label={w.name}
        value={name}
        onChange={(next) => {
          setName(next);
          setNameless(false);
        }}
        error={nameless ? w.nameMissing : null}
        required={true}
      />
      <div className="form-pair">
        <TextField label={w.organisation} value={organisation} onChange={setOrganisation} />
        <TextField label={w.title} value={title} onChange={setTitle} />
      </div>
      <TextField label={w.addresses} note={w.onePerLine} value={addresses} onChange={setAddresses} lines={true} />
      <div className="form-pair">
        <TextField label={w.needs} note={w.onePerLine} value={needs} onChange={setNeeds} lines={true} />
        <TextField label={w.offers} note={w.onePerLine} value={offers} onChange={setOffers} lines={true} />
      </div>
      <div className="form-pair">
        <TextField label={w.topics} note={w.commas} value={topics} onChange={setTopics} />
        <TextField label={w.tags} note={w.commas} value={tags} onChange={setTags} />
      </div>
      <div className="form-pair">
        <TextField label={w.otherNames} note={w.onePerLine} value={otherNames} onChange={setOtherNames} lines={true} />
        <TextField label={w.phones} note={w.onePerLine} value={phones} onChange={setPhones} lines={true} />
      </div>
      <FormFoot onCancel={onDone} />
    </form>
  );
}
