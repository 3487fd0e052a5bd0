import type { Brief } from '../../../records/brief.ts';
import type { FormRequest } from '../deed.ts';
import { AnswerForm } from './answer-form.tsx';
import { AskBoth } from './ask-both-form.tsx';
import { CloseShareForm } from './close-share-form.tsx';
import { LineForm } from './line-form.tsx';
import { RequestForm } from './request-form.tsx';
import { ReviewForm } from './review-form.tsx';
import { ShareForm } from './share-form.tsx';

/** The form that was asked for. */
export function OpenForm({
  request,
  occasion,
  onClose,
}: {
  request: FormRequest;
  occasion: Brief['occasion'];
  onClose: () => void;
}) {
  switch (request.form) {
    case 'line':
      return <LineForm {...request} onClose={onClose} />;
    case 'share':
      return <ShareForm {...request} occasion={occasion} onClose={onClose} />;
    case 'close-share':
      return <CloseShareForm {...request} onClose={onClose} />;
    case 'request':
      return <RequestForm {...request} onClose={onClose} />;
    case 'answer':
      return <AnswerForm {...request} onClose={onClose} />;
    case 'ask-both':
      return <AskBoth {...request} onClose={onClose} />;
    case 'review':
      return <ReviewForm {...request} onClose={onClose} />;
  }
}
