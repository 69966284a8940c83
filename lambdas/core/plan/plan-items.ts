import type { Budget } from '../budget/budget.ts';
import { currencyExponent, parseCurrencyCode } from '../currency.ts';
import { parseMinorUnits } from '../money.ts';
import type { ObjectSource } from '../object-source.ts';
import type { Contact, Person } from '../person.ts';
import type { Plan } from './plan.ts';

/** What stands in for what a plan leaves out. */
export interface PlanDefaults {
  readonly locale: string;
  readonly timeZone: string;
}

/** Turns a validated plan into the items that the table holds. */
export function planItems(userId: string, plan: Plan, source: ObjectSource, defaults: PlanDefaults) {
  const currency = parseCurrencyCode(plan.currency);
  const person: Person = {
    userId,
    name: plan.name,
    locale: plan.locale ?? defaults.locale,
    timeZone: plan.timeZone ?? defaults.timeZone,
    currency,
    plan: source,
    isActive: true,
  };
  const budgets: Budget[] = plan.budgets.map(({ category, period, limit, thresholds }) => ({
    category,
    period,
    limitMinor: parseMinorUnits(limit, currencyExponent(currency)),
    currency,
    thresholds,
  }));
  const contacts: Pick<Contact, 'protocol' | 'address'>[] = plan.contacts.map((contact) =>
    'email' in contact ? { protocol: 'email', address: contact.email } : { protocol: 'sms', address: contact.sms },
  );
  return { person, budgets, contacts };
}
