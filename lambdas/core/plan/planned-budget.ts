import type { DatedLimit } from '../budget/limit.ts';
import type { Rollover } from '../budget/rollover.ts';
import type { Threshold } from '../budget/threshold.ts';
import { type CurrencyCode, currencyExponent } from '../ground/currency.ts';
import { parseMinorUnits } from '../ground/money.ts';
import { WEEKDAYS } from './budget-part.ts';
import type { PlannedBudget } from './enact-budget.ts';
import type { Plan } from './plan.ts';

type Stated = Plan['budgets'][number];

/** One budget of a validated plan, its amounts in minor units. */
export function plannedBudget(stated: Stated, groups: Plan['groups'], currency: CurrencyCode): PlannedBudget {
  const { category, name, period, startDay, contacts } = stated;
  const minor = (amount: string): number => parseMinorUnits(amount, currencyExponent(currency));
  const categories = groups && Object.hasOwn(groups, category) ? groups[category] : undefined;
  const rollover = rolloverOf(stated.rollover, minor);
  return {
    category,
    ...(categories ? { categories } : {}),
    ...(name === undefined ? {} : { name }),
    period,
    ...(startDay === undefined ? {} : { startDay: dayNumber(startDay) }),
    currency,
    limits: limitsOf(stated, minor),
    thresholds: thresholdsOf(stated.thresholds, minor),
    ...(stated.forecast ? { forecast: true } : {}),
    ...(rollover ? { rollover } : {}),
    ...(contacts ? { contacts: [...new Set(contacts)] } : {}),
  };
}

/** 1 for Monday; a day of the month is its own number. */
const dayNumber = (startDay: NonNullable<Stated['startDay']>): number =>
  typeof startDay === 'number' ? startDay : WEEKDAYS.indexOf(startDay) + 1;

function limitsOf({ limit, limits }: Stated, minor: (amount: string) => number): number | DatedLimit[] {
  if (limit !== undefined) return minor(limit);
  if (!limits) throw new RangeError('expected a limit, got none; a validated plan states one');
  return limits.map((dated, index) => ({
    // The first one holds before its day, too: no time is without a limit.
    ...(index > 0 && dated.validFrom !== undefined ? { validFrom: dated.validFrom } : {}),
    limitMinor: minor(dated.limit),
  }));
}

/** Each once: percentages, then amounts, ascending. */
function thresholdsOf(stated: Stated['thresholds'], minor: (amount: string) => number): Threshold[] {
  const percents = stated.filter((each) => typeof each === 'number');
  const amounts = stated.filter((each) => typeof each === 'string').map(minor);
  const ascending = (numbers: readonly number[]) => [...new Set(numbers)].sort((a, b) => a - b);
  return [...ascending(percents), ...ascending(amounts).map((amountMinor) => ({ amountMinor }))];
}

function rolloverOf(stated: Stated['rollover'], minor: (amount: string) => number): Rollover | undefined {
  if (stated === undefined || stated === 'none') return undefined;
  if (typeof stated === 'string') return { mode: stated };
  const { mode, cap } = stated;
  return { mode, ...(cap === undefined ? {} : { capMinor: minor(cap) }) };
}
