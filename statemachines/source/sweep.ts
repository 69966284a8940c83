import { machine } from './parts/asl.ts';
import { deliverOrFail } from './parts/delivery.ts';
import { invoke } from './parts/invoke.ts';

/** Picks up what was left lying. */
export const sweep = machine({
  Comment:
    'In: nothing. Out: nothing; overdue documents are closed, unsent alerts delivered. Fails when a delivery does, so that the alarm rings. docs/reference/workflows.md#sweep',
  StartAt: 'Find Unfinished Work',
  TimeoutSeconds: 900,
  States: {
    'Find Unfinished Work': invoke('Sweep', { Payload: {}, TimeoutSeconds: 90, Next: 'Deliver Alerts' }),
    'Deliver Alerts': deliverOrFail,
  },
});
