import { Field } from '@base-ui/react/field';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import './field.css';

/** One labelled input for text, a date or a time. */
export interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The label is only for screen readers, where the place makes it plain to the eye. */
  labelHidden?: boolean;
  note?: string;
  /** What is wrong and what to do; shown and announced in place of nothing. */
  error?: string | null;
  placeholder?: string;
  /** Several lines; the box grows with the text. */
  lines?: boolean;
  type?: 'text' | 'date' | 'datetime-local' | 'search' | 'url' | 'email' | 'number';
  maxLength?: number;
  required?: boolean;
  disabled?: boolean;
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Takes the focus when it appears in answer to a click. */
  focused?: boolean;
}

/** A labelled text input over Base UI's field: label, note and error are tied to it for screen readers. */
export function TextField({
  label,
  value,
  onChange,
  labelHidden = false,
  note,
  error = null,
  placeholder,
  lines = false,
  type = 'text',
  maxLength = lines ? 20_000 : 500,
  required = false,
  disabled = false,
  onKeyDown,
  focused = false,
}: TextFieldProps) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focused) root.current?.querySelector<HTMLElement>('input, textarea')?.focus();
  }, [focused]);
  return (
    <Field.Root ref={root} className="field" invalid={error !== null} disabled={disabled}>
      <Field.Label className={labelHidden ? 'unseen' : 'field-label'}>{label}</Field.Label>
      <Field.Control
        className="input"
        type={type}
        dir="auto"
        value={value}
        onValueChange={(next) => onChange(String(next))}
        onKeyDown={onKeyDown}
        placeholder={placeholder}
        maxLength={maxLength}
        required={required}
        autoComplete="off"
        render={lines ? <textarea rows={2} /> : undefined}
      />
      {note === undefined ? null : <Field.Description className="field-note">{note}</Field.Description>}
      {error === null ? null : (
        <Field.Error className="field-error" match={true}>
          {error}
        </Field.Error>
      )}
    </Field.Root>
  );
}
