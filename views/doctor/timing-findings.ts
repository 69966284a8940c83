import { Temporal } from 'temporal-polyfill';
import { endOfQuietHours } from '../../lambdas/core/alert/window.ts';
import { calendarDay, periodAfter, periodOf } from '../../lambdas/core/budget/period.ts';
import { EARLIEST_HOUR } from '../../lambdas/core/person/look-ahead.ts';
import type { Person } from '../../lambdas/core/person/person.ts';
import { localTime } from '../local-time.ts';
import { labelOf, type ReportedBudget } from '../report/report.ts';
import type { Facts } from './facts.ts';
import { type Finding, hint, ok } from './finding.ts';

const FIRST_LOOK = `${String(EARLIEST_HOUR).padStart(2, '0')}:00`;

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
  const names = budgets.filter(({ forecast }) => forecast).map(labelOf);
  if (names.length === 0) return [];
  const from = `every day from ${FIRST_LOOK} on`;
  return [ok(`forecast for ${names.join(', ')}: looked at ${from}, once money was spent on three days of the period`)];
}

/** A summary is claimed at the first look after its week or month, and waits for quiet hours as any message. */
function digestFindings(person: Person, now: number): Finding[] {
  const { digest = [], timeZone } = person;
  const today = calendarDay(now, timeZone);
  return digest.map((kind) => {
    const period = kind === 'weekly' ? 'week' : 'month';
    const { start } = periodAfter({ period }, periodOf({ period }, today));
    const look = Temporal.PlainDate.from(start).toZonedDateTime({ timeZone, plainTime: FIRST_LOOK }).epochMilliseconds;
    const at = new Date(endOfQuietHours(look, person) ?? look).toISOString();
    return ok(`${kind} summary: the one of this ${period} comes at ${localTime(at, timeZone)} or soon after`);
  });
}
