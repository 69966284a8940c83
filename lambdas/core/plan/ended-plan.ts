import type { ObjectSource } from '../object/object-source.ts';
import type { Person } from '../person/person.ts';

const KEPT_MS = 7 * 24 * 3600 * 1000;

/**
 * Whether a plan goes on with the budgets of the one that has ended: a file that is renamed is deleted and uploaded, and
 * who corrects a plan may take it away for a moment. Past limits and rollover are kept for a week; a plan after that is a
 * new one.
 */
export const goesOn = ({ isActive, plan: ended }: Pick<Person, 'isActive' | 'plan'>, next: ObjectSource): boolean =>
  !isActive && Date.parse(next.uploadedAt) - Date.parse(ended.uploadedAt) <= KEPT_MS;
