import type { Json } from '../../http/service.ts';
import type { StateRun } from './flow-run.ts';
import { evaluationError, fillTyped } from './template.ts';

/** What a number may be; whole unless it says otherwise. */
export interface NumberRange {
  readonly least: number;
  /** @default - there is no upper limit */
  readonly most?: number;
  readonly mayBeFraction?: boolean;
}

const LONGEST_SECONDS = 99_999_999;

/**
 * The ranges of a state's numbers. https://docs.aws.amazon.com/step-functions/latest/dg/state-wait.html,
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html,
 * https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html
 */
export const stateRanges = {
  Seconds: { least: 0, most: LONGEST_SECONDS },
  TimeoutSeconds: { least: 1, most: LONGEST_SECONDS },
  HeartbeatSeconds: { least: 1, most: LONGEST_SECONDS },
  MaxConcurrency: { least: 0 },
  ToleratedFailureCount: { least: 0 },
  ToleratedFailurePercentage: { least: 0, most: 100, mayBeFraction: true },
} as const satisfies Record<string, NumberRange>;

/** Those of a Retry rule. https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html */
export const retryRanges = {
  IntervalSeconds: { least: 1, most: LONGEST_SECONDS },
  MaxAttempts: { least: 0, most: LONGEST_SECONDS },
  MaxDelaySeconds: { least: 1, most: 31_622_399 },
  BackoffRate: { least: 1, mayBeFraction: true },
} as const satisfies Record<string, NumberRange>;

export const isWithin = (value: number, { least, most = Number.POSITIVE_INFINITY, mayBeFraction }: NumberRange) =>
  value >= least && value <= most && (mayBeFraction === true || Number.isInteger(value));

/** `an integer from 0 to 99999999` */
export const describeRange = ({ least, most, mayBeFraction }: NumberRange): string =>
  `${mayBeFraction ? 'a number' : 'an integer'} from ${least} ${most === undefined ? 'up' : `to ${most}`}`;

/**
 * Fills a field that has to be a number in its range.
 *
 * @throws StatesError `States.QueryEvaluationError` when it gives something else.
 */
export async function fillNumber(run: StateRun, template: Json, field: keyof typeof stateRanges): Promise<number> {
  const value = Number(await fillTyped(run, template, field, 'number'));
  const range: NumberRange = stateRanges[field];
  if (isWithin(value, range)) return value;
  throw evaluationError(run, `The ${field} field must be ${describeRange(range)} but was: ${value}`, field);
}
