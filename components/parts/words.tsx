import { Fragment } from 'react';
import { parts, plain } from '../../locales/isolate.ts';
import './words.css';

/** A name or other text from a record or a page, its direction kept from its surroundings. */
export function Name({ children }: { children: string }) {
  return <bdi>{plain(children)}</bdi>;
}

const han = /\p{Script=Han}/u;
const latin = /[\p{Script=Latin}\p{N}]/u;

/** Whether printers set a thin space between these two neighbours: Chinese beside Latin or figures. */
const wantsSpace = (before: string | undefined, after: string | undefined): boolean =>
  before !== undefined &&
  after !== undefined &&
  ((han.test(before) && latin.test(after)) || (latin.test(before) && han.test(after)));

const last = (text: string | undefined) => (text === undefined ? undefined : [...text.slice(-2)].at(-1));
const first = (text: string | undefined) => (text === undefined ? undefined : [...text.slice(0, 2)][0]);

/**
 * A sentence of the catalogue; what was put into it from records or pages stands in `<bdi>`. The browser sets no space
 * between Chinese and Latin at the edge of a `<bdi>`, so it is set here.
 */
export function Words({ children }: { children: string }) {
  const all = parts(children);
  return all.map((part, index) => {
    // Parts never move within a sentence, so their place names them.
    const key = index;
    if (!part.isolated) return <Fragment key={key}>{part.text}</Fragment>;
    const start = wantsSpace(last(all[index - 1]?.text), first(part.text)) ? 'space-before' : '';
    const end = wantsSpace(last(part.text), first(all[index + 1]?.text)) ? ' space-after' : '';
    return (
      <bdi key={key} className={`${start}${end}` || undefined}>
        {part.text}
      </bdi>
    );
  });
}
