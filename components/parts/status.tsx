import type { HTMLAttributes, ReactNode } from 'react';

/** A place whose words are announced when they change. `data-*` attributes go through, for outside tests. */
export function Status({
  children,
  ...rest
}: { children: ReactNode } & HTMLAttributes<HTMLDivElement> & Record<`data-${string}`, string | number | undefined>) {
  return (
    <div role="status" aria-live="polite" {...rest}>
      {children}
    </div>
  );
}
