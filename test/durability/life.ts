import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildRoot } from '../../lib/bundle.ts';
import { bundleWorkspaces } from '../../lib/workspaces.mjs';

/** When a life ends: after some time, after some events, or after a message that SNS accepted. */
export type Death =
  | { readonly afterMs: number }
  | { readonly afterEvents: number; readonly thenMs: number }
  | { readonly atMessage: true; readonly thenMs: number };

/** Nothing at all happens for so long: something is broken, and the assertions will tell what. */
const PATIENCE_MS = 30_000;

/** Bundles the child once: a bare Node starts several times faster than one with a TypeScript loader. */
export async function bundleChild(): Promise<string> {
  // Directly in the build folder, so that the project's root is still the folder above it.
  const outfile = join(buildRoot, 'durability-child.mjs');
  const entry = fileURLToPath(new URL('./child.ts', import.meta.url));
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    packages: 'external',
    plugins: [bundleWorkspaces],
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

/**
 * Runs the cloud on a data folder until it is killed.
 *
 * @param onIdle Called whenever the child has nothing left to do; may give it more.
 * @returns the child's time when it was last heard of.
 */
export async function live(
  child: string,
  directory: string,
  startedAtMs: number,
  death: Death,
  onIdle: () => Promise<void>,
): Promise<number> {
  const running = spawn(process.execPath, [child, directory, String(startedAtMs)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(running, 'exit');
  const killAfter = (milliseconds: number) => setTimeout(() => running.kill('SIGKILL'), milliseconds);
  let timer = killAfter('afterMs' in death ? death.afterMs : PATIENCE_MS);
  let endedAtMs = startedAtMs;
  let events = 0;
  let isDying = false;
  for await (const line of createInterface({ input: running.stdout })) {
    const [at = '', what = ''] = line.split(' ', 2);
    endedAtMs = Number(at);
    if (what === 'idle') {
      await onIdle();
      continue;
    }
    events += 1;
    if ('afterMs' in death || isDying) continue;
    isDying = 'afterEvents' in death ? events === death.afterEvents : what === 'message';
    clearTimeout(timer);
    timer = killAfter(isDying ? death.thenMs : PATIENCE_MS);
  }
  const [code, signal] = await exit;
  clearTimeout(timer);
  if (signal !== 'SIGKILL') throw new Error(`expected the child to live until it is killed, it ended with ${code}`);
  return endedAtMs;
}
