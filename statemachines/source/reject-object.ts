import { machine } from './parts/asl.ts';
import { claiming, leftForTheSweep } from './parts/claiming.ts';
import { invoke } from './parts/invoke.ts';

/** Closes a document that no workflow takes. */
export const rejectObject = machine({
  Comment:
    'In: an object that no workflow takes, and why. Out: the delivery that tells of it, if any; the document is rejected, and its person told where one is known. docs/reference/workflows.md#reject-object',
  StartAt: 'Record Rejection',
  TimeoutSeconds: 3600,
  States: {
    'Record Rejection': invoke('RecordOutcome', claiming({ End: true })),
    'Left For The Sweep': leftForTheSweep,
  },
});
