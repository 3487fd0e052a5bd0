import { type ChildProcess, spawn } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** No server of a test outlives this, whatever happens to the test, s. */
const lifetime = 1_500;

/** A started program. */
export interface Running {
  stop(): Promise<void>;
}

/** Root gives its rights away before it starts a server: nobody's (65534), as Debian numbers them. */
const nobody = 65_534;
export const serverIds = (): { uid?: number; gid?: number } =>
  process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};

/**
 * Starts a server as an ordinary process under `timeout`, which ends it if nobody else does; what it says goes to `log`.
 * @throws Error when the program is not there.
 */
export async function start(
  program: string,
  args: string[],
  { log, cwd, env = {} }: { log: string; cwd: string; env?: Record<string, string> },
): Promise<Running> {
  const child: ChildProcess = spawn('timeout', ['--kill-after=5', String(lifetime), program, ...args], {
    cwd,
    env: { ...process.env, HOME: cwd, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...serverIds(),
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => appendFileSync(log, chunk));
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  return {
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

/** A port of the loopback that nobody has now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
}

/** Waits until somebody listens on a port of the loopback. @throws after `patience` ms, naming the server. */
export async function listening(port: number, name: string, patience = 15_000): Promise<void> {
  const end = performance.now() + patience;
  for (;;) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (open) return;
    if (performance.now() > end) throw new Error(`${name} does not listen on port ${port}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
