import { parseArgs } from 'node:util';
import { monthOf, type Period } from '../lambdas/core/budget/period.ts';
import { type DocumentStatus, documentStatuses } from '../lambdas/core/document/document.ts';
import { parseCalendarDate } from '../lambdas/core/ground/calendar-date.ts';
import { isName, normalizeName } from '../lambdas/core/ground/user-id.ts';
import { UsageError } from '../laptop/cli-options.ts';
import { type PlaceOptions, placeOptions, placeUsage } from './place.ts';
import type { Who } from './who.ts';

const FORMATS = ['text', 'json', 'csv'] as const;

export interface ReportOptions extends PlaceOptions, Who {
  /** @default - the month of today */
  readonly period?: Period;
  readonly category?: string;
  readonly status?: DocumentStatus;
  readonly format: (typeof FORMATS)[number];
  readonly help: boolean;
}

export const reportUsage = `What a person spent, how the budgets stand, what waits for them, and what they were told.

  npm run --silent report -- --user alice [options]

  --user NAME        the person; or --contact ADDRESS, their e-mail or phone number
  --month YYYY-MM    a month (default: this one); or --from YYYY-MM-DD and --to YYYY-MM-DD, both included
  --category NAME    only this category
  --status STATUS    lists also the files dropped in these days that are ${documentStatuses.slice(0, -1).join(', ')} or failed
  --format FORMAT    text (default), json, or csv: one line for each expense
${placeUsage}
  --table NAME       a deployed table by its name instead, with AWS_REGION
`;

/** @throws UsageError for an unknown option or a value that cannot be. */
export function readReportOptions(args: readonly string[]): ReportOptions {
  const { format = 'text', status, category, help = false, month, from, to, ...rest } = parse(args);
  const period = periodOf(month, from, to);
  const name = category === undefined ? undefined : normalizeName(category);
  if (name !== undefined && !isName(name)) {
    throw new UsageError(`expected a category such as groceries after --category, got ${JSON.stringify(category)}`);
  }
  return {
    ...rest,
    ...(period ? { period } : {}),
    ...(name === undefined ? {} : { category: name }),
    ...(status === undefined ? {} : { status: oneOf(documentStatuses, status, '--status') }),
    format: oneOf(FORMATS, format, '--format'),
    help,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        user: text,
        contact: text,
        month: text,
        from: text,
        to: text,
        category: text,
        status: text,
        format: text,
        ...placeOptions,
        help: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message.split('. ')[0]}; --help lists the options`);
  }
}

function periodOf(month?: string, from?: string, to?: string): Period | undefined {
  if (month !== undefined && (from ?? to) !== undefined) {
    throw new UsageError('expected --month, or --from and --to, got both');
  }
  if (month !== undefined)
    return monthOf(date(`${month}-01`, `--month: expected YYYY-MM, got ${JSON.stringify(month)}`));
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) throw new UsageError('expected --from and --to together');
  const period = {
    start: date(from, `--from: expected YYYY-MM-DD, got ${JSON.stringify(from)}`),
    end: date(to, `--to: expected YYYY-MM-DD, got ${JSON.stringify(to)}`),
  };
  if (period.start > period.end) throw new UsageError(`expected --from before --to, got ${from} and ${to}`);
  return period;
}

function date(text: string, mistake: string): string {
  try {
    return parseCalendarDate(text);
  } catch (error) {
    throw new UsageError(mistake, { cause: error });
  }
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((each) => each === value);
  if (found) return found;
  throw new UsageError(`${option}: expected ${allowed.join(', ')}, got ${JSON.stringify(value)}`);
}
