import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import type { ButtonLook } from './button.tsx';
import './button.css';

type IconButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className' | 'children'> & {
  label: string;
  icon: ReactNode;
  look?: ButtonLook;
  small?: boolean;
};

/** A button that shows an icon alone; `label` is its name, and the browser's own hint where it is pointed at. */
export function IconButton({ label, icon, look = 'quiet', small = false, ...rest }: IconButtonProps) {
  return (
    <BaseButton
      type="button"
      className={`button icon-button button-${look}${small ? ' button-small' : ''}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      {icon}
    </BaseButton>
  );
}
