import type { ReactNode } from 'react';
import './blank.css';

/** An empty place that says what belongs here and how the first one comes. */
export function Blank({ title, children, actions }: { title: ReactNode; children?: ReactNode; actions?: ReactNode }) {
  return (
    <div className="blank">
      <p className="blank-title serif">{title}</p>
      {children}
      {actions === undefined ? null : <div className="blank-actions">{actions}</div>}
    </div>
  );
}
