import type * as z from 'zod/mini';
import { budgetMistakes } from './budget-mistakes.ts';
import { categoryMistakes } from './category-mistakes.ts';
import { decimalMistakes } from './decimal-mistakes.ts';
import { listOf, type Mistake, partsOf } from './mistake.ts';

/**
 * Finds what is wrong between the parts of a plan: repeats, keys that do not go together, names that stand nowhere,
 * and more decimals than the currency has. Takes a plan whose parts may be mistaken themselves, so that every mistake
 * is told in one go.
 */
export function checkAcross(given: unknown, context: z.core.$RefinementCtx): void {
  const plan = partsOf(given);
  const mistakes: Mistake[] = [
    ...repeatedContacts(plan['contacts']),
    ...quietMistakes(plan['quietHours']),
    ...budgetMistakes(plan),
    ...categoryMistakes(plan),
    ...decimalMistakes(plan),
  ];
  for (const { path, message } of mistakes) context.addIssue({ code: 'custom', path: [...path], message });
}

function repeatedContacts(contacts: unknown): Mistake[] {
  const addresses = listOf(contacts).map(({ email, sms }) => email ?? sms);
  return addresses.flatMap((address, index) =>
    typeof address === 'string' && addresses.indexOf(address) < index
      ? [{ path: ['contacts', index], message: `${address} stands here a second time; expected it once` }]
      : [],
  );
}

function quietMistakes(quietHours: unknown): Mistake[] {
  const { from, to } = partsOf(quietHours);
  return typeof from === 'string' && from === to
    ? [{ path: ['quietHours'], message: 'expected two different times; leave quietHours out for none' }]
    : [];
}
