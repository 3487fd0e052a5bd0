import { Fragment } from 'react';
import { parts, plain } from '../../locales/isolate.ts';

/** A name or other text from a record or a page, its direction kept from its surroundings. */
export function Name({ children }: { children: string }) {
  return <bdi>{plain(children)}</bdi>;
}

/** A sentence of the catalogue; what was put into it from records or pages stands in `<bdi>`. */
export function Words({ children }: { children: string }) {
  let position = 0;
  return parts(children).map((part) => {
    position += part.text.length + 1;
    return part.isolated ? <bdi key={position}>{part.text}</bdi> : <Fragment key={position}>{part.text}</Fragment>;
  });
}
