import { browser } from 'wxt/browser';

/** The address of a file of the extension. The pages among them are known by name only, whichever are built. */
export const ownFile = (path: `/${string}`): string => (browser.runtime.getURL as (path: string) => string)(path);
