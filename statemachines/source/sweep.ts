import { machine } from './parts/asl.ts';
import { startingDelivery } from './parts/claiming.ts';
import { invoke } from './parts/invoke.ts';

/** Picks up what was left lying. */
export const sweep = machine({
  Comment:
    'In: nothing. Out: the deliveries started; overdue documents are closed, unsent alerts delivered. Fails when a delivery cannot be started, so that the alarm rings. docs/reference/workflows.md#sweep',
  StartAt: 'Take Up Unfinished Work',
  TimeoutSeconds: 900,
  States: {
    'Take Up Unfinished Work': invoke(
      'Sweep',
      startingDelivery({
        Comment: 'An attempt more takes up the same names: they are made of the start of the execution',
        Payload: { objects: [], fields: { startedAt: '$states.context.Execution.StartTime' } },
        TimeoutSeconds: 90,
        End: true,
      }),
    ),
  },
});
