import { type ChildProcess, spawn } from 'node:child_process';
import { projectRoot } from '../../../../lib/bundle.ts';

/** The local cloud in a process of its own, as `npm start` starts it. */
export interface StartedCloud {
  readonly endpoint: string;
  /** From the command to the word. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/**
 * Starts the local cloud on a data folder without dropping samples into it, and waits until it says that it is ready.
 *
 * @throws Error when it ends before.
 */
export async function startedCloud(dataDirectory: string): Promise<StartedCloud> {
  const started = performance.now();
  const args = ['lib/run.mjs', 'laptop/cli.ts', '--data', dataDirectory, '--port', '0', '--empty'];
  const child = spawn(process.execPath, args, { cwd: projectRoot, env: { ...process.env, NO_COLOR: '1' } });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const endpoint = await Promise.race([
    saidEndpoint(child),
    ended.then((code) => Promise.reject(new Error(`expected it to become ready, it ended with ${code}`))),
  ]);
  const readyMs = Math.round(performance.now() - started);
  return {
    endpoint,
    readyMs,
    async stop() {
      child.kill('SIGINT');
      await ended;
    },
  };
}

/** Resolves with the endpoint that stands in the line which begins with `ready`. */
function saidEndpoint({ stdout }: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const endpoint = /^ready .* endpoint (\S+)$/m.exec(said)?.[1];
      if (endpoint) resolve(endpoint);
    });
  });
}
