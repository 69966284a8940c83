import { type Budget, budgetId } from '../core/budget/budget.ts';
import { isNewerSource, type ObjectSource } from '../core/object-source.ts';
import type { Contact, Person } from '../core/person.ts';
import { budgetKey, contactIndex, contactKey, type Key, personIndex, personKey } from './ledger-keys.ts';
import { optimistically } from './optimistic.ts';
import { readBudgets, readContacts, readPerson } from './person-store.ts';
import { type Table, transact, type Write } from './table.ts';

/** A validated plan, ready to be put in force. */
export interface PlanItems {
  readonly person: Person;
  readonly budgets: readonly Budget[];
  readonly contacts: readonly Pick<Contact, 'protocol' | 'address'>[];
}

/** `superseded`: a newer plan is in force, nothing was changed. */
export type PlanApplied = 'applied' | 'superseded';

/**
 * Puts a plan in force in one transaction, unless a newer event did so already. The same event again is applied
 * again, which changes nothing. Known contacts keep their topic and confirmation.
 */
export function applyPlan(table: Table, plan: PlanItems): Promise<PlanApplied> {
  const { userId } = plan.person;
  return optimistically(async () => {
    const current = await readPerson(table, userId);
    if (!isCurrent(plan.person.plan, current?.plan)) return 'superseded';
    const [budgets, contacts] = await Promise.all([readBudgets(table, userId), readContacts(table, userId)]);
    const result = await transact(table, [
      putPerson(plan.person, current),
      ...replaceBudgets(userId, budgets, plan.budgets),
      ...replaceContacts(userId, contacts, plan.contacts),
    ]);
    return result.written ? 'applied' : undefined;
  });
}

/** Ends a plan whose file was deleted: nothing is checked or sent any more, history stays. */
export function endPlan(table: Table, userId: string, source: ObjectSource): Promise<PlanApplied> {
  return optimistically(async () => {
    const current = await readPerson(table, userId);
    // Deleting alice.json does not end the plan that alice.yaml put in force.
    if (!current || current.plan.key !== source.key || !isCurrent(source, current.plan)) return 'superseded';
    const [budgets, contacts] = await Promise.all([readBudgets(table, userId), readContacts(table, userId)]);
    const result = await transact(table, [
      putPerson({ ...current, plan: source, isActive: false }, current),
      ...replaceBudgets(userId, budgets, []),
      ...replaceContacts(userId, contacts, []),
    ]);
    return result.written ? 'applied' : undefined;
  });
}

const isCurrent = (candidate: ObjectSource, current: ObjectSource | undefined): boolean =>
  isNewerSource(candidate, current) || (candidate.key === current?.key && candidate.sequencer === current.sequencer);

/** Optimistic on the plan that was read: of two events at once, the later writer looks again. */
const putPerson = (person: Person, read: Person | undefined): Write => ({
  put: { ...personKey(person.userId), ...personIndex(person.userId), ...person },
  condition: read
    ? {
        text: '#plan.sequencer = :sequencer AND #plan.eventTime = :time',
        values: { ':sequencer': read.plan.sequencer, ':time': read.plan.eventTime },
      }
    : { text: 'attribute_not_exists(PK)' },
});

function replaceBudgets(userId: string, before: readonly Budget[], after: readonly Budget[]): Write[] {
  const kept = new Set(after.map(budgetId));
  const keyOf = ({ category, period }: Budget): Key => budgetKey(userId, category, period);
  return [
    ...before.filter((budget) => !kept.has(budgetId(budget))).map((budget) => ({ remove: keyOf(budget) })),
    ...after.map((budget) => ({ put: { ...keyOf(budget), userId, ...budget } })),
  ];
}

type Address = Pick<Contact, 'protocol' | 'address'>;

function replaceContacts(userId: string, before: readonly Contact[], after: readonly Address[]): Write[] {
  const name = ({ protocol, address }: Address) => `${protocol}#${address}`;
  const known = new Set(before.map(name));
  const kept = new Set(after.map(name));
  return [
    ...before
      .filter((contact) => !kept.has(name(contact)))
      .map((contact) => ({ remove: contactKey(userId, contact.protocol, contact.address) })),
    ...after
      .filter((contact) => !known.has(name(contact)))
      .map(({ protocol, address }) => ({
        put: {
          ...contactKey(userId, protocol, address),
          ...contactIndex(userId, address),
          userId,
          protocol,
          address,
          status: 'new',
        },
      })),
  ];
}
