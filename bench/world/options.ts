import { parseArgs } from 'node:util';
import { kinds } from './kinds/all.ts';

/** What the command line asks for. */
export interface WorldCommand {
  readonly seed: number;
  readonly count: number;
  readonly kinds?: readonly string[];
  readonly today: string;
  /** The folder of another build to measure, through its terminal. */
  readonly project?: string;
  /** How many documents are dropped at once. */
  readonly batch: number;
  /** Of its laptop cloud. */
  readonly port: number;
  readonly json: boolean;
  /** A CSV of all that is silently wrong or asked. */
  readonly out?: string;
  /** A folder for the files of these. */
  readonly keep?: string;
  /** A folder for all files with their truth; then nothing is read. */
  readonly draw?: string;
}

/**
 * Reads the command line.
 *
 * @throws TypeError or Error that names the option that is unknown or wrong.
 */
export function readWorldOptions(args: readonly string[]): WorldCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
      kinds: { type: 'string' },
      today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
      project: { type: 'string' },
      batch: { type: 'string', default: '100' },
      port: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      out: { type: 'string' },
      keep: { type: 'string' },
      draw: { type: 'string' },
    },
  });
  const { seed, count, batch, port, kinds: names, ...rest } = values;
  const asked = names?.split(',');
  const unknown = asked?.find((name) => !kinds.some((kind) => kind.name === name));
  if (unknown !== undefined) {
    throw new Error(`expected --kinds among ${kinds.map(({ name }) => name).join(',')}, got "${unknown}"`);
  }
  return {
    ...rest,
    seed: whole('--seed', seed, 0),
    count: whole('--count', count, 1),
    batch: whole('--batch', batch, 1),
    port: whole('--port', port, 0),
    ...(asked && { kinds: asked }),
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`expected ${name} from ${least} on, got "${text}"`);
  return value;
}
