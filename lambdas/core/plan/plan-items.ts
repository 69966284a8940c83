import { calendarDay } from '../budget/period.ts';
import type { CategoryRule } from '../category/category-rule.ts';
import { parseCurrencyCode } from '../ground/currency.ts';
import type { ObjectSource } from '../object/object-source.ts';
import type { Contact, Person } from '../person/person.ts';
import type { PlannedBudget } from './enact-budget.ts';
import type { Plan } from './plan.ts';
import { plannedBudget } from './planned-budget.ts';

/** What stands in for what a plan leaves out. */
export interface PlanDefaults {
  readonly locale: string;
  readonly timeZone: string;
}

/** Where a plan wants a person to be told. */
export type PlannedContact = Pick<Contact, 'protocol' | 'address' | 'hideAmounts'>;

/** A validated plan, ready to be put in force. */
export interface PlanItems {
  readonly person: Person;
  readonly budgets: readonly PlannedBudget[];
  readonly contacts: readonly PlannedContact[];
  /** `YYYY-MM-DD` where the person lives: a new limit holds from the period that this day lies in. */
  readonly today: string;
}

/**
 * Turns a validated plan into the items that the table holds.
 *
 * @param now Epoch milliseconds.
 */
export function planItems(
  userId: string,
  plan: Plan,
  source: ObjectSource,
  defaults: PlanDefaults,
  now: number,
): PlanItems {
  const currency = parseCurrencyCode(plan.currency);
  const timeZone = plan.timeZone ?? defaults.timeZone;
  const { quietHours, digest, dueReminders } = plan;
  const rules = plan.rules?.map(categoryRule);
  return {
    person: {
      userId,
      name: plan.name,
      locale: plan.locale ?? defaults.locale,
      timeZone,
      currency,
      ...(rules ? { rules } : {}),
      ...(quietHours ? { quietHours } : {}),
      ...(digest ? { digest } : {}),
      ...(dueReminders ? { dueReminders } : {}),
      plan: source,
      isActive: true,
    },
    budgets: plan.budgets.map((budget) => plannedBudget(budget, plan.groups, currency)),
    contacts: plan.contacts.map(plannedContact),
    today: calendarDay(now, timeZone),
  };
}

const categoryRule = ({ merchant, items, category }: NonNullable<Plan['rules']>[number]): CategoryRule => ({
  ...(merchant === undefined ? {} : { merchant }),
  ...(items ? { items } : {}),
  category,
});

const plannedContact = (contact: Plan['contacts'][number]): PlannedContact =>
  'email' in contact
    ? { protocol: 'email', address: contact.email }
    : { protocol: 'sms', address: contact.sms, ...(contact.hideAmounts ? { hideAmounts: true } : {}) };

/** `superseded`: a newer plan is in force, nothing was changed. */
export type PlanApplied = 'applied' | 'superseded';
