import type { Person } from '../lambdas/core/person/person.ts';
import type { DocumentView } from './document-view.ts';

type Refused = Pick<DocumentView, 'workflow' | 'uploadedAt'>;

/** Whether a file is a plan that does not matter any more: one that was dropped after it was taken. */
export const isSupersededPlan = ({ workflow, uploadedAt }: Refused, person: Person | undefined): boolean =>
  workflow === 'apply-plan' && person !== undefined && Date.parse(uploadedAt) <= Date.parse(person.plan.uploadedAt);
