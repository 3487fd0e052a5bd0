import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import './button.css';

/** How much weight a button carries: the one thing to do, an ordinary act, an act among text, an act that destroys. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  look?: ButtonLook;
  small?: boolean;
  icon?: ReactNode;
};

/** A button. `icon` stands before the words. */
export function Button({ look = 'plain', small = false, icon, children, ...rest }: ButtonProps) {
  return (
    <BaseButton type="button" className={`button button-${look}${small ? ' button-small' : ''}`} {...rest}>
      {icon}
      {children}
    </BaseButton>
  );
}
