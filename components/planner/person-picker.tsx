import { Combobox } from '@base-ui/react/combobox';
import { useId, useMemo } from 'react';
import type { PersonName } from '../../records/planner.ts';
import '../parts/field.css';
import '../parts/popup-surface.css';
import { useLocale } from '../parts/locale-context.tsx';

const shownAtOnce = 50;

const fits = (person: PersonName, query: string): boolean => {
  const hay = `${person.name} ${person.find ?? ''} ${person.organisation ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => hay.includes(part));
};

/** A labelled box to find one kept person in by a few letters of name, pinyin initials or organisation. */
export function PersonPicker({
  label,
  labelHidden = false,
  people,
  value,
  onChange,
  except = [],
}: {
  label: string;
  labelHidden?: boolean;
  people: readonly PersonName[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** Ids that cannot be chosen here. */
  except?: readonly string[];
}) {
  const { t } = useLocale();
  const id = useId();
  const choosable = useMemo(() => people.filter((person) => !except.includes(person.id)), [people, except]);
  return (
    <Combobox.Root
      items={choosable}
      value={choosable.find((person) => person.id === value) ?? null}
      onValueChange={(person) => onChange(person?.id ?? null)}
      itemToStringLabel={(person) => person.name}
      isItemEqualToValue={(one, other) => one.id === other.id}
      filter={fits}
      limit={shownAtOnce}
      autoHighlight={true}
    >
      <div className="field">
        <label htmlFor={id} className={labelHidden ? 'unseen' : 'field-label'}>
          {label}
        </label>
        <Combobox.Input id={id} className="input" placeholder={t.planner.pickPerson} dir="auto" />
      </div>
      <Combobox.Portal>
        <Combobox.Positioner className="floating" sideOffset={4} collisionPadding={8}>
          <Combobox.Popup className="surface menu choice-list">
            <Combobox.Empty>
              <p className="picker-empty">{t.planner.nobodyFound}</p>
            </Combobox.Empty>
            <Combobox.List>
              {(person: PersonName) => (
                <Combobox.Item key={person.id} value={person} className="menu-item">
                  <span>
                    <bdi>{person.name}</bdi>
                    {person.organisation === null ? null : (
                      <span className="choice-note">
                        <bdi>{person.organisation}</bdi>
                      </span>
                    )}
                  </span>
                </Combobox.Item>
              )}
            </Combobox.List>
          </Combobox.Popup>
        </Combobox.Positioner>
      </Combobox.Portal>
    </Combobox.Root>
  );
}
