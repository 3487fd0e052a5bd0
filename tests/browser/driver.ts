import type { BrowserName } from '../../scripts/browsers.ts';

/** One document that a test looks at and acts in: a tab's page, or a frame in it. Selectors are CSS. Times in ms. */
export interface View {
  /** The document's address now. */
  address(): Promise<string>;
  /** Runs `fn` in the document's own world. `fn` is sent as source: it may use only its argument. */
  evaluate<A, R>(fn: (arg: A) => R | Promise<R>, arg: A): Promise<Awaited<R>>;
  /** Waits until the selector is drawn. @throws after `timeout`. */
  waitFor(selector: string, timeout?: number): Promise<void>;
  /** Waits until `fn` answers true in the document. @throws after `timeout`. */
  waitUntil<A>(fn: (arg: A) => boolean, arg: A, timeout?: number): Promise<void>;
  /** A real click, by the browser's own input. */
  click(selector: string): Promise<void>;
  /** A real click on what assistive technology knows by this role and name. */
  clickRole(role: string, name: string): Promise<void>;
  /** Replaces a text field's value, as typed. */
  fill(selector: string, text: string): Promise<void>;
  /** Chooses an option of a `<select>` by its value. */
  choose(selector: string, value: string): Promise<void>;
  /** Puts files on an `<input type="file">`. */
  upload(selector: string, paths: string[]): Promise<void>;
}

/** What a page's media queries are told. */
export interface Media {
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
}

/** One tab. */
export interface Tab extends View {
  /** Goes to an address, and waits for the document. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  back(): Promise<void>;
  forward(): Promise<void>;
  /** A key with the browser's own input, such as `Tab` or `Enter`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** The frames below the top one, also in closed shadow roots. */
  frames(): Promise<View[]>;
  resize(width: number, height: number): Promise<void>;
  media(media: Media): Promise<void>;
  screenshot(path: string): Promise<void>;
  bringToFront(): Promise<void>;
  close(): Promise<void>;
}

/** A browser with a fresh profile and the built extension in it. Nothing leaves: pages come from `serve`, the rest is refused. */
export interface TestBrowser {
  name: BrowserName;
  /** `chrome-extension://…` or `moz-extension://…`, no slash at the end. */
  origin: string;
  /** Gives the document for an `https:` address (without its hash); every address of that host not given is a 404. */
  serve(url: string, html: string): void;
  /** Lets pages reach a server that the test runs on the loopback. Browsers take no proxy for it. */
  letThrough(origin: string): void;
  newTab(): Promise<Tab>;
  /** Installs the extension, or, where it is there already, installs it anew as an update does, under the open pages. */
  install(): Promise<void>;
  /** Every error in a console or uncaught in an extension's page or a served page, so far. */
  errors(): string[];
  /** Hosts that the browser, pages or extension tried to reach outside, so far (`host:port`); not what the browser asks for by itself. */
  reached(): string[];
  close(): Promise<void>;
}

/** How a test's browser is started. */
export interface StartOptions {
  /** The browser's own language, BCP 47. */
  language?: string;
  width?: number;
  height?: number;
  /** Starts without the extension, until `install`. */
  bare?: boolean;
  /** Firefox alone: further preferences (`about:config`). */
  preferences?: Record<string, string | number | boolean>;
}

/** How long a test waits for something on the screen unless it says otherwise, ms. */
export const patience = 10_000;

/** Asks `probe` until it answers something else than null. @throws after `timeout` ms, saying what was waited for. */
export async function eventually<T>(what: string, probe: () => Promise<T | null>, timeout = patience): Promise<T> {
  const end = performance.now() + timeout;
  for (;;) {
    const found = await probe();
    if (found !== null) return found;
    if (performance.now() > end) throw new Error(`Waited ${timeout} ms in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
