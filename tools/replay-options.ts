import { parseArgs } from 'node:util';
import { type DocumentStatus, documentStatuses } from '../lambdas/core/document/document.ts';
import { parseCalendarDate } from '../lambdas/core/ground/calendar-date.ts';
import { UsageError } from '../laptop/cli-options.ts';
import { type PlaceOptions, placeOptions, placeUsage } from './place.ts';
import type { Who } from './who.ts';

const STATUSES = documentStatuses.filter((status) => status !== 'pending');

/** What is to run again: one file, one document, or all receipts of a person that match; or for the first time, what was missed. */
export type ReplayWhat =
  | { readonly object: string }
  | { readonly documentId: string }
  | { readonly missing: true }
  | { readonly who: Who; readonly status?: DocumentStatus; readonly from?: string; readonly to?: string };

export interface ReplayOptions extends PlaceOptions {
  /** Absent for `--help`. */
  readonly what?: ReplayWhat;
  /** Pays Textract for reading again. */
  readonly reread: boolean;
  /** The deployed `start-workflow`, or `find-missing` for what was missed, together with `table`. */
  readonly function?: string;
}

export const replayUsage = `Runs documents again. Each is booked exactly once, whatever happened before; corrections are kept.

  npm run replay -- receipts/alice/lunch.jpg [options]      the newest version of a file
  npm run replay -- --document ID [options]                 a document, in the version it was
  npm run replay -- --user alice [filter] [options]         every receipt of a person that matches
  npm run replay -- --missing [options]                     uploads of which no event came, for the first time

  --user NAME        the person; or --contact ADDRESS, their e-mail or phone number
  --status STATUS    only those that are ${STATUSES.join(', ')}
  --from, --to DAY   only those dropped from one day to another (UTC), both included
  --reread           has Textract read the file again, and pays for it (default: what is stored)
${placeUsage}
  --table NAME --function NAME
                     a deployed one by its outputs TableName and StartWorkflowFunction instead, with AWS_REGION; with
                     --missing by TableName and FindMissingFunction
`;

/** @throws UsageError for an unknown option, or for anything but one of the four ways to say what. */
export function readReplayOptions(args: readonly string[]): ReplayOptions {
  const { values, positionals } = parse(args);
  const { help, document, user, contact, status, from, to, reread = false, missing, table, function: name } = values;
  const place: PlaceOptions = Object.fromEntries(
    Object.keys(placeOptions).flatMap((option) => {
      const value = values[option as keyof typeof placeOptions];
      return value === undefined ? [] : [[option, value]];
    }),
  );
  if (help) return { reread, ...place };
  if ((table === undefined) !== (name === undefined)) {
    throw new UsageError('expected --table and --function together: they name a deployed installation');
  }
  if (name !== undefined && !/^[\w-]+$/.test(name)) {
    throw new UsageError(`--function: expected a function's name, got ${JSON.stringify(name)}`);
  }
  const [object, ...more] = positionals;
  const ways = [object, document, user ?? contact, missing].filter((way) => way !== undefined);
  if (ways.length !== 1 || more.length > 0) {
    throw new UsageError('expected one of a FILE, --document ID, --user NAME and --missing; --help lists the options');
  }
  const filter = filterOf(status, from, to);
  const hasFilter = Object.keys(filter).length > 0;
  if (hasFilter && (user ?? contact) === undefined) {
    throw new UsageError('--status, --from and --to choose among the receipts of a person: name one with --user');
  }
  if (missing) {
    if (reread) throw new UsageError('--reread is for what was read before: leave it out with --missing');
    return { what: { missing }, reread, ...place, ...(name === undefined ? {} : { function: name }) };
  }
  const who = { ...(user === undefined ? {} : { user }), ...(contact === undefined ? {} : { contact }) };
  const what =
    object !== undefined ? { object } : document !== undefined ? { documentId: document } : { who, ...filter };
  return { what, reread, ...place, ...(name === undefined ? {} : { function: name }) };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const place = { ...placeOptions, function: text };
  const which = { document: text, user: text, contact: text, status: text, from: text, to: text };
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { ...which, ...place, reread: flag, missing: flag, help: flag },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; --help lists the options`);
  }
}

function filterOf(status?: string, from?: string, to?: string) {
  const known = STATUSES.find((each) => each === status);
  if (status !== undefined && known === undefined) {
    throw new UsageError(`--status: expected ${STATUSES.join(', ')}, got ${JSON.stringify(status)}`);
  }
  if (from !== undefined && to !== undefined && from > to) {
    throw new UsageError(`expected --from before --to, got ${from} and ${to}`);
  }
  return {
    ...(known === undefined ? {} : { status: known }),
    ...(from === undefined ? {} : { from: day('--from', from) }),
    ...(to === undefined ? {} : { to: day('--to', to) }),
  };
}

function day(option: string, text: string): string {
  try {
    return parseCalendarDate(text);
  } catch (error) {
    throw new UsageError(`${option}: expected YYYY-MM-DD, got ${JSON.stringify(text)}`, { cause: error });
  }
}
