import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { useId } from 'react';
import './field.css';

/** A few entries side by side, one of them chosen: for two to four short ones; more go in a `Choice`. */
export function Options<Value extends string>({
  label,
  labelHidden = false,
  value,
  items,
  onChange,
}: {
  label: string;
  labelHidden?: boolean;
  value: Value;
  items: readonly { value: Value; label: string }[];
  onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <span id={id} className={labelHidden ? 'unseen' : 'field-label'}>
        {label}
      </span>
      <RadioGroup className="options" aria-labelledby={id} value={value} onValueChange={(next) => onChange(next)}>
        {items.map((item) => (
          <Radio.Root
            key={item.value}
            value={item.value}
            className="option"
            nativeButton={true}
            render={<button type="button" />}
          >
            {item.label}
          </Radio.Root>
        ))}
      </RadioGroup>
    </div>
  );
}
