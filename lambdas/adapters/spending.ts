import { type Budget, budgetId } from '../core/budget/budget.ts';
import {
  type ClosedPeriods,
  type ClosedSums,
  type Closing,
  closePeriods,
  NOTHING_CLOSED,
  sumsThatHold,
} from '../core/budget/closed-periods.ts';
import { periodsNeeded } from '../core/budget/figures.ts';
import { closedBefore, type LateChanges } from '../core/budget/late.ts';
import { joinPeriods } from '../core/budget/period.ts';
import { periodsCarried } from '../core/budget/rollover.ts';
import type { AskedSpending, Spending, Subject } from '../core/budget/spending.ts';
import { once } from '../core/ground/once.ts';
import { batchGet } from './batch-get.ts';
import { readSpend } from './budget-store.ts';
import { readLateRates, readLateSpending } from './late-store.ts';
import { closedKey } from './ledger-keys.ts';
import { ratesFor } from './rate-store.ts';
import type { Table } from './table.ts';

/**
 * Reads the spending that budgets hang on, strongly consistent: each day once, however many share it, and of periods that are
 * closed their sums, as long as they hold. What comes out of it is exactly what all days would give.
 *
 * A sum holds while the late changes of its months are what they were when it was made. So these are read first, and then the
 * days: what is booked meanwhile makes a sum that is kept too old, never too new.
 */
export async function readSpending(table: Table, asked: AskedSpending): Promise<Spending> {
  const { userId, subjects, also = [], nowMs, changed = [] } = asked;
  const rolling = subjects.filter(({ budget, period }) => periodsCarried(budget, period).length > 0);
  const keptOf = asked.keptOf ?? (await readKept(table, userId, rolling));
  const readRatesOnce = once(() => readLateRates(table));
  const isForeign = rolling.some(({ budget }) => (keptOf(budget)?.foreign.length ?? 0) > 0);
  const [spending, rates] = await Promise.all([
    rolling.length > 0 ? readLateSpending(table, userId) : NO_CHANGES,
    isForeign ? readRatesOnce() : NO_CHANGES,
  ]);
  const closing: Closing = { lateness: { spending, rates }, before: closedBefore(nowMs), changed };
  const sums = new Map(
    rolling.map(({ budget }) => [budgetId(budget), sumsThatHold(budget, keptOf(budget), closing)] as const),
  );
  const closedOf = (budget: Budget): ClosedSums => sums.get(budgetId(budget)) ?? NOTHING_CLOSED;
  const stretches = joinPeriods(
    [...subjects.flatMap(({ budget, period }) => periodsNeeded(budget, period, closedOf(budget))), ...also],
    DAYS_WORTH_A_REQUEST,
  );
  const days = (await Promise.all(stretches.map(({ start, end }) => readSpend(table, userId, start, end)))).flat();
  const convertTo = once(async (currency: string) => {
    // Before the rates themselves, for what is made of them may be kept.
    if (rolling.length > 0 && days.some((day) => day.currency !== currency)) await readRatesOnce();
    return ratesFor(table, days, currency);
  });
  return {
    days,
    closedOf,
    convertTo,
    async closeFor({ budget, period }) {
      const earlier = periodsCarried(budget, period);
      if (earlier.length === 0) return undefined;
      const convert = await convertTo(budget.currency);
      const isMixed = isForeign || days.some(({ currency }) => currency !== budget.currency);
      const lateness = { spending, rates: isMixed ? await readRatesOnce() : NO_CHANGES };
      return closePeriods(budget, earlier, keptOf(budget), { ...closing, lateness }, days, convert);
    },
  };
}

/** So many days are sooner read along than left out by asking once more. */
const DAYS_WORTH_A_REQUEST = 31;

const NO_CHANGES: LateChanges = new Map();

async function readKept(
  table: Table,
  userId: string,
  subjects: readonly Subject[],
): Promise<Required<AskedSpending>['keptOf']> {
  const ids = [...new Set(subjects.map(({ budget }) => budgetId(budget)))];
  const read = await batchGet<ClosedPeriods>(
    table,
    ids.map((id) => closedKey(userId, id)),
  );
  const kept = new Map(ids.map((id, index) => [id, read[index]]));
  return (budget) => kept.get(budgetId(budget));
}
