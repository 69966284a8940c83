import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface HostileOptions {
  readonly seed: number;
  /** A JSON file for everything that was tried, with what came out. */
  readonly out?: string;
  /** A folder to run in, which is made and stays. @default - one that goes with the run */
  readonly data?: string;
}

/** The seed of a run that names none: a fixed one, so that two runs of the same code try the same. */
export const USUAL_SEED = 1;

/**
 * Reads the command line.
 *
 * @throws TypeError or Error that names the option that is unknown or wrong.
 */
export function readHostileOptions(args: readonly string[]): HostileOptions {
  const { seed, ...rest } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: String(USUAL_SEED) },
      out: { type: 'string' },
      data: { type: 'string' },
    },
  }).values;
  const value = Number(seed);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`expected --seed from 0 on, got "${seed}"`);
  return { ...rest, seed: value };
}
