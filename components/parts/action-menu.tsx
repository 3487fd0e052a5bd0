import { Menu } from '@base-ui/react/menu';
import { Fragment, type ReactElement, type ReactNode } from 'react';
import './popup-surface.css';

/** One line of a menu. `aside` stands at its end, such as a date; `apart` draws a line above it. */
export interface MenuChoice {
  label: string;
  onChoose: () => void;
  icon?: ReactNode;
  aside?: string;
  apart?: boolean;
  disabled?: boolean;
}

/** A menu of acts that opens from `trigger`, one button. */
export function ActionMenu({
  trigger,
  heading,
  choices,
}: {
  trigger: ReactElement;
  heading?: string;
  choices: readonly MenuChoice[];
}) {
  return (
    <Menu.Root modal={false}>
      <Menu.Trigger render={trigger} />
      <Menu.Portal>
        <Menu.Positioner className="floating" sideOffset={4} align="start" collisionPadding={8}>
          <Menu.Popup className="surface menu">
            <Menu.Group>
              {heading === undefined ? null : <Menu.GroupLabel className="menu-heading">{heading}</Menu.GroupLabel>}
              {choices.map((choice) => (
                <Fragment key={choice.label}>
                  {choice.apart ? <Menu.Separator className="menu-line" /> : null}
                  <Menu.Item className="menu-item" onClick={choice.onChoose} disabled={choice.disabled ?? false}>
                    {choice.icon}
                    <span>{choice.label}</span>
                    {choice.aside === undefined ? null : <span className="menu-aside">{choice.aside}</span>}
                  </Menu.Item>
                </Fragment>
              ))}
            </Menu.Group>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
