import { calendarDay, type Period, periodAfter, periodOf } from '../../lambdas/core/budget/period.ts';
import type { Person } from '../../lambdas/core/person.ts';
import { endOfQuietHours } from '../../lambdas/core/window.ts';
import { localTime } from '../local-time.ts';
import { labelOf, type ReportedBudget } from '../report/report.ts';
import type { Facts } from './facts.ts';
import { type Finding, hint, ok } from './finding.ts';

/** A straight line through fewer days says nothing. */
const FORECAST_AFTER_DAYS = 3;

/** When messages may go out, and when what is not set off by a receipt comes. */
export function timingFindings({ person, budgets, now }: Facts): Finding[] {
  if (!person?.isActive) return [];
  return [...quietFindings(person, now), ...forecastFindings(budgets), ...digestFindings(person, now)];
}

function quietFindings(person: Person, now: number): Finding[] {
  const { quietHours, timeZone } = person;
  if (!quietHours) return [];
  const hours = `quiet hours from ${quietHours.from} to ${quietHours.to} in ${timeZone}`;
  const end = endOfQuietHours(now, person);
  return end === undefined
    ? [ok(`${hours}: a message may go out now`)]
    : [hint(`${hours}: nothing goes out before ${localTime(new Date(end).toISOString(), timeZone)}`)];
}

function forecastFindings(budgets: readonly ReportedBudget[]): Finding[] {
  const forecast = budgets.filter((budget) => budget.forecast);
  const early = forecast.filter(({ pace }) => pace !== undefined && pace.elapsedDays < FORECAST_AFTER_DAYS);
  if (forecast.length === 0) return [];
  const names = forecast.map(labelOf).join(', ');
  const later = early.length > 0 ? `; too early in the period for ${early.map(labelOf).join(', ')}` : '';
  return [ok(`forecast for ${names}: looked at every day from the third one of the period on${later}`)];
}

/** A summary comes after its week or month is over. */
function digestFindings({ digest = [], timeZone, ...person }: Person, now: number): Finding[] {
  const today = calendarDay(now, timeZone);
  const after = (period: 'week' | 'month'): Period => periodAfter({ period }, periodOf({ period }, today));
  return digest.map((kind) => {
    const [noun, { start }] = kind === 'weekly' ? ['week', after('week')] : ['month', after('month')];
    const from = person.quietHours ? `, after ${person.quietHours.to}` : '';
    return ok(`${kind} summary: the one of this ${noun} comes on ${start}${from}`);
  });
}
