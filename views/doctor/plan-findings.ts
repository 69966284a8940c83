import { reasonsOf } from '../document-view.ts';
import { localTime } from '../local-time.ts';
import { isSupersededPlan } from '../superseded-plan.ts';
import type { Facts } from './facts.ts';
import { type Finding, obstacle, ok } from './finding.ts';

/** Whether a plan is in force, and whether it is the one that was meant. */
export function planFindings(facts: Facts): Finding[] {
  return [inForce(facts), ...refusedSince(facts)];
}

function inForce({ userId, person, similarUserId, budgets }: Facts): Finding {
  if (!person) {
    return obstacle(
      `there is no plan of ${userId}`,
      similarUserId
        ? `did you mean ${similarUserId}? Otherwise drop budgets/${userId}.yaml`
        : `drop budgets/${userId}.yaml; docs/reference/plan.md says what it holds`,
    );
  }
  const { key, uploadedAt } = person.plan;
  const at = localTime(uploadedAt, person.timeZone);
  if (person.isActive) {
    return ok(`plan ${key} of ${at}: in force, ${budgets.length} ${budgets.length === 1 ? 'budget' : 'budgets'}`);
  }
  return obstacle(`the plan ended at ${at}, when ${key} was deleted`, `drop budgets/${userId}.yaml again`);
}

/** The newest plan that was not taken, when it came after the one in force: somebody meant it to hold. */
function refusedSince({ person, refusedPlans }: Facts): Finding[] {
  const [refused] = refusedPlans;
  if (!refused) return [];
  if (isSupersededPlan(refused, person)) return [];
  const { key, uploadedAt } = refused;
  const at = localTime(uploadedAt, person?.timeZone ?? 'UTC');
  const before = person?.isActive ? '; the one before stays in force' : '';
  return [
    obstacle(`the plan ${key} of ${at} was not taken${before}`, 'correct it and drop it again', reasonsOf(refused)),
  ];
}
