import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A proxy that refuses everything and remembers what was asked for: what a browser cannot reach, and proof that it did not try. */
export interface Outside {
  port: number;
  /** `host:port` of each attempt, in order, but for the browser's own services. */
  attempts: string[];
  close(): Promise<void>;
}

/** What browsers ask for by themselves, whatever is installed in them. Where a page or frame asks for these, it counts all the same. */
const browsersOwn = new Set([
  'accounts.google.com',
  'clients2.google.com',
  'content-autofill.googleapis.com',
  'update.googleapis.com',
  'firefox.settings.services.mozilla.com',
]);

/** Starts the refusing proxy on a free port of the loopback. */
export async function refuseOutside(): Promise<Outside> {
  const attempts: string[] = [];
  const remember = (host: string) => {
    if (!browsersOwn.has(host.replace(/:\d+$/, ''))) attempts.push(host);
  };
  const server = createServer((request, response) => {
    remember(new URL(request.url ?? '/', 'http://unknown').host);
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    remember(request.url ?? '');
    socket.on('error', () => socket.destroy());
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    attempts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The pages that a test serves, by address without hash, and the servers of the test on the loopback. */
export class ServedPages {
  readonly #pages = new Map<string, string>();
  readonly #servers = new Set<string>();

  letThrough(origin: string): void {
    this.#servers.add(origin);
  }

  /** Whether a request goes to one of the test's own servers. */
  passes(url: string): boolean {
    return this.#servers.has(new URL(url).origin);
  }

  set(url: string, html: string): void {
    this.#pages.set(withoutHash(url), html);
  }

  /** The answer for a request: a page, a 404 on a host that has pages, or null: not ours, refuse it. */
  answer(url: string): { status: number; body: string } | null {
    const page = this.#pages.get(withoutHash(url));
    if (page !== undefined) return { status: 200, body: page };
    const { host } = new URL(url);
    const known = [...this.#pages.keys()].some((served) => new URL(served).host === host);
    return known ? { status: 404, body: '' } : null;
  }
}

const withoutHash = (url: string): string => {
  const parsed = new URL(url);
  parsed.hash = '';
  return parsed.href;
};
