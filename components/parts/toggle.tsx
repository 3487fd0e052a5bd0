import { Switch } from '@base-ui/react/switch';
import { useId } from 'react';
import './field.css';

/** A switch with its words: on or off, at once. */
export function Toggle({
  label,
  note,
  on,
  onChange,
  disabled = false,
}: {
  label: string;
  note?: string;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's hidden checkbox within
    <label className="toggle">
      <Switch.Root
        className="toggle-track"
        checked={on}
        onCheckedChange={onChange}
        disabled={disabled}
        aria-labelledby={id}
        aria-describedby={note === undefined ? undefined : `${id}-note`}
      >
        <Switch.Thumb className="toggle-thumb" />
      </Switch.Root>
      <span>
        <span id={id}>{label}</span>
        {note === undefined ? null : (
          <span id={`${id}-note`} className="toggle-note">
            {note}
          </span>
        )}
      </span>
    </label>
  );
}
