import type { ReactNode } from 'react';
import './blank.css';

/** An empty place that says what belongs here and how the first one comes. */
export function Blank({
  title,
  heading: Title = 'p',
  children,
  actions,
}: {
  title: ReactNode;
  /** `h1` where it is the whole page. */
  heading?: 'p' | 'h1' | 'h2';
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className="blank">
      <Title className="blank-title serif">{title}</Title>
      {children}
      {actions === undefined ? null : <div className="blank-actions">{actions}</div>}
    </div>
  );
}
