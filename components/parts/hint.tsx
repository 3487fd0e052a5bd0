import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import './popup-surface.css';

/** A short text that appears while `children`, one focusable element, is pointed at or focused. Never the only place of a fact. */
export function Hint({ text, children }: { text: string; children: ReactElement }) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner className="floating" sideOffset={6} collisionPadding={8}>
          <Tooltip.Popup className="hint">{text}</Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
