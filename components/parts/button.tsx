import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps, ReactNode } from 'react';
import { parts } from '../../locales/isolate.ts';
import './button.css';

/** How much weight a button carries: the one thing to do, an ordinary act, an act among text, an act that destroys. */
export type ButtonLook = 'main' | 'plain' | 'quiet' | 'danger';

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, 'className'> & {
  look?: ButtonLook;
  small?: boolean;
  icon?: ReactNode;
  /** What the button acts on, said after its words by screen readers where the eye sees it. */
  about?: string;
};

/** A button. `icon` stands before the words. It keeps the focus while it is disabled, so that no act loses the user's place. */
export function Button({ look = 'plain', small = false, icon, about, children, ...rest }: ButtonProps) {
  return (
    <BaseButton
      type="button"
      focusableWhenDisabled={true}
      className={`button button-${look}${small ? ' button-small' : ''}`}
      {...rest}
    >
      {icon}
      {children}
      {about === undefined ? null : <span className="unseen">, {parts(about).map((part) => part.text)}</span>}
    </BaseButton>
  );
}
