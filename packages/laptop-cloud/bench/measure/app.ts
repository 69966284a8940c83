import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { LaptopCloud } from '../../src/cloud.ts';

/** An app whose cloud is measured. */
export interface BenchApp {
  /** What a piece of its work is called in the figures, such as `loans`. */
  readonly workName: string;
  /** Starts its cloud in this process, on any free port. */
  start(dataDirectory: string, options: { readonly periodicWork: boolean }): Promise<LaptopCloud>;
  /** Gives it a round of work and resolves, when all is done, with how many pieces it was. */
  work(cloud: LaptopCloud, round: number): Promise<number>;
  /**
   * Starts its cloud as a command does, in a process of its own and on any free port; the command says a line that
   * begins with `ready` and ends with its endpoint.
   */
  readonly command: { readonly folder: string; args(dataDirectory: string): readonly string[] };
  /** Throws away what the command makes of its functions, so that it has to make it anew. @default - nothing */
  forgetBundles?(): Promise<void>;
}

const EXAMPLE = fileURLToPath(new URL('../example-app.ts', import.meta.url));

/** The app of `--app FILE`, by default the package's example, and the rest of the command line. */
export async function chosenApp(): Promise<{ readonly app: BenchApp; readonly positionals: readonly string[] }> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { app: { type: 'string', default: EXAMPLE } },
  });
  const { app } = (await import(pathToFileURL(resolve(values.app)).href)) as { readonly app: BenchApp };
  return { app, positionals };
}

/** An app's cloud in a process of its own. */
export interface StartedCloud {
  readonly endpoint: string;
  /** From the command to the word. */
  readonly readyMs: number;
  stop(): Promise<void>;
}

/**
 * Runs an app's command and waits until it says that it is ready.
 *
 * @throws Error when it ends before.
 */
export async function startCommand({ command }: BenchApp, dataDirectory: string): Promise<StartedCloud> {
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: '1' };
  const child = spawn(process.execPath, command.args(dataDirectory), { cwd: command.folder, env });
  const ended = new Promise<number | null>((done) => child.on('exit', done));
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
  return new Promise((found) => {
    stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const endpoint = /^ready .* endpoint (\S+)$/m.exec(said)?.[1];
      if (endpoint) found(endpoint);
    });
  });
}
