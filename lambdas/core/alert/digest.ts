import { calendarDay, type PeriodRule, periodBefore, periodOf } from '../budget/period.ts';
import type { Person } from '../person/person.ts';
import type { DigestAlert } from './alert.ts';

/** A week, Monday to Sunday, or a calendar month that a person may want summed up. */
export type DigestPeriod = Pick<DigestAlert, 'period' | 'periodStart' | 'periodEnd'>;

const RULES: Readonly<Record<'weekly' | 'monthly', PeriodRule & { period: 'week' | 'month' }>> = {
  weekly: { period: 'week' },
  monthly: { period: 'month' },
};

/** The periods just over of which a person wants summaries. */
export const periodsJustOver = ({ digest = [] }: Pick<Person, 'digest'>, today: string): DigestPeriod[] =>
  digest.map((kind) => {
    const rule = RULES[kind];
    const { start, end } = periodBefore(rule, periodOf(rule, today));
    return { period: rule.period, periodStart: start, periodEnd: end };
  });

/**
 * Whether this is the first look at the person since the period ended, and the plan was in force before it did. A plan
 * tells only when it was last changed; that the person was looked at during the period shows that there was one.
 *
 * @param lookedAtOn The day of the last look before this one.
 */
export function isDigestDue(
  { periodStart, periodEnd }: DigestPeriod,
  { plan, timeZone }: Pick<Person, 'plan' | 'timeZone'>,
  lookedAtOn: string | undefined,
): boolean {
  const isFirstLook = lookedAtOn === undefined || lookedAtOn <= periodEnd;
  const hadPlan =
    calendarDay(Date.parse(plan.uploadedAt), timeZone) <= periodEnd ||
    (lookedAtOn !== undefined && lookedAtOn >= periodStart);
  return isFirstLook && hadPlan;
}
