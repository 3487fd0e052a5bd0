import type { ReactNode } from 'react';
import './tag.css';

/** One or two words that say what something is. Colour only underlines what the words say. */
export function Tag({ look = 'plain', children }: { look?: 'plain' | 'pine' | 'seal' | 'ochre'; children: ReactNode }) {
  return <span className={`tag tag-${look}`}>{children}</span>;
}
