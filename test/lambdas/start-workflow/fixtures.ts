import { closeDocument } from '../../../lambdas/adapters/outcome-store.ts';
import { it as base } from '../../support/fixtures.ts';
import { openStartWorkflow } from './open-start-workflow.ts';

/** A test of `start-workflow`, which may let a run that was started end. */
export const it = base
  .extend('workflow', ({ table }) => openStartWorkflow(table))
  .extend(
    'finish',
    ({ outbox }) =>
      (documentId: string, run = 1) =>
        closeDocument(outbox, {
          documentId,
          outcome: { status: 'completed', run, updatedAt: '2026-11-20T12:05:00.000Z', reason: 'done' },
        }),
  );
