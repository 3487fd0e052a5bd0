import { Select } from '@base-ui/react/select';
import { Check, ChevronDown } from 'lucide-react';
import './field.css';
import './popup-surface.css';

/** One entry of a choice. `note` is a second, quieter line. */
export interface ChoiceItem<Value extends string> {
  value: Value;
  label: string;
  note?: string;
  disabled?: boolean;
}

/** A labelled list to choose one entry from. */
export function Choice<Value extends string>({
  label,
  labelHidden = false,
  value,
  items,
  onChange,
  placeholder,
  disabled = false,
}: {
  label: string;
  labelHidden?: boolean;
  value: Value | null;
  items: readonly ChoiceItem<Value>[];
  onChange: (value: Value) => void;
  placeholder?: string;
  disabled?: boolean;
}) {
  return (
    <div className="field">
      <Select.Root
        items={items.map((item) => ({ value: item.value, label: item.label }))}
        value={value}
        onValueChange={(next) => {
          if (next !== null) onChange(next);
        }}
        disabled={disabled}
        modal={false}
      >
        <Select.Label className={labelHidden ? 'unseen' : 'field-label'}>{label}</Select.Label>
        <Select.Trigger className="input choice-trigger">
          <Select.Value placeholder={placeholder} />
          <Select.Icon>
            <ChevronDown aria-hidden="true" />
          </Select.Icon>
        </Select.Trigger>
        <Select.Portal>
          <Select.Positioner className="floating" sideOffset={4} alignItemWithTrigger={false} collisionPadding={8}>
            <Select.Popup className="surface menu choice-list">
              <Select.List>
                {items.map((item) => (
                  <Select.Item
                    key={item.value}
                    className="menu-item choice-item"
                    value={item.value}
                    disabled={item.disabled ?? false}
                  >
                    <Select.ItemIndicator className="choice-mark">
                      <Check aria-hidden="true" />
                    </Select.ItemIndicator>
                    <span className="choice-body">
                      <Select.ItemText>{item.label}</Select.ItemText>
                      {item.note === undefined ? null : <span className="choice-note">{item.note}</span>}
                    </span>
                  </Select.Item>
                ))}
              </Select.List>
            </Select.Popup>
          </Select.Positioner>
        </Select.Portal>
      </Select.Root>
    </div>
  );
}
