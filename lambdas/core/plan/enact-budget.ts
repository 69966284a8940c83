import type { Budget } from '../budget/budget.ts';
import { changeLimit, type DatedLimit } from '../budget/limit.ts';
import { periodOf } from '../budget/period.ts';

/** A budget as a plan states it, before it is known what held until now. */
export interface PlannedBudget extends Omit<Budget, 'limits' | 'since'> {
  /** One limit holds from the current period on; a list of them is the whole truth. */
  readonly limits: number | readonly DatedLimit[];
}

/**
 * A stated budget as the table will hold it: past periods keep the limits that they had. Rollover begins with the
 * period in which the plan first asked for it, not with one of long ago.
 *
 * @param before The budget of this name that is in force.
 * @param today `YYYY-MM-DD` where the person lives.
 */
export function enactBudget(planned: PlannedBudget, before: Budget | undefined, today: string): Budget {
  const { limits } = planned;
  const { start } = periodOf(planned, today);
  // Minor units of another currency say nothing about this one.
  const known = before?.currency === planned.currency ? before : undefined;
  const goesOn = known && (known.rollover !== undefined || planned.rollover === undefined);
  return {
    ...planned,
    limits: typeof limits === 'number' ? changeLimit(known?.limits ?? [], limits, start) : limits,
    // As it was, although another start day may have moved its period: each move would begin a period earlier.
    since: goesOn ? known.since : start,
  };
}
