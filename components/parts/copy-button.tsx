import { useState } from 'react';
import { Button } from './button.tsx';
import { useLocale } from './locale-context.tsx';
import { Status } from './status.tsx';

/** Copies `text`, or what `text` answers, and says so. In a frame that may not write the clipboard it says that instead. */
export function CopyButton({ text, label }: { text: string | (() => Promise<string>); label?: string }) {
  const { t } = useLocale();
  const [state, setState] = useState<'idle' | 'copied' | 'failed'>('idle');

  async function copy(): Promise<void> {
    try {
      const words = typeof text === 'string' ? text : await text();
      if (!(await written(words))) throw new Error('The clipboard refused.');
      setState('copied');
    } catch {
      setState('failed');
    }
  }

  return (
    <>
      <Button onClick={copy}>{label ?? t.common.copy}</Button>
      <Status className="fine">
        {state === 'copied' ? t.common.copied : state === 'failed' ? t.common.notCopied : null}
      </Status>
    </>
  );
}

/** Writes the clipboard, by selection where the frame has no permission for the newer way. */
async function written(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'unseen';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }
}
