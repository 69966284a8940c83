import { machine } from './parts/asl.ts';
import { deliverAlerts } from './parts/delivery.ts';
import { invoke } from './parts/invoke.ts';

/** Closes a document that no workflow takes. */
export const rejectObject = machine({
  Comment:
    'In: an object that no workflow takes, and why. Out: nothing; the document is rejected, and its person told where one is known. docs/reference/workflows.md#reject-object',
  StartAt: 'Record Rejection',
  TimeoutSeconds: 3600,
  States: {
    'Record Rejection': invoke('RecordOutcome', { Next: 'Deliver Alerts' }),
    'Deliver Alerts': deliverAlerts,
  },
});
