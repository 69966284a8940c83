import { type Budget, budgetId } from '../core/budget/budget.ts';
import { optimistically } from '../core/ground/optimistic.ts';
import { isNewerSource, type ObjectSource } from '../core/object/object-source.ts';
import { lookAt, nextLookAt } from '../core/person/look-ahead.ts';
import type { Person } from '../core/person/person.ts';
import { enactBudget } from '../core/plan/enact-budget.ts';
import { goesOn } from '../core/plan/ended-plan.ts';
import type { PlanApplied, PlanItems } from '../core/plan/plan-items.ts';
import { replaceContacts } from './contact-store.ts';
import { budgetKey, type Key, NEVER, personIndex, personKey } from './ledger-keys.ts';
import { readBudgets, readEveryContact, readPerson } from './person-store.ts';
import { type Expression, type Table, transact, type Write } from './table.ts';

/**
 * Puts a plan in force in one transaction, unless a newer event did so already. The same event again is applied
 * again, which changes nothing. Known contacts keep their topic and confirmation, known budgets their past limits.
 */
export function applyPlan(table: Table, plan: PlanItems): Promise<PlanApplied> {
  const { userId } = plan.person;
  return optimistically(async () => {
    const current = await readPerson(table, userId);
    if (!isCurrent(plan.person.plan, current?.plan)) return 'superseded';
    const [budgets, contacts] = await Promise.all([readBudgets(table, userId), readEveryContact(table, userId)]);
    const before = current && goesOn(current, plan.person.plan) ? (current.endedBudgets ?? []) : budgets;
    const known = new Map(before.map((budget) => [budgetId(budget), budget]));
    const enacted = plan.budgets.map((planned) => enactBudget(planned, known.get(budgetId(planned)), plan.today));
    // At most 1 person, 30 budgets in and 30 out, 10 contacts in and 10 out: a transaction takes 100 writes.
    const result = await transact(table, [
      putPerson(plan.person, current, plan.today),
      ...replaceBudgets(userId, budgets, enacted),
      ...replaceContacts(userId, contacts, plan.contacts),
    ]);
    return result.written ? 'applied' : undefined;
  });
}

/**
 * Ends a plan whose file was deleted: nothing is checked or sent any more, history stays. The same event again changes
 * nothing.
 */
export function endPlan(table: Table, userId: string, source: ObjectSource): Promise<PlanApplied> {
  return optimistically(async () => {
    const current = await readPerson(table, userId);
    // Deleting alice.json does not end the plan that alice.yaml put in force.
    if (!current || current.plan.key !== source.key || !isCurrent(source, current.plan)) return 'superseded';
    const [budgets, contacts] = await Promise.all([readBudgets(table, userId), readEveryContact(table, userId)]);
    const result = await transact(table, [
      putPerson(
        { ...current, ...(current.isActive ? { endedBudgets: budgets } : {}), plan: source, isActive: false },
        current,
        source.uploadedAt.slice(0, 10),
      ),
      ...replaceBudgets(userId, budgets, []),
      ...replaceContacts(userId, contacts, []),
    ]);
    return result.written ? 'applied' : undefined;
  });
}

const isCurrent = (candidate: ObjectSource, current: ObjectSource | undefined): boolean =>
  isNewerSource(candidate, current) || (candidate.key === current?.key && candidate.sequencer === current.sequencer);

/**
 * Optimistic on the plan that was read: of two events at once, the later writer looks again. So it does when the person was
 * looked at meanwhile, which stays noted.
 *
 * @param today From which day on somebody is looked at who never was.
 */
function putPerson(person: Person, read: Person | undefined, today: string): Write {
  const { userId, isActive } = person;
  const lookedAtOn = read?.lookedAtOn;
  const from = lookedAtOn === undefined ? lookAt(person, today) : nextLookAt(person, lookedAtOn);
  return {
    put: { ...person, ...personKey(userId), ...personIndex(isActive ? from : NEVER, userId), lookedAtOn },
    condition: read ? asRead(read) : { text: 'attribute_not_exists(PK)' },
  };
}

function asRead({ plan, lookedAtOn }: Person): Expression {
  const looked = lookedAtOn === undefined ? 'attribute_not_exists(lookedAtOn)' : 'lookedAtOn = :looked';
  return {
    text: `#plan.sequencer = :sequencer AND #plan.uploadedAt = :time AND ${looked}`,
    values: {
      ...{ ':sequencer': plan.sequencer, ':time': plan.uploadedAt },
      ...(lookedAtOn === undefined ? {} : { ':looked': lookedAtOn }),
    },
  };
}

function replaceBudgets(userId: string, before: readonly Budget[], after: readonly Budget[]): Write[] {
  const kept = new Set(after.map(budgetId));
  const keyOf = ({ category, period, name }: Budget): Key => budgetKey(userId, category, period, name);
  return [
    ...before.filter((budget) => !kept.has(budgetId(budget))).map((budget) => ({ remove: keyOf(budget) })),
    ...after.map((budget) => ({ put: { ...keyOf(budget), userId, ...budget } })),
  ];
}
