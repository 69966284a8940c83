import { spawn } from 'node:child_process';
import { projectRoot } from '../../lib/bundle.ts';
import { referenceCheckout } from './reference-checkout.ts';

/** One script, run in turn in this build and in another. */
export interface SideBySide {
  /** Absolute path of a script that takes the root of a build as its first argument and prints JSON as its last line. */
  readonly probe: string;
  readonly args?: readonly string[];
  /** @default 1 */
  readonly rounds?: number;
  /** What to measure against. @default - this build alone */
  readonly against?: string | undefined;
}

/** What the rounds of either build printed, in their order. */
export interface Sides<T> {
  readonly ours: readonly T[];
  /** Empty where there is nothing to measure against. */
  readonly theirs: readonly T[];
}

/**
 * Runs a probe in fresh processes, this build and the other by turns, so that what else the machine does meets both
 * alike; who goes first changes with each round.
 *
 * @throws Error when a probe fails, or says nothing that is JSON.
 */
export async function sideBySide<T>({ probe, args = [], rounds = 1, against }: SideBySide): Promise<Sides<T>> {
  const sides = { ours: [] as T[], theirs: [] as T[] };
  const other = against === undefined ? undefined : await referenceCheckout(against);
  for (let round = 0; round < rounds; round += 1) {
    const turns = [
      { side: sides.ours, root: projectRoot },
      { side: sides.theirs, root: other },
    ];
    for (const { side, root } of round % 2 === 0 ? turns : turns.reverse()) {
      if (root !== undefined) side.push(await runProbe<T>(probe, root, args));
    }
  }
  return sides;
}

/** The build's own loader takes its sources, so its root is where the process runs. */
async function runProbe<T>(probe: string, root: string, args: readonly string[]): Promise<T> {
  const child = spawn(process.execPath, ['--import', 'tsx', probe, root, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => child.on('close', resolve).on('error', reject));
  if (code !== 0) throw new Error(`expected ${probe} to end with 0 in ${root}, got ${code}: ${said.slice(-500)}`);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '') as T;
}

/** The middle of some figures; of an even number the mean of the two in the middle. */
export function median(figures: readonly number[]): number {
  const sorted = [...figures].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? Number.NaN) + (sorted[Math.floor(half)] ?? Number.NaN)) / 2;
}

/** How many times as much one figure is as another, to three places. */
export const ratio = (ours: number, theirs: number): number => Number((ours / theirs).toFixed(3));
