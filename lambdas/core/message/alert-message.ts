import { formatMoney, formatShare, type Money, money } from '../money.ts';
import { smsParts, toGsm7, toSubject } from './gsm7.ts';
import type { Message } from './message.ts';

/** How one budget stands at the moment of sending. */
export interface BudgetStanding {
  readonly category: string;
  /** `November 2026`, in the person's language. */
  readonly period: string;
  /** `YYYY-MM-DD`. */
  readonly periodStart: string;
  readonly spent: Money;
  readonly limit: Money;
  /** Whole percentage of the limit, rounded down. */
  readonly percent: number;
  /** The highest percentage that this message is about. */
  readonly threshold: number;
  /** Absent when the period is over. */
  readonly daysLeft?: number;
  /** Spending in other currencies that the limit cannot count. */
  readonly apart: readonly Money[];
}

/** What set an alert off: a receipt, or a change of the plan. */
export type AlertCause =
  | { readonly kind: 'plan' }
  | { readonly kind: 'expense'; readonly vendor?: string; readonly total: Money };

export interface AlertContent {
  readonly name: string;
  /** BCP 47; decides how amounts are written. */
  readonly locale: string;
  readonly budgets: readonly BudgetStanding[];
  readonly cause: AlertCause;
}

/** Writes everything that one check found as one message. */
export function alertMessage({ name, locale, budgets, cause }: AlertContent): Message {
  const first = budgets[0];
  if (!first) throw new RangeError('expected at least one budget to write about, got none');
  const more = budgets.length > 1 ? ` and ${budgets.length - 1} more` : '';
  return {
    subject: toSubject(`${title(first.category)}: ${headline(first, locale)} for ${plainPeriod(first)}${more}`),
    body: [
      `Hello ${name},`,
      '',
      ...budgets.flatMap((budget) => [...paragraph(budget, locale), '']),
      because(cause, locale),
      '',
      'Spendwire',
      '',
    ].join('\n'),
    sms: sms(budgets, cause, locale),
  };
}

const title = (category: string): string => category.charAt(0).toUpperCase() + category.slice(1);

/** A phone and a subject show Latin letters: `2026-11` stands for a month in another script. */
const plainPeriod = ({ period, periodStart }: BudgetStanding): string =>
  toGsm7(period).includes('?') ? periodStart.slice(0, 7) : period;

/** Exactly 100 % is reached, not exceeded. */
function headline({ percent, spent, limit }: BudgetStanding, locale: string): string {
  const amount = formatMoney(limit, locale);
  if (spent.amountMinor > limit.amountMinor) return `${amount} limit exceeded (${percent}%)`;
  return percent === 100 ? `${amount} limit reached` : `${percent}% of ${amount} spent`;
}

function paragraph(budget: BudgetStanding, locale: string): string[] {
  const { category, period, spent, limit, percent, apart } = budget;
  const rest = limit.amountMinor - spent.amountMinor;
  const left = formatMoney(money(Math.abs(rest), limit.currency), locale);
  return [
    `${title(category)}, ${period}: ${formatShare(spent, limit, locale)} (${percent}%)`,
    `  ${bar(percent)}`,
    `  ${rest >= 0 ? `${left} left` : `${left} over the limit`}${days(budget)}`,
    ...apart.map((amount) => `  plus ${formatMoney(amount, locale)}, not counted: no exchange rate is known`),
  ];
}

const days = ({ daysLeft }: BudgetStanding): string => {
  if (daysLeft === undefined) return '';
  return daysLeft === 0 ? ', last day of the period' : `, ${daysLeft} ${daysLeft === 1 ? 'day' : 'days'} to go`;
};

const BAR_WIDTH = 20;
const bar = (percent: number): string => {
  const filled = Math.max(0, Math.min(BAR_WIDTH, Math.round((percent * BAR_WIDTH) / 100)));
  return `[${'#'.repeat(filled)}${'-'.repeat(BAR_WIDTH - filled)}]`;
};

const because = (cause: AlertCause, locale: string): string =>
  cause.kind === 'plan'
    ? 'Set off by a change of your plan.'
    : `Set off by ${cause.vendor ?? 'a receipt'}, ${formatMoney(cause.total, locale)}.`;

function sms(budgets: readonly BudgetStanding[], cause: AlertCause, locale: string): string {
  const line = ({ category, spent, limit, percent }: BudgetStanding) =>
    `${category} ${formatShare(spent, limit, locale)} (${percent}%)`;
  const [first] = budgets;
  const tail = first ? `${plainPeriod(first)}${days(first)}.` : '';
  const by =
    cause.kind === 'plan' ? ' Plan changed.' : ` By ${cause.vendor ?? 'receipt'} ${formatMoney(cause.total, locale)}.`;
  const whole = toGsm7(`Spendwire: ${budgets.map(line).join('; ')}. ${tail}${by}`);
  if (smsParts(whole) === 1) return whole;
  const short = toGsm7(`Spendwire: ${budgets.map(line).join('; ')}. ${tail}`);
  if (smsParts(short) <= 3) return short;
  return toGsm7(`Spendwire: ${budgets.slice(0, 3).map(line).join('; ')} and ${budgets.length - 3} more. ${tail}`);
}
