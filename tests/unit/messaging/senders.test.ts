import { describe, expect, test } from 'vitest';
import { callerOf, type SenderLike } from '../../../messaging/senders.ts';

const us = {
  id: 'me',
  origin: 'chrome-extension://me',
  readsAt: (url: string) => url.startsWith('https://mail.google.com/'),
};

const page: SenderLike = {
  id: 'me',
  url: 'https://mail.google.com/mail/u/0/',
  frameId: 0,
  documentId: 'D1',
  documentLifecycle: 'active',
  tab: { id: 7 },
};
const frame: SenderLike = { ...page, url: 'chrome-extension://me/panel.html#abc', frameId: 5, documentId: 'D2' };

describe('who is calling', () => {
  test('a content script in the top frame of a page that we read', () => {
    expect(callerOf(page, 'page', us)).toEqual({ is: 'page', tabId: 7, documentId: 'D1' });
    expect(callerOf({ ...page, documentId: undefined }, 'page', us)).toEqual({
      is: 'page',
      tabId: 7,
      documentId: null,
    });
  });

  test('a framed panel, a side panel, a side panel opened in a tab', () => {
    expect(callerOf(frame, 'panel', us)).toEqual({ is: 'frame', tabId: 7, frameId: 5, documentId: 'D2' });
    expect(callerOf({ id: 'me', url: 'chrome-extension://me/sidepanel.html' }, 'panel', us)).toEqual({
      is: 'window',
      path: '/sidepanel.html',
    });
    expect(callerOf({ ...frame, url: 'chrome-extension://me/popup.html', frameId: 0 }, 'panel', us)?.is).toBe('window');
  });

  test.each<[string, SenderLike | undefined, string]>([
    ['nobody', undefined, 'page'],
    ['another extension', { ...page, id: 'other' }, 'page'],
    ['a content script of a page that we do not read', { ...page, url: 'https://evil.example/' }, 'page'],
    ['a look-alike host', { ...page, url: 'https://mail.google.com.evil.example/' }, 'page'],
    ['a subframe of a page that we read', { ...page, frameId: 3 }, 'page'],
    ['a page kept for back and forward', { ...page, documentLifecycle: 'cached' }, 'page'],
    ['a page being prerendered', { ...page, documentLifecycle: 'prerender' }, 'page'],
    ['a content script at the door of the panels', page, 'panel'],
    ['a panel at the door of the pages', frame, 'page'],
    ['panel.html as a tab of its own', { ...frame, frameId: 0 }, 'panel'],
    ['a side panel framed in a page', { ...frame, url: 'chrome-extension://me/sidepanel.html' }, 'panel'],
    ['another page of ours', { ...frame, url: 'chrome-extension://me/planner.html' }, 'panel'],
    ['a path that only ends like ours', { ...frame, url: 'chrome-extension://me/x/panel.html' }, 'panel'],
    ['an origin that only starts like ours', { ...frame, url: 'chrome-extension://mean/panel.html' }, 'panel'],
    ['a port of another name', frame, 'planner'],
  ])('refuses %s', (_, sender, port) => {
    expect(callerOf(sender, port, us)).toBeNull();
  });
});
