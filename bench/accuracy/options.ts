import { parseArgs } from 'node:util';
import type { Case, Part } from './data-folder.ts';

/** What both accuracy commands understand. */
export interface AccuracyOptions {
  readonly data: string;
  readonly part: Part;
  /** A CSV of what was read wrong. */
  readonly out?: string;
  readonly save?: string;
  readonly compare?: string;
  /** A folder for pictures with what was read drawn in. */
  readonly overlay?: string;
  readonly json: boolean;
  /** PDFs are read by their print alone: the files inside them are taken out first, and XML is left out. */
  readonly byPrint: boolean;
  /** The instant that the run takes place at. */
  readonly now?: string;
  /** BCP 47: the person's, where the document leaves something open. */
  readonly locale: string;
}

/**
 * Reads the command line.
 *
 * @throws TypeError or Error that names the option that is unknown, missing or wrong.
 */
export function readOptions(args: readonly string[]): AccuracyOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      part: { type: 'string', default: 'all' },
      out: { type: 'string' },
      save: { type: 'string' },
      compare: { type: 'string' },
      overlay: { type: 'string' },
      json: { type: 'boolean', default: false },
      'by-print': { type: 'boolean', default: false },
      now: { type: 'string' },
      locale: { type: 'string', default: 'en-US' },
    },
  });
  const { data, part, 'by-print': byPrint, ...rest } = values;
  if (data === undefined) throw new Error('expected --data DIR, a folder of files with their truth');
  if (part !== 'even' && part !== 'odd' && part !== 'all') {
    throw new Error(`expected --part even, odd or all, got "${part}"`);
  }
  if (rest.now !== undefined && Number.isNaN(Date.parse(rest.now))) {
    throw new Error(`expected --now to be an instant such as 2018-12-31T12:00:00Z, got "${rest.now}"`);
  }
  return { data, part, byPrint, ...rest };
}

/**
 * When the run takes place unless it is told: at the end of the year of the latest receipt, as people drop receipts
 * soon after the purchase, and one of ten years ago would be asked about. Today where no date is known.
 */
export function instantOf(now: string | undefined, cases: readonly Case[]): number {
  if (now !== undefined) return Date.parse(now);
  const latest = cases
    .flatMap(({ truth }) => truth.date ?? [])
    .sort()
    .at(-1);
  return latest === undefined ? Date.now() : Date.parse(`${latest.slice(0, 4)}-12-31T12:00:00Z`);
}
