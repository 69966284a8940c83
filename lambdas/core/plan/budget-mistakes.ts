import { closest, distance } from 'fastest-levenshtein';
import { isCalendarDate } from '../ground/calendar-date.ts';
import { WEEKDAYS } from './budget-part.ts';
import { listOf, type Mistake, type Parts } from './mistake.ts';

/** Budgets that stand there twice, and keys of a budget that do not go together. */
export function budgetMistakes(plan: Parts): Mistake[] {
  const budgets = listOf(plan['budgets']);
  const names = budgets.map(nameOf);
  return budgets.flatMap((budget, index) => {
    const name = names[index];
    const mistakes = [
      ...(name !== undefined && names.indexOf(name) < index
        ? [{ path: [], message: `${name} stands here a second time; expected it once, or with a name of its own` }]
        : []),
      ...limitMistakes(budget),
      ...startDayMistakes(budget),
      ...contactMistakes(budget, plan['contacts']),
    ];
    return mistakes.map(({ path, message }) => ({ path: ['budgets', index, ...path], message }));
  });
}

const nameOf = ({ category, period = 'month', name }: Parts): string | undefined =>
  typeof category === 'string' ? `${category} per ${period}${name === undefined ? '' : ` (${name})`}` : undefined;

function limitMistakes(budget: Parts): Mistake[] {
  const { limit, limits } = budget;
  if (limit !== undefined && limits !== undefined)
    return [{ path: ['limits'], message: 'expected either limit or limits, got both' }];
  if (Object.keys(budget).length > 0 && limit === undefined && limits === undefined)
    return [{ path: ['limit'], message: 'is missing; expected the amount as text in quotes, such as "400.00"' }];
  const days = listOf(limits).map(({ validFrom }) => validFrom);
  return days.flatMap((validFrom, index) => {
    const before = days[index - 1];
    const path = ['limits', index, 'validFrom'];
    if (index > 0 && validFrom === undefined)
      return [{ path, message: 'is missing; expected the day from which the limit holds, such as 2026-12-01' }];
    return isDay(validFrom) && isDay(before) && validFrom <= before
      ? [{ path, message: `expected a day after ${before}: the limits stand in the order of their days` }]
      : [];
  });
}

const isDay = (value: unknown): value is string => typeof value === 'string' && isCalendarDate(value);

function startDayMistakes({ period = 'month', startDay }: Parts): Mistake[] {
  const isWeekday = WEEKDAYS.some((weekday) => weekday === startDay);
  if (!isWeekday && typeof startDay !== 'number') return [];
  const path = ['startDay'];
  if (period === 'week') return isWeekday ? [] : [{ path, message: 'expected a weekday such as monday, for the week' }];
  if (period === 'month')
    return isWeekday
      ? [{ path, message: 'expected a day from 1 to 31, for the month; a weekday goes with period: week' }]
      : [];
  return period === 'quarter' || period === 'year'
    ? [{ path, message: `expected no startDay: a ${period} is the calendar's` }]
    : [];
}

/** Where the plan's contacts are no list, that is all there is to say of them. */
function contactMistakes({ contacts }: Parts, ofPlan: unknown): Mistake[] {
  if (!Array.isArray(contacts) || !Array.isArray(ofPlan)) return [];
  const known = listOf(ofPlan);
  const addresses = known.map(({ email, sms }) => email ?? sms).filter((address) => typeof address === 'string');
  return contacts.flatMap((contact, index) => {
    if (typeof contact !== 'string' || addresses.includes(contact)) return [];
    const path = ['contacts', index];
    if (contact !== 'email' && contact !== 'sms') {
      const message = `expected an address of the plan's contacts, email or sms${suggestion(contact, addresses)}`;
      return [{ path, message }];
    }
    return known.some((each) => contact in each)
      ? []
      : [{ path, message: `expected a contact with ${contact} in the plan's contacts, got none` }];
  });
}

function suggestion(contact: string, known: readonly string[]): string {
  if (known.length === 0) return '';
  const nearest = closest(contact, known);
  return distance(contact, nearest) <= 3 ? `; did you mean "${nearest}"?` : '';
}
